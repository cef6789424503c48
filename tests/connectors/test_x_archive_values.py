"""Dates, ids, links and records of an X archive, whatever stands in the file."""

import html
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.archive import open_archive
from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports import x_archive
from connectors.exports.x_script import records
from connectors.exports.x_values import (
    created_at,
    handle_of,
    numeric_id,
    stand_in,
    status_link,
    text_of,
)
from connectors.times import iso_time
from tests.connectors.contract import READ_AT
from tests.connectors.x_files import script

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TIMES = st.datetimes(datetime(2006, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
    lambda time: time.replace(microsecond=0, tzinfo=UTC)
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**62), 2**62) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
KEYS = ("id_str", "id", "full_text", "created_at", "entities", "urls", "user_mentions", "indices")
MORE = (
    *("noteTweetId", "createdAt", "text", "expandedUrl", "in_reply_to_user_id_str"),
    *("edit_info", "initial", "edit", "editTweetIds"),
)
SHAPED = st.recursive(
    JSON | st.sampled_from(["1", "-1", "RT @kea_news: x", "https://x.com/kea/status/1", "kea"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [*KEYS, *MORE, "expanded_url", "screen_name", "name", "accountId", "tweetId"]
            ),
            inner,
            max_size=6,
        )
        | st.fixed_dictionaries({"tweet": inner})
        | st.fixed_dictionaries({"like": inner})
        | st.fixed_dictionaries({"following": inner})
        | st.fixed_dictionaries({"noteTweet": st.fixed_dictionaries({"core": inner})})
    ),
    max_leaves=20,
)


@given(TIMES)
def test_times_come_back(time: datetime) -> None:
    written = f"Tue {MONTHS[time.month - 1]} {time:%d %H:%M:%S} +0000 {time.year}"
    assert created_at(written) == time


@given(JSON)
def test_no_value_breaks_the_parsers(value: Any) -> None:
    assert created_at(value) is None or isinstance(value, str)
    assert iso_time(value) is None or isinstance(value, str)
    number, handle = numeric_id(value), handle_of(value)
    assert number is None or number.isascii()
    assert handle is None or handle == value


def test_times_without_a_zone_are_utc() -> None:
    assert iso_time("2026-03-06T13:15:31.187Z") == iso_time("2026-03-06T13:15:31.187")
    assert iso_time("2026-03-06T13:15:31+13:00") == datetime(2026, 3, 6, 0, 15, 31, tzinfo=UTC)


@given(st.integers(0, 2**63))
def test_ids_stay_the_digits_they_are(number: int) -> None:
    assert numeric_id(str(number)) == numeric_id(number) == str(number)


@pytest.mark.parametrize("value", ["-1", "", "1.9e18", " 5", "٣", True, 5.0, None, "1" * 21])
def test_what_is_no_id(value: object) -> None:
    assert numeric_id(value) is None


@given(st.text())
def test_texts_lose_their_escapes_once(text: str) -> None:
    assert text_of(html.escape(text)) == text


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://twitter.com/Kea_News/status/12", ("Kea_News", "12", False)),
        ("http://mobile.x.com/kea/status/12?s=20", ("kea", "12", False)),
        ("https://www.twitter.com/kea/statuses/12/", ("kea", "12", False)),
        ("https://X.com/kea/status/12/photo/1", ("kea", "12", True)),
        ("https://x.com/i/web/status/12", (None, "12", False)),
        ("https://x.com/i/status/12", (None, "12", False)),
        ("https://x.com/kea", None),
        ("https://notx.com/kea/status/12", None),
        ("https://x.com.example/kea/status/12", None),
        ("https://kea.example/?u=https://x.com/kea/status/12", None),
        ("https://x.com/kea/status/12abc", None),
    ],
)
def test_links_to_posts(url: str, found: tuple[str | None, str, bool] | None) -> None:
    assert status_link(url) == found


def test_a_stand_in_is_the_handle_without_capitals() -> None:
    assert stand_in("Kea_News") == "@kea_news"


@given(content=st.lists(JSON, max_size=5), indent=st.sampled_from([None, 2]))
def test_records_are_read_as_json_reads_them(
    tmp_path_factory: pytest.TempPathFactory, content: list[Any], indent: int | None
) -> None:
    path = tmp_path_factory.mktemp("records") / "like.js"
    for start in ("window.YTD.like.part0 = ", "window.YTD.like.part0=\n\n", "\ufeff", ""):
        path.write_bytes(start.encode() + json.dumps(content, indent=indent).encode())
        archive = open_archive([path])
        assert list(records(archive, archive.members[0], "like.js")) == content


@given(content=st.lists(JSON, max_size=5), data=st.data())
def test_a_cut_anywhere_is_said(
    tmp_path_factory: pytest.TempPathFactory, content: list[Any], data: st.DataObject
) -> None:
    whole = script("like.part0", content)
    path = tmp_path_factory.mktemp("records") / "like.js"
    path.write_bytes(whole[: data.draw(st.integers(1, len(whole) - 1))])
    archive = open_archive([path])
    with pytest.raises(SourceError, match=r"like\.js cannot be read (from its start|after record)"):
        list(records(archive, archive.members[0], "like.js"))


@given(posts=st.lists(SHAPED, max_size=4), likes=st.lists(SHAPED, max_size=4))
def test_any_json_gives_valid_frames_or_a_reason(
    tmp_path_factory: pytest.TempPathFactory, posts: list[Any], likes: list[Any]
) -> None:
    path = tmp_path_factory.mktemp("any")
    files = {"tweets": posts, "like": likes, "following": likes, "note-tweet": likes}
    for name, content in files.items():
        (path / f"{name}.js").write_bytes(script(f"{name}.part0", content))
    account = OwnAccount("x", "example_agency", "export", (path,), (), READ_AT)
    collected = x_archive.read(open_archive([path]), account).validated("X archive")
    expected = [len(likes), len(likes), len(posts), len(likes)]
    assert [tally.records for tally in collected.tallies] == expected
