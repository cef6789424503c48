"""YouTube's files with anything in them: only our own errors, and no record lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports import registry
from tests.connectors import youtube_files as yt
from tests.connectors.contract import READ_AT, write_folder
from tests.connectors.damage import damaged

JSON: dict[str, Any] = {
    yt.ACTIVITY: [
        yt.entry("Liked Tāmaki", "aaaaaaaaaaa", **yt.by(yt.KAURI, "Kauri")),
        yt.entry("Subscribed to Rimu", titleUrl=f"https://www.youtube.com/channel/{yt.RIMU}"),
        yt.entry("Watched A", "bbbbbbbbbbb"),
    ],
    f"{yt.ROOT}/playlists/likes.json": [
        {"contentDetails": {"videoId": "ccccccccccc"}, "snippet": {"title": "CafÃ© TÄ\x81maki"}}
    ],
    f"{yt.ROOT}/subscriptions/subscriptions.json": [
        {"snippet": {"title": "Rimu", "resourceId": {"channelId": yt.RIMU}}}
    ],
}
TABLES = {
    yt.FOLLOWED: [yt.SUBSCRIPTIONS, yt.channel(yt.KAURI, "Kauri")],
    yt.VIDEOS: [yt.VIDEO_COLUMNS, yt.video("vvvvvvvvvvv", text="https://a.example")],
    yt.COMMENTS: [yt.COMMENT_COLUMNS, yt.comment(1, yt.segment("https://b.example"))],
    yt.CHANNEL: [("Channel ID", "Channel Title (Original)"), (yt.OWN, "Agency")],
    yt.LIKED: [("Total Liked Videos",), ("81",)],
}
CELLS = st.sampled_from(
    ["", '"', "\0", "ā\u0304", "UC", yt.KAURI, "a" * 11, "LLx", '{"text":1}', "2026-13-01 00:00"]
)


def read(files: dict[str, bytes], made: pytest.TempPathFactory) -> Collected | None:
    path = write_folder(made.mktemp("fuzz"), files)
    account = OwnAccount("youtube", "example_agency", "export", (path,), (), READ_AT)
    try:
        return registry.read_export(account)
    except SourceError:
        return None


def assert_whole(collected: Collected | None) -> None:
    if collected is not None:
        assert collected.coverage["fetched"].sum() == len(collected.interactions)
        for tally in collected.tallies:
            assert tally.records == tally.kept + sum(tally.reported.values())


@given(files=damaged(JSON))
def test_any_structure_gives_frames_or_one_sentence(
    files: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    written = {
        name: yt.json.dumps(content).encode("utf-8", "surrogatepass")
        for name, content in files.items()
    }
    assert_whole(read(written, tmp_path_factory))


@given(data=st.data())
def test_any_table_gives_frames_or_one_sentence(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    files = {}
    for name, rows in TABLES.items():
        cells = [list(row) for row in rows]
        for _ in range(data.draw(st.integers(0, 3))):
            row = cells[data.draw(st.integers(0, len(cells) - 1))]
            if row and data.draw(st.booleans()):
                row[data.draw(st.integers(0, len(row) - 1))] = data.draw(CELLS)
            elif row:
                row.pop()
        cut = data.draw(st.integers(0, 60))
        content = yt.table(cells[0], *cells[1:])
        files[name] = content[: len(content) - cut] if data.draw(st.booleans()) else content
    files = {name: content for name, content in files.items() if content}
    assert_whole(read(files, tmp_path_factory))
