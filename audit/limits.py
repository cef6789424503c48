"""What the review cannot tell, in sentences: what was not read, in full or at all."""

from collections.abc import Iterator, Sequence

from audit.review import words
from audit.review.model import Coverage

_HOW = {
    "failed": "could not be read",
    "unavailable": "cannot be read from this source",
    "not_attempted": "were not read",
    "partial": "were read only in part",
}
_ORDER = tuple(_HOW)


def limits(
    coverage: Sequence[Coverage], notes: Sequence[str], register_note: str = ""
) -> tuple[str, ...]:
    """Give what failed, what the register lacks, what has no known author, then other gaps.

    These are by account and reason, in order of gravity; the notes come last.
    """
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    wanting = [row for row in coverage if row.status in _HOW]
    for row in sorted(wanting, key=lambda row: _ORDER.index(row.status)):
        group = (row.status, row.platform, row.handle, row.reason)
        groups.setdefault(group, []).append(words.KIND_NOUNS[row.kind][1])
    failed, lesser = (
        [
            _sentence(*group, kinds)
            for group, kinds in groups.items()
            if (group[0] == "failed") is bad
        ]
        for bad in (True, False)
    )
    unknown = _unattributed(coverage)
    register = [f"The register: {register_note}"] if register_note else []
    return (*failed, *register, *unknown, *lesser, *dict.fromkeys(notes))


def _unattributed(coverage: Sequence[Coverage]) -> Iterator[str]:
    """Say of each kind, for all accounts together, how many acts are of no known account.

    One sentence a kind, so that no platform's falls behind the first page.
    """
    for kind, nouns in words.KIND_NOUNS.items():
        rows = [row for row in coverage if row.kind == kind]
        unknown = [row for row in rows if row.unattributed]
        if len(unknown) == 1:
            yield _unattributed_of_one(unknown[0])
        elif unknown:
            lost, fetched = _sums(rows)
            where = words.listing(
                [_on_platform(platform, unknown) for platform in _places(unknown)]
            )
            said = (
                f"{lost:,} of {words.count(fetched, *nouns)} could not be attributed to an account"
            )
            yield f"{said}: {where}."


def _places(rows: Sequence[Coverage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.platform for row in rows))


def _on_platform(platform: str, rows: Sequence[Coverage]) -> str:
    lost, fetched = _sums([row for row in rows if row.platform == platform])
    return f"{lost:,} of {fetched:,} on {words.platform_name(platform)}"


def _sums(rows: Sequence[Coverage]) -> tuple[int, int]:
    return sum(row.unattributed for row in rows), sum(row.fetched for row in rows)


def _unattributed_of_one(row: Coverage) -> str:
    """Say that acts were read whose account is not known, so that they were not checked."""
    of = f"{row.unattributed:,} of {words.count(row.fetched, *words.KIND_NOUNS[row.kind])}"
    account = words.own_account(row.platform, row.handle)
    said = f"{of} of {account} could not be attributed to an account."
    return f"{said} {row.reason}".rstrip() if row.status == "complete" else said


def _sentence(status: str, platform: str, handle: str, reason: str, kinds: list[str]) -> str:
    what = words.listing(kinds)
    tail = f" {reason}" if reason else ""
    account = words.own_account(platform, handle)
    return f"{what[0].upper()}{what[1:]} of {account} {_HOW[status]}.{tail}"
