"""From hits to findings: a stable key, an item number, a status, and the highest priority first."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from audit import item
from audit.case import Case
from audit.checks import CHECKS
from audit.checks.base import HIT_COLUMNS, Check
from audit.history import History
from audit.period import NEW_ZEALAND
from audit.review.model import Evidence, Finding, Period, Subject

PRIORITIES = ("high", "medium", "low", "info")
_EVIDENCE = tuple(name for name in HIT_COLUMNS if name.startswith("source"))
_PLACE = {check.words.id: place for place, check in enumerate(CHECKS)}


def find(
    case: Case, handles: Mapping[str, str], history: History, period: Period
) -> tuple[Finding, ...]:
    """Run every check and give its findings, highest priority first.

    ``handles`` names our accounts by ``platform:stable id``. A finding keeps its item number, and
    is open rather than new when a review of an earlier period found it.
    """
    drafts = [_draft(check, hit) for check in CHECKS for hit in _records(check.find(case))]
    drafts.sort(key=_order)
    unique = {draft["key"]: draft for draft in reversed(drafts)}
    ordered = [unique[key] for key in dict.fromkeys(draft["key"] for draft in drafts)]
    items = item.assign([draft["key"] for draft in ordered], history.items, period.end)
    return tuple(
        Finding(
            item=items[draft["key"]],
            status="open" if draft["key"] in history.found else "new",
            handle=handles.get(f"{draft['platform']}:{draft['agency_account']}", ""),
            **draft,
        )
        for draft in ordered
    )


def _records(hits: pd.DataFrame) -> Sequence[Mapping[str, Any]]:
    local = hits["happened_at"].dt.tz_convert(NEW_ZEALAND).dt.date
    filled = hits.assign(happened_at=local).astype(object)
    return filled.where(hits.notna(), None).to_dict("records")  # type: ignore[return-value]


def _draft(check: Check, hit: Mapping[str, Any]) -> dict[str, Any]:
    text = {name: value or "" for name, value in hit.items() if name != "happened_at"}
    words = check.words
    subject = Subject(text["account_id"], text["handle"], text["name"], text["subject_url"])
    evidence = Evidence(*(text[name] for name in _EVIDENCE))
    return {
        "key": key_of(words.id, text),
        "check": words.id,
        "priority": words.priority,
        "title": text["title"],
        "platform": text["platform"],
        "agency_account": text["agency_account"],
        "kind": text["kind"],
        "subject": subject,
        "happened_on": hit["happened_at"],
        "post_url": text["post_url"],
        "why": text["why"],
        "suggested": text["suggested"],
        "evidence": (evidence,) if evidence.source else (),
        "clauses": words.clauses,
    }


def key_of(check: str, hit: Mapping[str, str]) -> str:
    """Give the key of a finding: a hash of the check and its subject, the same every quarter."""
    place = hit["subject_url"] if hit["kind"] == "link" else hit["account_id"]
    post = hit["post_id"] or hit["post_url"]
    subject = [check, hit["platform"], hit["agency_account"], hit["kind"], place, post]
    return hashlib.sha256(json.dumps(subject).encode()).hexdigest()[:16]


def _order(draft: Mapping[str, Any]) -> tuple[object, ...]:
    newest_first = -draft["happened_on"].toordinal() if draft["happened_on"] else 0
    return (
        PRIORITIES.index(draft["priority"]),
        _PLACE[draft["check"]],
        draft["platform"],
        draft["agency_account"],
        newest_first,
        draft["title"],
        draft["key"],
    )
