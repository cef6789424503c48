"""Known traps of matching links to lists."""

import pandas as pd
import pytest

from audit.sources.listed import Listed
from audit.sources.rows import formed


def matches(url: str, *named: tuple[str, str]) -> list[tuple[str, str]]:
    table = pd.DataFrame(named, columns=["kind", "key"])
    rows = formed(table.assign(list=[f"List {number}" for number in range(len(named))]))
    return [(rows["key"].iloc[one.row], one.how) for one in Listed(rows).of_link(url)]


def named(url: str, *rows: tuple[str, str]) -> list[str]:
    return [key for key, _ in matches(url, *rows)]


@pytest.mark.parametrize(
    "host",
    ["youtube.com", "facebook.com", "medium.com", "substack.com", "blogspot.com", "rumble.com"],
)
def test_a_host_of_many_writers_never_names_one_of_them(host: str) -> None:
    for url in (f"https://{host}/watch?v=1", f"https://www.{host}/x", f"https://a.{host}/x"):
        assert named(url, ("host", host)) == []


def test_a_blog_is_named_by_its_writer_under_any_country() -> None:
    row = ("host", "gull.blogspot.com")
    assert named("https://gull.blogspot.co.nz/2024/1", row) == ["gull.blogspot.com"]
    assert named("https://heron.blogspot.co.nz/2024/1", row) == []
    assert named("https://heron.blogspot.co.nz/", ("host", "blogspot.co.nz")) == []


def test_a_channel_is_named_however_the_row_is_written() -> None:
    for row in (("account", "youtube:@gull"), ("path", "youtube.com/@gull")):
        assert named("https://m.youtube.com/@Gull/videos", row) == [row[1]]
    channel = "UC" + "a" * 22
    row = ("account", f"youtube:{channel.casefold()}")
    assert named(f"https://www.youtube.com/channel/{channel}", row) == [row[1]]
    assert named("https://www.youtube.com/watch?v=1", row) == []


def test_a_newsletter_is_named_by_its_writer() -> None:
    for url in (
        "https://gull.substack.com/p/1",
        "https://open.substack.com/pub/gull/p/1",
        "https://substack.com/@gull/note/1",
    ):
        assert named(url, ("tenant", "substack:gull")) == ["substack:gull"]
        assert named(url, ("host", "gull.substack.com")) == ["gull.substack.com"]
    assert named("https://heron.substack.com/p/1", ("tenant", "substack:gull")) == []


def test_translations_and_archived_copies_reach_the_source() -> None:
    row = ("host", "gull.tauira")
    for url, via in (
        ("https://gull-tauira.translate.goog/a", "gull-tauira.translate.goog"),
        ("https://web.archive.org/web/2024/https://www.gull.tauira/a", "web.archive.org"),
    ):
        assert matches(url, row) == [("gull.tauira", f"by the host, through {via}")]


def test_a_public_suffix_names_itself_alone() -> None:
    for suffix in ("nhs.uk", "parliament.nz"):
        assert named(f"https://www.{suffix}/a", ("host", suffix)) == [suffix]
        assert named(f"https://trust.{suffix}/a", ("host", suffix)) == []


def test_full_width_dots_and_macrons_are_one_host() -> None:
    assert named("https://gull。tauira/a", ("host", "gull.tauira")) == ["gull.tauira"]
    assert named("https://GULL.tauira:8443/a", ("host", "gull.tauira")) == ["gull.tauira"]
    row = ("host", "xn--mori-qsa.tauira")
    assert named("https://māori.tauira/", row) == ["xn--mori-qsa.tauira"]


def test_of_each_list_the_longest_place_counts() -> None:
    table = pd.DataFrame(
        [
            ("A", "host", "gull.tauira"),
            ("A", "path", "gull.tauira/news"),
            ("B", "host", "gull.tauira"),
            ("B", "host", "news.gull.tauira"),
        ],
        columns=["list", "kind", "key"],
    )
    listed = Listed(formed(table))
    assert [one.row for one in listed.of_link("https://gull.tauira/news/1")] == [1, 2]
    assert [one.row for one in listed.of_link("https://news.gull.tauira/x")] == [0, 3]


def test_a_server_of_the_fediverse_is_named_by_its_host() -> None:
    assert named("https://gull.tauira/@kea/1", ("fediverse", "gull.tauira")) == ["gull.tauira"]
