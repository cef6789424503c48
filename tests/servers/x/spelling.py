"""The two spellings of X's fields: before and after the renaming of 2026, in version 2.167."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Spelling:
    """How fields, expansions and metrics are called; ``expands`` are fields had by expansion."""

    fields: str
    referenced: str
    included: str
    note: str
    history: str
    posts_count: str
    host: str
    expansions: frozenset[str]
    by_expansion: frozenset[str]


OLD = Spelling(
    fields="tweet.fields",
    referenced="referenced_tweets",
    included="tweets",
    note="note_tweet",
    history="edit_history_tweet_ids",
    posts_count="tweet_count",
    host="api.twitter.com",
    expansions=frozenset(
        {
            "author_id",
            "in_reply_to_user_id",
            "referenced_tweets.id",
            "referenced_tweets.id.author_id",
            "entities.mentions.username",
        }
    ),
    by_expansion=frozenset(),
)
NEW = Spelling(
    fields="post.fields",
    referenced="referenced_posts",
    included="posts",
    note="note_post",
    history="edit_history_post_ids",
    posts_count="post_count",
    host="api.x.com",
    expansions=frozenset(
        {"author_id", "in_reply_to_user_id", "referenced_posts", "entities.mentions.username"}
    ),
    by_expansion=frozenset({"author_id", "in_reply_to_user_id", "referenced_posts"}),
)
