"""Judges the clauses about what an agency does: by findings, where everything could be read."""

from collections import Counter
from collections.abc import Sequence

from audit.guidance.clauses import Clause
from audit.guidance.facts import ATTENTION, MET, NEEDS_A_PERSON, NOT_ASSESSED, Facts, Judged
from audit.guidance.purposes_said import of_interacting, of_posting
from audit.review.model import Coverage, Finding
from audit.review.words import KIND_NOUNS, count, listing, own_account

_SETTLED = frozenset({"decided", "done"})
_MOST_ACCOUNTS = 3
_BALANCE = {"no_sign": MET, "uneven": ATTENTION, "strongly_uneven": ATTENTION}


def of_checks(clause: Clause, facts: Facts) -> Judged:
    """Judge by the findings of the clause's checks; none found counts only where all was read."""
    concerned = [finding for finding in facts.findings if finding.check in clause.checks]
    weighed = [one for one in concerned if one.priority != "info" or clause.information]
    waiting = [finding for finding in weighed if finding.status not in _SETTLED]
    more = _more(len(weighed) - len(waiting), len(concerned) - len(weighed))
    items = tuple(finding.item for finding in waiting or concerned)
    unread = _unread(clause, facts)
    purposes = of_interacting(facts) if "purposes" in clause.needs else ""
    if waiting:
        told = _joined(_by_title(waiting, facts), more, purposes, unread)
        return Judged(ATTENTION, told, items)
    if unread:
        nothing = "" if weighed else "Nothing that asks for a decision was found in the rest."
        return Judged(NOT_ASSESSED, _joined(unread, nothing, more, purposes), items)
    status = NEEDS_A_PERSON if clause.question else MET
    seen = clause.looked if any(facts.totals.get(kind) for kind in clause.kinds) else _none(clause)
    return Judged(status, _joined("" if weighed else seen, more, purposes), items)


def _none(clause: Clause) -> str:
    """Say that there was nothing of what a clause is about, where that is an act of ours."""
    kinds = [KIND_NOUNS[kind][1] for kind in clause.kinds]
    return f"What was read holds no {listing(kinds)}." if kinds else clause.looked


def _more(decided: int, information: int) -> str:
    """Say how many findings are decided, and how many are for information alone."""
    told = [f"{count(decided, 'finding')} decided"] if decided else []
    told += [f"{count(information, 'item')} for information"] if information else []
    return f"{listing(told)}." if told else ""


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def of_balance(clause: Clause, facts: Facts) -> Judged:
    """Judge by the follows of all platforms."""
    first = next((b for b in facts.balance if (b.scope, b.kind) == ("all", "follow")), None)
    if first is None:
        return Judged(NOT_ASSESSED, "No list of follows was compared.")
    status = _BALANCE.get(first.verdict, NOT_ASSESSED)
    unread = _unread(clause, facts)
    if status == MET and unread:
        return Judged(NOT_ASSESSED, f"{unread} Of what was read: {first.sentence}")
    return Judged(status, f"{first.sentence} {unread}".strip())


def of_person(clause: Clause, facts: Facts) -> Judged:
    """Leave it to a person; for what is posted and shared, with how much of it has a purpose."""
    if clause.id != "S1":
        return Judged(
            NEEDS_A_PERSON, "Nothing that this review reads shows it, so a person is asked."
        )
    counts = [
        count(facts.totals.get(kind, 0), *KIND_NOUNS[kind])
        for kind in ("post", "repost", "quote", "link")
    ]
    said = f"This review covers {listing(counts)}. {of_posting(facts)}"
    return Judged(NEEDS_A_PERSON, said.strip())


def _by_title(findings: Sequence[Finding], facts: Facts) -> str:
    """Count findings by what their check is called, as in: “Flagged account followed” (2)."""
    checks = Counter(finding.check for finding in findings)
    counts = {f"“{facts.titles.get(check, check)}”": number for check, number in checks.items()}
    several = len(counts) > 1
    named = [f"{title} ({number:,})" if several else title for title, number in counts.items()]
    return f"{count(len(findings), 'finding')} to look at: {listing(named)}."


def _unread(clause: Clause, facts: Facts) -> str:
    """Say what a clause is about and could not be looked at; empty where all of it was."""
    lacking = [facts.lacks[need] for need in clause.needs if need in facts.lacks]
    rows = [row for row in facts.coverage if row.kind in clause.kinds and _is_short(row)]
    accounts: dict[str, list[str]] = {}
    for row in rows:
        name = own_account(row.platform, row.handle)
        accounts.setdefault(name, []).append(KIND_NOUNS[row.kind][1])
    told = [f"the {listing(kinds)} of {name}" for name, kinds in accounts.items()]
    more = len(told) - _MOST_ACCOUNTS
    shown = told[:_MOST_ACCOUNTS] + ([f"of {count(more, 'more account')}"] if more > 0 else [])
    not_seen = f"Not looked at in full: {listing(shown)} (see Coverage)." if shown else ""
    if not facts.coverage:
        not_seen = "No account was read."
    return " ".join([*lacking, not_seen]).strip()


def _is_short(row: Coverage) -> bool:
    return row.status != "complete" or row.unattributed > 0
