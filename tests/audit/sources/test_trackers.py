"""Trackers: taken off to see that two links are one, never off what chooses a page."""

from urllib.parse import parse_qsl, urlsplit

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.sources.short_links import NO_SHORT_LINKS, ShortLinks
from audit.sources.trackers import TRACKERS, TRACKERS_ON, each_link_once, without_trackers
from connectors import frames
from tests.audit.builders import acts

_OWN = ("id", "v", "q", "page", "utm", "my_utm_source", "fbclidx", "list")
_NAMES = st.sampled_from([*_OWN, *(name.replace("*", "source") for name in TRACKERS), *TRACKERS_ON])
_VALUES = st.text("abc0189-._~%/:=", max_size=6)
_QUERIES = st.lists(st.tuples(_NAMES, _VALUES), max_size=6)
_URLS = st.builds(
    lambda host, path, query, end: (
        f"https://{host}{path}"
        + ("?" if query else "")
        + "&".join(f"{name}={value}" for name, value in query)
        + end
    ),
    st.sampled_from(["tui.example", "www.youtube.com", "youtu.be", "x.com", "m.x.com"]),
    st.sampled_from(["", "/", "/a;utm_source=1", "/a&utm_source=1/b", "/watch"]),
    _QUERIES,
    st.sampled_from(["", "#", "#part", "#/page?utm_source=1&id=2"]),
)


def bare(url: str) -> str:
    return str(without_trackers(pd.Series([url], dtype=frames.TEXT)).iloc[0])


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/s?utm_source=x", "https://a.example/s"),
        ("https://a.example/s?id=7&utm_source=x&fbclid=Y#top", "https://a.example/s?id=7#top"),
        ("https://a.example/s?UTM_Medium=x&v=1&gclid=2&p=3", "https://a.example/s?v=1&p=3"),
        ("https://www.youtube.com/watch?v=1&si=abc&t=30", "https://www.youtube.com/watch?v=1&t=30"),
        ("https://mobile.x.com/tui/status/1?s=20&t=Z", "https://mobile.x.com/tui/status/1"),
        ("https://a.example/s?si=abc&s=1&t=2", "https://a.example/s?si=abc&s=1&t=2"),
        ("https://a.example/s?", "https://a.example/s?"),
        ("https://a.example/#/s?utm_source=x", "https://a.example/#/s?utm_source=x"),
        ("https://a.example/s?&id=1", "https://a.example/s?&id=1"),
        ("not an address?utm_source=x", "not an address"),
        ("", ""),
    ],
)
def test_trackers_go_and_what_chooses_a_page_stays(url: str, expected: str) -> None:
    assert bare(url) == expected


def test_null_and_index_stay() -> None:
    urls = pd.Series([None, "https://a.example/?fbclid=1"], index=[7, 3], dtype=frames.TEXT)
    left = without_trackers(urls)
    assert left.index.tolist() == [7, 3]
    assert left.isna().tolist() == [True, False]


@given(_URLS)
def test_host_path_and_end_stay_and_what_is_left_keeps_its_order(url: str) -> None:
    left = bare(url)
    assert bare(left) == left
    before, after = urlsplit(url), urlsplit(left)
    assert (after.scheme, after.netloc, after.path, after.fragment) == (
        (before.scheme, before.netloc, before.path, before.fragment)
    )
    pairs, kept = (parse_qsl(one.query, keep_blank_values=True) for one in (before, after))
    places = iter(pairs)
    assert all(pair in places for pair in kept)
    assert [p for p in kept if p[0] in _OWN] == [p for p in pairs if p[0] in _OWN]


@given(st.text(max_size=40))
def test_any_text_is_taken(text: str) -> None:
    assert bare(bare(text)) == bare(text)


def links(*urls: str, **more: str) -> pd.DataFrame:
    base = {"kind": "link", "post_id": "1", "post_url": "https://x.com/a/status/1", **more}
    return acts(*({**base, "url": url} for url in urls))


def kept(table: pd.DataFrame, short: ShortLinks = NO_SHORT_LINKS) -> list[str]:
    once = each_link_once(table, short)
    assert once.columns.tolist() == table.columns.tolist()
    return once["url"].tolist()


TWICE = ("https://a.example/s?id=1&utm_source=x", "https://a.example/s?id=1&fbclid=2")


def test_links_of_one_post_that_differ_in_trackers_are_one_as_the_first_was_posted() -> None:
    assert kept(links(*TWICE, "https://a.example/s?id=2")) == [TWICE[0], "https://a.example/s?id=2"]


def test_links_of_two_posts_or_of_posts_that_are_not_known_all_count() -> None:
    two = pd.concat([links(TWICE[0]), links(TWICE[1], post_id="2")], ignore_index=True)
    assert kept(two) == list(TWICE)
    unknown = links(*TWICE).assign(post_id=None, post_url=None)
    assert kept(unknown) == list(TWICE)


def test_other_acts_of_the_post_stay() -> None:
    table = pd.concat([links(*TWICE), links(*TWICE, kind="quote")], ignore_index=True)
    assert kept(table) == [TWICE[0], *TWICE]


def test_shortened_links_known_to_lead_elsewhere_stay_two() -> None:
    pair = ("https://bit.ly/1?utm_source=x", "https://bit.ly/1")
    assert kept(links(*pair)) == [pair[0]]
    assert kept(links(*pair), ShortLinks({pair[1]: "https://gull.example/"})) == list(pair)
