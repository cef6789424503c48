"""Sources in common: two agencies or more, each source once."""

from dataclasses import replace

from audit.fleet.shared import shared_sources
from audit.review.model import Finding, Review, Subject
from tests.audit.fleet.reviews import flagged, review
from tests.reports.example import example

PATTERN = example().findings[0]


def with_findings(name: str, *findings: Finding) -> Review:
    return replace(review(name, 12, 8), findings=findings)


def test_an_account_counts_once_however_often_and_names_its_agencies() -> None:
    one, other = flagged(PATTERN), flagged(PATTERN, account="88")
    reviews = [with_findings("Zoo", one, one), with_findings("Bay", one, other)]
    (found,) = shared_sources(reviews)
    assert found.agencies == ("Bay", "Zoo")
    assert (found.items, found.name, found.kinds) == (3, "The Gull", ("follow",))
    assert found.lists == tuple(sorted({said.source for said in PATTERN.evidence}))


def test_an_account_known_by_its_handle_alone_is_the_one_whose_id_another_knows() -> None:
    subject = Subject("77", "Gull", "The Gull", "")
    by_id = replace(flagged(PATTERN), subject=subject)
    by_handle = replace(flagged(PATTERN), subject=replace(subject, account_id="@gull"))
    elsewhere = replace(by_handle, platform="bluesky")
    reviews = [with_findings("A", by_handle, elsewhere), with_findings("B", by_id)]
    (found,) = shared_sources(reviews)
    assert (found.platform, found.account, found.items) == ("x", "Gull", 2)
    assert found.agencies == ("A", "B")


def test_sites_are_hosts_and_platforms_are_kept_apart() -> None:
    first = with_findings(
        "A", flagged(PATTERN, kind="link", name="www.gull.example"), flagged(PATTERN)
    )
    second = with_findings(
        "B",
        flagged(PATTERN, kind="link", name="Gull.example"),
        flagged(PATTERN, platform="bluesky"),
    )
    (found,) = shared_sources([first, second])
    assert (found.platform, found.account) == ("", "gull.example")


def test_what_is_done_and_what_no_list_names_does_not_count() -> None:
    done = with_findings("A", flagged(PATTERN, status="done"))
    unlisted = replace(flagged(PATTERN), check="purpose-missing")
    other = with_findings("B", flagged(PATTERN), unlisted)
    assert shared_sources([done, other, with_findings("C", unlisted)]) == ()
