"""Listed accounts and sites that several agencies have in common, so that a lead sees them once."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from audit.checks import flagged_link_posted, flagged_source_followed, flagged_source_shared
from audit.fleet.model import SharedSource
from audit.fleet.names import alphabetical
from audit.review.model import Finding, Review

_FLAGGED = (flagged_link_posted, flagged_source_followed, flagged_source_shared)
_CHECKS = frozenset(check.WORDS.id for check in _FLAGGED)
_KINDS: Mapping[str, int] = MappingProxyType(
    {kind: place for place, kind in enumerate(("follow", "like", "repost", "quote", "link"))}
)
_Source = tuple[str, str]


def shared_sources(reviews: Sequence[Review]) -> tuple[SharedSource, ...]:
    """Give each listed account or site that findings of two agencies or more are about.

    An account is one of a platform, a site is a host. An account that one agency knows by its
    handle alone is the one whose id another knows with it. Items that are done do not count.
    """
    flagged = [
        (review.agency.name, one)
        for review in reviews
        for one in review.findings
        if one.check in _CHECKS and one.status != "done"
    ]
    ids = _ids(one for _, one in flagged)
    found: dict[_Source, list[tuple[str, Finding]]] = {}
    for agency, one in flagged:
        source = _source(one)
        found.setdefault(ids.get(source, source), []).append((agency, one))
    several = {
        source: rows for source, rows in found.items() if len({agency for agency, _ in rows}) > 1
    }
    shared = (_shared(source, rows) for source, rows in several.items())
    return tuple(sorted(shared, key=lambda one: (one.platform, *_name(one))))


def _source(one: Finding) -> _Source:
    if one.kind == "link":
        return "", one.subject.name.casefold().removeprefix("www.")
    account = one.subject.account_id
    return one.platform, account.casefold() if account.startswith("@") else account


def _ids(findings: Iterable[Finding]) -> Mapping[_Source, _Source]:
    """Give the account that each handle stands for, where some agency knows its id."""
    return {
        (one.platform, f"@{one.subject.handle.lstrip('@').casefold()}"): _source(one)
        for one in findings
        if one.kind != "link" and one.subject.handle and one.subject.account_id[:1] != "@"
    }


def _shared(source: _Source, rows: Sequence[tuple[str, Finding]]) -> SharedSource:
    (platform, account), findings = source, [one for _, one in rows]
    subjects = [one.subject for one in findings]
    link = not platform
    return SharedSource(
        platform=platform,
        account=account if link else _first(one.handle for one in subjects) or account,
        name="" if link else _first(one.name for one in subjects),
        url="" if link else _first(one.url for one in subjects),
        kinds=tuple(sorted({one.kind for one in findings}, key=lambda kind: _KINDS[kind])),
        agencies=tuple(sorted({agency for agency, _ in rows}, key=alphabetical)),
        items=len(findings),
        lists=tuple(sorted({said.source for one in findings for said in one.evidence})),
    )


def _first(values: Iterable[str]) -> str:
    return next(filter(None, values), "")


def _name(one: SharedSource) -> tuple[str, str]:
    return alphabetical(one.name or one.account)
