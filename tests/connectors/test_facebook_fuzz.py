"""Facebook's files with anything in them: only our own errors, and no record lost."""

from typing import Any

import pytest
from hypothesis import given

from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports import registry
from tests.connectors import facebook_files as fb
from tests.connectors.contract import READ_AT, write_folder
from tests.connectors.damage import damaged
from tests.connectors.meta_files import meta_json

FILES: dict[str, Any] = {
    fb.FOLLOWED: {"following_v3": [fb.entry("Te Pāti Tauira", url=fb.KAURI)]},
    fb.PAGES: {"pages_followed_v2": [fb.page("Tāmaki Café")]},
    fb.UNFOLLOWED: [fb.page("Rimu", fb.AT + 5)],
    fb.REACTIONS: [fb.labelled(fb.KAURI_POST, name="Kauri", URL=fb.KAURI), fb.titled("X likes Y")],
    fb.POSTS: [
        fb.post("Pānui https://a.example", attachments=[fb.card(fb.KAURI_POST), fb.picture("ā")]),
        fb.post(title="Example Agency shared a post."),
    ],
    fb.OWNER: {"profile_v2": {"name": {"full_name": "Agency"}, "username": "example_agency"}},
    f"{fb.ROOT}/pages/your_pages.json": {"pages_v2": [fb.entry("Manatū Tauira")]},
}


@given(files=damaged(FILES))
def test_any_structure_gives_frames_or_one_sentence(
    files: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    written = {name: meta_json(content) for name, content in files.items()}
    path = write_folder(tmp_path_factory.mktemp("fuzz"), written)
    account = OwnAccount("facebook", "example_agency", "export", (path,), (), READ_AT)
    try:
        collected = registry.read_export(account)
    except SourceError:
        return
    for tally in collected.tallies:
        assert tally.records == tally.kept + sum(tally.reported.values())
    assert collected.coverage["fetched"].sum() == len(collected.interactions)
