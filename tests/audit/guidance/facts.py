"""Facts of a small review: everything was read and nothing found, unless a test says otherwise."""

from datetime import UTC, date, datetime
from typing import Any

from audit.config_sections import GovernanceSection
from audit.guidance.clauses import load
from audit.guidance.facts import Facts
from audit.guidance.given import Answer, Given, GivenDocument
from audit.guidance.lines import lines
from audit.own_profiles import OwnProfile
from audit.review.model import Balance, Coverage, Finding, GuidanceLine, Reference, Subject
from connectors.frames import KINDS
from tests.statements import POLICY, STATEMENT, Block

TODAY = date(2026, 10, 5)


def document(what: str, blocks: tuple[Block, ...], **given: Any) -> GivenDocument:
    place = f"https://www.manatu.tauira.example/{what}"
    texts = tuple(f"• {text}" if kind == "li" else text for kind, text in blocks)
    return GivenDocument(what, place, TODAY, **{"paragraphs": texts, **given})


LEADING = OwnProfile("x", "manatu_tauira", "Kia ora!\nStatement: manatu.tauira.example/statement/")
DOCUMENTS = (document("policy", POLICY), document("statement", STATEMENT))


def row(kind: str, **given: Any) -> Coverage:
    told = {
        "platform": "x", "agency_account": "900", "handle": "manatu_tauira", "kind": kind,
        "status": "complete", "method": "export", "stated": None, "fetched": 5,
        "unattributed": 0, "earliest": None, "latest": None,
        "as_at": datetime(2026, 10, 4, tzinfo=UTC), "reason": "",
    }  # fmt: skip
    return Coverage(**{**told, **given})


def finding(check: str, item: str = "26Q3-0001-G", **given: Any) -> Finding:
    told = {
        "item": item, "key": "k", "check": check, "priority": "high", "status": "new",
        "title": "Something", "platform": "x", "agency_account": "900", "handle": "manatu_tauira",
        "kind": "follow", "subject": Subject("1", "a", "A", ""), "happened_on": None,
        "post_url": "", "why": "", "suggested": "Keep", "evidence": (), "clauses": (),
    }  # fmt: skip
    return Finding(**{**told, **given})


def balance(verdict: str) -> Balance:
    return Balance(
        scope="all", kind="follow", n=24, outside=0, set_aside=0, counts={},
        reference=Reference("seats", TODAY, {}), d=0.1, misplaced=2, floor=0.0,
        chance_mean=0.1, c95=0.2,
        p=0.5, p_corridor=0.5, p_adjusted=0.5, verdict=verdict, transition=False, lines=(),
        sentence="You follow 24 politicians.",
    )  # fmt: skip


def facts(**given: Any) -> Facts:
    told = {
        "findings": (),
        "coverage": tuple(row(kind) for kind in KINDS),
        "balance": (balance("no_sign"),),
        "given": Given(DOCUMENTS),
        "settings": GovernanceSection(
            policy_reviewed=date(2026, 3, 2), statement_reviewed=date(2025, 11, 10)
        ),
        "observed_on": TODAY,
        "totals": {"post": 3},
        "profiles": (LEADING,),
        "titles": {"purpose-missing": "Follow without a recorded purpose"},
    }
    return Facts(**{**told, **given})


def judged(**given: Any) -> dict[str, GuidanceLine]:
    return {line.clause: line for line in lines(load(), facts(**given))}


def answered(clause: str, said: str, on: date | None = TODAY, by: str = "Hana") -> Given:
    return Given(DOCUMENTS, answers=(Answer(clause, said, by, on),))
