"""The items as they are released: about whom, by which rule and list, and what was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audit.decisions.model import VALUES
from audit.release.acts import Person
from audit.release.reasons import Secrets, released_reason
from audit.release.sites import Named
from audit.review.model import CheckWords, Finding
from audit.review.released import WITHHELD, Item
from audit.review.words import at_handle

OWN_ACCOUNT, OWN_POST = "Our own account", "Our own post"
_NAMES_SOMEBODY = frozenset({"personal-information-posted"})
_NOBODY = Person("", WITHHELD, "", "")


@dataclass(frozen=True)
class Known:
    """What may be said of those whom items are about, and which names may be in no reason."""

    people: Mapping[tuple[str, str, str, date | None], Person]
    sites: Mapping[str, Named]
    hidden: Secrets


def released_items(
    findings: Sequence[Finding], checks: Sequence[CheckWords], known: Known
) -> tuple[Item, ...]:
    """Give each item in named fields alone; the free text of an item is never among them."""
    rules = {check.id: check.title for check in checks}
    return tuple(_item(finding, rules.get(finding.check, ""), known) for finding in findings)


def _item(finding: Finding, rule: str, known: Known) -> Item:
    person = _person(finding, known)
    about = _written(finding.platform, person)
    listed, as_at = _list(finding)
    return Item(
        item=finding.item,
        priority=finding.priority,
        status=finding.status,
        rule=rule,
        platform=finding.platform,
        handle=finding.handle,
        kind=finding.kind,
        about=about,
        party=person.party,
        office=person.office,
        on=None if about == WITHHELD else finding.happened_on,
        listed=listed,
        listed_as_at=as_at,
        suggested=finding.suggested,
        decision=finding.decision.decision if finding.decision.decision in VALUES else "",
        decided_on=finding.decision.decided_on,
        reason=released_reason(finding.decision, about, known.hidden),
    )


def _person(finding: Finding, known: Known) -> Person:
    """Say whom an item is about; whoever cannot be told to be public is withheld."""
    if finding.check in _NAMES_SOMEBODY:
        return _NOBODY
    about = finding.subject
    if finding.kind == "link":
        site = known.sites.get(about.url)
        return Person("", site.site, "", "") if site and site.listed else _NOBODY
    if about.account_id and about.account_id == finding.agency_account:
        return Person("", OWN_POST if finding.kind == "post" else OWN_ACCOUNT, "", "")
    key = (finding.platform, about.account_id, finding.kind, finding.happened_on)
    return known.people.get(key, _NOBODY)


def _list(finding: Finding) -> tuple[str, str]:
    """Name the list that an item rests on: a file with a hash, never a label of one account."""
    one = next((one for one in finding.evidence if one.sha256), None)
    return (one.source, one.as_at) if one else ("", "")


def _written(platform: str, person: Person) -> str:
    account = at_handle(platform, person.account)
    return f"{person.name} ({account})" if account else person.name
