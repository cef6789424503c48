from dataclasses import replace
from pathlib import Path

import pytest

from audit.release.sites import links_of, named_sites, site_rows, withheld_sites
from audit.review.released import WITHHELD
from audit.sources.short_links import ShortLinks
from tests.audit.release.places import LIST, act, record, used

LISTED = (
    {"kind": "host", "key": "tall-tales.example"},
    {"kind": "host", "key": "news.big-press.example"},
    {"kind": "path", "key": "letters.example/tui"},
    {"kind": "tenant", "key": "substack:kea"},
    {"kind": "account", "key": "youtube:@kea"},
    {"kind": "host", "key": "good.example", "level": "clear", "lineage": "agency"},
)


@pytest.mark.parametrize(
    ("url", "site", "listed"),
    [
        ("https://www.tall-tales.example/a", "tall-tales.example", LIST),
        ("https://blog.tall-tales.example/a", "tall-tales.example", LIST),
        ("https://a.news.big-press.example/", "news.big-press.example", LIST),
        ("https://www.google.com/url?q=https://tall-tales.example/a", "tall-tales.example", LIST),
        ("https://letters.example/tui/winter", WITHHELD, ""),
        ("https://kea.substack.com/p/one", WITHHELD, ""),
        ("https://www.youtube.com/@kea", "youtube.com", ""),
        ("https://good.example/", WITHHELD, ""),
        ("https://jan-private.example/", WITHHELD, ""),
        ("https://www.health.govt.nz/", "health.govt.nz", ""),
        ("https://notgovt.nz/", WITHHELD, ""),
        ("https://our.agency.example/news", "our.agency.example", ""),
        ("https://big-press.example/", WITHHELD, ""),
        ("https://[broken", WITHHELD, ""),
    ],
)
def test_a_site_is_named_where_a_list_has_that_host_or_where_it_is_public(
    tmp_path: Path, url: str, site: str, listed: str
) -> None:
    given = used(tmp_path, *LISTED)
    links = links_of(record([act("link", url=url)], []), given)
    named = named_sites(links, given, ("agency.example",))
    assert (named[url].site, named[url].listed) == (site, listed)


def test_links_are_counted_by_site_and_withheld_ones_together(tmp_path: Path) -> None:
    urls = ("https://a.example/1", "https://a.example/2", "https://b.example/", "https://x.com/1")
    given = used(tmp_path)
    links = links_of(record([act("link", url=url) for url in urls], []), given)
    named = named_sites(links, given, ())
    rows = site_rows(links, named, {"x:900": "example_govt"})
    assert [(one.site, one.links) for one in rows] == [(WITHHELD, 3), ("x.com", 1)]
    assert withheld_sites(links, named, given) == 2


def test_shortened_links_count_as_the_hosts_that_they_lead_to(tmp_path: Path) -> None:
    leads = {"https://t.co/1": "https://a.example/", "https://t.co/2": "https://b.example/"}
    given = replace(used(tmp_path), short=ShortLinks(leads))
    links = links_of(record([act("link", url=url) for url in leads], []), given)
    assert withheld_sites(links, named_sites(links, given, ()), given) == 2


def test_no_links_are_no_sites(tmp_path: Path) -> None:
    given = used(tmp_path, *LISTED)
    links = links_of(record([], []), given)
    named = named_sites(links, given, ())
    assert site_rows(links, named, {}) == ()
    assert withheld_sites(links, named, given) == 0
