"""Whatever a platform writes into a record, a reader of rows gives rows or a reason."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors import frames
from connectors.collected import OwnAccount
from connectors.live import facebook_rows, instagram, linkedin_rows, threads_rows, youtube_rows
from connectors.records import gather
from tests.connectors.live.reading import READ_AT

NAMES = {
    "youtube": "snippet contentDetails status resourceId videoId channelId title description "
    "publishedAt videoOwnerChannelId privacyStatus videoPublishedAt",
    "facebook": "id created_time message permalink_url status_type parent_id attachments data type "
    "url unshimmed_url target subattachments",
    "instagram": "id caption permalink timestamp",
    "threads": "id media_type permalink text timestamp is_quote_post quoted_post reposted_post "
    "link_attachment_url",
    "linkedin": "id commentary content article source reshareContext parent lifecycleState "
    "publishedAt createdAt",
}
WORDS = st.sampled_from(
    [
        *("REPOST_FACADE", "shared_story", "private", "PUBLISHED", "v0000000001"),
        *("Deleted video", "UC0000000000000000000007", "100064000000077_1", "urn:li:share:1"),
        *("https://rimu.example/a", "https://www.facebook.com/rimu/posts/1", "https://[::1"),
        *("2026-08-15T10:00:00+0000", "9999-99-99", "\ud83d", "@[a](", "http://", "a\x00b"),
    ]
)
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | WORDS


def records(platform: str) -> st.SearchStrategy[Any]:
    names = st.sampled_from(NAMES[platform].split())

    def deeper(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=6)

    return st.dictionaries(names, st.recursive(PLAIN, deeper, max_leaves=12), max_size=8)


def account(platform: str) -> OwnAccount:
    return OwnAccount(platform, "kauri", "api", (), (), READ_AT)


READERS: dict[str, Callable[[OwnAccount], list[Callable[[Any, str], Any]]]] = {
    "youtube": lambda one: [
        youtube_rows.Likes(one, "UC").like,
        youtube_rows.Uploads(one, "UC").upload,
    ],
    "facebook": lambda one: [facebook_rows.Posts(one, "kauri", "1").post],
    "instagram": lambda one: [instagram.Posts(one, "@kauri").post],
    "threads": lambda one: [threads_rows.Posts(one, "@kauri", {}).post],
    "linkedin": lambda one: [linkedin_rows.Posts(one, "company/kauri", frozenset()).post],
}


@pytest.mark.parametrize("platform", sorted(READERS))
@given(data=st.data())
def test_any_record_gives_valid_rows_or_a_reason(platform: str, data: st.DataObject) -> None:
    found = data.draw(st.lists(records(platform), max_size=4))
    ours = account(platform)
    for reader in READERS[platform](ours):
        gathered = gather("posts", found, lambda one, n, read=reader: read(one, f"posts {n}"), ours)
        assert gathered.tally.records == len(found)
        frames.validate("interactions", gathered.interactions, platform)
