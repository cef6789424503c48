"""What the posts said that we liked or reposted: from the AppView, 25 at a time, each once ever."""

from collections.abc import Sequence

import pandas as pd

from connectors import frames
from connectors.exports.bluesky_records import POST
from connectors.http import Client
from connectors.live.asking import Asking
from connectors.live.batches import Batches, ask_in_batches
from connectors.live.walk import Told
from connectors.lookup.answers import part, records, text
from connectors.xrpc import PUBLIC, answer_or_refusal, question

AT_ONCE = 25


def with_texts(interactions: pd.DataFrame, asking: Asking) -> pd.DataFrame:
    """Give the acts with the texts of others' posts; those that are gone have none."""
    theirs = interactions["kind"].isin(["like", "repost"])
    posts = interactions["post_id"].where(
        theirs & interactions["post_id"].str.contains(f"/{POST}/", regex=False, na=False)
    )
    said = _texts(posts.dropna().unique().tolist(), asking)
    words = posts.map(said, na_action="ignore").astype(frames.TEXT)
    return interactions.assign(text=interactions["text"].fillna(words))


def _texts(uris: Sequence[str], asking: Asking) -> dict[str, str]:
    address = asking.access.appview or PUBLIC

    def fetch(client: Client, some: Sequence[str]) -> Told:
        asked = question(address, "app.bsky.feed.getPosts", *(("uris", one) for one in some))
        return Told({"posts": answer_or_refusal(client, asked, "posts").get("posts")})

    answered = ask_in_batches(Batches("texts", AT_ONCE, fetch, lasts=True), uris, asking)
    wanted = frozenset(uris)
    return {
        uri: frames.text(part(post, "record").get("text") or "")
        for body in answered.bodies
        for post in records(body["posts"])
        if (uri := text(post, "uri")) in wanted
    }
