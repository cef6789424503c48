"""The names of X's fields before and after August 2026, when X renamed them (OpenAPI 2.167).

tweepy writes the old ones. In the new spelling some fields come with an expansion alone.
"""

from collections.abc import Mapping, Sequence

from connectors.lookup.answers import Record, part, records

USER_FIELDS = (
    "created_at",
    "description",
    "protected",
    "public_metrics",
    "verified",
    "verified_type",
)
POST_FIELDS = (
    "author_id",
    "created_at",
    "entities",
    "in_reply_to_user_id",
    "note_tweet",
    "referenced_tweets",
)
EXPANSIONS = ("author_id", "referenced_tweets.id", "referenced_tweets.id.author_id")
_NEW_FIELDS = {
    "author_id": "",
    "in_reply_to_user_id": "",
    "note_tweet": "note_post",
    "referenced_tweets": "",
}
_NEW_EXPANSIONS = {
    "referenced_tweets.id": "referenced_posts",
    "referenced_tweets.id.author_id": "",
}
Parameters = Mapping[str, str]


def in_new_names(parameters: Parameters) -> dict[str, str]:
    """Write the parameters of a request as X names them since August 2026."""
    new = {name.replace("tweet.fields", "post.fields"): one for name, one in parameters.items()}
    for name, names in (("post.fields", _NEW_FIELDS), ("expansions", _NEW_EXPANSIONS)):
        if name in new:
            new[name] = ",".join(_renamed(new[name].split(","), names))
    return new


def tells_new_names(user: Record) -> bool | None:
    """Tell from a profile which names X gives its counts; None where it gives none."""
    counts = part(user, "public_metrics")
    told = {"post_count": True, "tweet_count": False}
    return next((new for name, new in told.items() if name in counts), None)


def names_were_taken(answer: Record) -> bool:
    """Tell whether X gave of posts what it was asked for: else it overlooked the names.

    Every post has a time, which comes by a field, and an author, who comes by an expansion.
    """
    posts = list(records(answer.get("data")))
    return not posts or any("created_at" in post and "author_id" in post for post in posts)


def _renamed(values: Sequence[str], names: Mapping[str, str]) -> list[str]:
    return [new for new in (names.get(value, value) for value in values) if new]
