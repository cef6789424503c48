"""Instagram's and Threads' files with anything in them: only our own errors, no record lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports import registry
from tests.connectors import instagram_files as ig
from tests.connectors.contract import READ_AT, write_folder
from tests.connectors.damage import damaged
from tests.connectors.meta_files import meta_json

KAURI = ig.owner_group("Te Pāti Tauira", "kauri")
FILES: dict[str, Any] = {
    ig.OWNER: {"profile_user": [{"string_map_data": {"Username": {"value": "example_agency"}}}]},
    ig.FOLLOWING: {"relationships_following": [ig.old_follow("kauri"), ig.new_follow("rimu")]},
    ig.UNFOLLOWED: {"relationships_unfollowed_users": [ig.old_follow("rimu", ig.AT + 5)]},
    ig.LIKED: [ig.new_like(ig.hashtags("pōti"), KAURI, caption="Pānui")],
    ig.STORY_LIKES: {"story_activities_story_likes": [ig.listed("kauri")]},
    ig.COMMENTS: {"likes_comment_likes": [ig.old_like("kauri")]},
    ig.POSTS: [ig.post("He kōrero https://a.example"), ig.carousel("Tāmaki", ig.AT + 5)],
    ig.STORIES: {"ig_stories": [ig.story()]},
    ig.REPOSTS: [ig.repost(KAURI)],
    f"{ig.THREADS}/following.json": {
        "text_post_app_text_post_app_following": [ig.listed("Kauri", value="kauri")]
    },
    ig.THREADS_LIKED: {"text_post_app_media_likes": [ig.old_like("kauri")]},
    ig.THREADS_POSTS: {"text_post_app_text_posts": [ig.thread("Ae", reply=True)]},
}


@given(files=damaged(FILES), platform=st.sampled_from(["instagram", "threads"]))
def test_any_structure_gives_frames_or_one_sentence(
    files: dict[str, Any], platform: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    written = {name: meta_json(content) for name, content in files.items()}
    path = write_folder(tmp_path_factory.mktemp("fuzz"), written)
    account = OwnAccount(platform, "example_agency", "export", (path,), (), READ_AT)
    try:
        collected = registry.read_export(account)
    except SourceError:
        return
    for tally in collected.tallies:
        assert tally.records == tally.kept + sum(tally.reported.values())
    assert collected.coverage["fetched"].sum() == len(collected.interactions)
