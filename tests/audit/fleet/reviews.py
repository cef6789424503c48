"""Reviews of invented agencies that differ in what they follow, and the Fleet made of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from audit.fleet.assemble import Member, assemble
from audit.fleet.model import Fleet, NotHere
from audit.review.model import Agency, Finding, Review, Subject
from tests.reports.example import example
from tests.reports.example_balance import balance

GOVERNMENT, OPPOSITION = "kauri", "rimu"


def review(name: str, government: int, others: int, **changed: object) -> Review:
    """A review whose agency follows so many politicians of the government, and of the others."""
    whole = example()
    follow = balance("all", "follow", {GOVERNMENT: government, OPPOSITION: others}, "You follow.")
    if follow.n == 0:
        follow = replace(follow, verdict="none")
    rest = [one for one in whole.balance if (one.scope, one.kind) != ("all", "follow")]
    kept = replace(whole, agency=Agency(name), balance=(follow, *rest))
    return replace(kept, **changed)  # type: ignore[arg-type]


def read_in_full(one: Review) -> Review:
    """The same review, with everything that was asked for read."""
    rows = tuple(replace(row, status="complete", reason="") for row in one.coverage)
    return replace(one, status="complete", coverage=rows)


def fleet(
    reviews: Iterable[Review], not_here: tuple[NotHere, ...] = (), notes: tuple[str, ...] = ()
) -> Fleet:
    members = [
        Member(one, f"{one.agency.name}/runs/2026-Q3", f"agencies/{place}.html")
        for place, one in enumerate(reviews)
    ]
    return assemble(members, not_here, notes)


def three() -> Fleet:
    return fleet([review("Ōtaki Office", 20, 8), review("Bay Agency", 9, 11), review("Zoo", 3, 2)])


def many(number: int) -> Fleet:
    """As many agencies as asked for, of many sizes and mixes."""
    sizes: Mapping[str, tuple[int, int]] = {
        f"Agency {place:03d}": (5 + place * 7 % 40, 5 + place * 5 % 30) for place in range(number)
    }
    return fleet([review(name, *size) for name, size in sizes.items()])


def flagged(pattern: Finding, **changed: str) -> Finding:
    """A finding on a listed account, or on a listed site where the kind is link."""
    link = changed.get("kind") == "link"
    subject = Subject(
        "" if link else changed.get("account", "77"), "", changed.get("name", "The Gull"), ""
    )
    return replace(
        pattern,
        check="flagged-link-posted" if link else "flagged-source-followed",
        platform=changed.get("platform", "x"), kind=changed.get("kind", "follow"),
        status=changed.get("status", "new"), subject=subject,
    )  # fmt: skip
