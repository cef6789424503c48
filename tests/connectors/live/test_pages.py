"""Raw pages as the checkpoint: what was kept stays whole, wherever a process is cut off."""

import gzip
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.errors import SourceError
from connectors.live.pages import Page, PageFolder

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
text = st.text(st.characters(), max_size=9)  # halves of surrogate pairs too
bodies = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=8,
)
pages = st.lists(st.builds(Page, text, text, bodies, st.just(NOON)), min_size=1, max_size=6)


def page(number: int) -> Page:
    return Page(str(number), str(number + 1), [number], NOON.replace(minute=number))


@given(pages, st.data())
def test_a_file_cut_anywhere_keeps_its_whole_pages_and_goes_on(
    given_pages: list[Page], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, path = PageFolder(Path(name)), Path(name) / "likes.jsonl.gz"
        ends = [0]
        for one in given_pages:
            folder.add("likes", one)
            ends.append(path.stat().st_size)
        assert PageFolder(Path(name)).read("likes") == given_pages
        cut = data.draw(st.integers(0, ends[-1]))
        path.write_bytes(path.read_bytes()[:cut])
        whole = sum(end <= cut for end in ends[1:])
        again = PageFolder(Path(name))
        assert again.read("likes") == given_pages[:whole]
        assert path.stat().st_size == cut  # reading changes nothing: it may be a run folder's
        for one in given_pages[whole:]:
            again.add("likes", one)
        assert PageFolder(Path(name)).read("likes") == given_pages
        assert path.stat().st_size == ends[-1]


@given(pages)
def test_an_add_without_a_read_cuts_off_what_is_half_written(given_pages: list[Page]) -> None:
    with tempfile.TemporaryDirectory() as name:
        PageFolder(Path(name)).add("likes", given_pages[0])
        with (Path(name) / "likes.jsonl.gz").open("ab") as stream:
            stream.write(b"\x1f\x8b\x08half")
        for one in given_pages:
            PageFolder(Path(name)).add("likes", one)
        assert PageFolder(Path(name)).read("likes") == [given_pages[0], *given_pages]


def test_what_is_taken_over_is_all_of_the_last_run_newest_first(tmp_path: Path) -> None:
    first, second, third = (PageFolder(tmp_path / str(number)) for number in range(3))
    first.add("likes", page(1))
    second.add("likes", page(2))
    assert not second.has_earlier("likes")
    second.take_over("likes", first)
    with (tmp_path / "1" / "likes.jsonl.gz").open("ab") as stream:
        stream.write(b"half")
    third.take_over("likes", second)
    assert third.has_earlier("likes")
    assert third.earlier("likes") == [page(2), page(1)]
    assert third.read("likes") == []
    assert [path.name for path in third.files()] == ["likes.earlier.jsonl.gz"]


def test_it_begins_with_the_first_page_of_this_run(tmp_path: Path) -> None:
    folder, last = PageFolder(tmp_path / "now"), PageFolder(tmp_path / "last")
    assert folder.begun() is None
    last.add("likes", page(1))
    folder.take_over("likes", last)
    assert folder.begun() is None
    folder.add("posts", page(5))
    folder.add("likes", page(3))
    assert folder.begun() == page(3).fetched_at


def test_a_file_that_was_changed_by_hand_is_named(tmp_path: Path) -> None:
    folder = PageFolder(tmp_path)
    folder.add("likes", page(1))
    path = tmp_path / "likes.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"cursor": ""}\n'))
    with pytest.raises(SourceError, match=r"likes\.jsonl\.gz was changed by hand"):
        folder.read("likes")
