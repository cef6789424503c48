"""A Review of an invented ministry with every kind of row, and what could go wrong with it."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pandas as pd

from audit.review import model
from tests.reports import example_evidence, example_guidance
from tests.reports.example_balance import BALANCES, PARTIES
from tests.reports.example_changes import CHANGES
from tests.reports.example_findings import FINDINGS

READ_AT = datetime(2026, 10, 5, 6, 30, tzinfo=timezone(timedelta(hours=13)))
HOSTILE = (
    "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "#N/A", "<script>alert(1)</script>",
    "NUL\x00 VT\x0b DEL\x7f", "\u202egnp.exe", "\ud800 alone", "_x000D_ and _x0041_",
    "🥝" * 40_000, "e\u0301" * 50, "line\r\nline\rline\n" * 300, "http://evil.example/x",
    "a" * 4000,
)  # fmt: skip
_FREE = {
    "name", "name_mi", "answer", "handle", "reason", "source", "title", "why", "suggested",
    "row", "url", "post_url", "sentence", "notes", "limits", "version", "tool_version",
    "account_id", "as_at", "owner", "marking", "label", "requirement", "question", "by",
    "words", "account",
}  # fmt: skip


def _coverage(
    platform: str, handle: str, kind: str, status: str, fetched: int, reason: str = ""
) -> model.Coverage:
    return model.Coverage(
        platform=platform, agency_account="1", handle=handle, kind=kind, status=status,
        method="export", stated=412 if status == "partial" else None, fetched=fetched,
        unattributed=4 if kind == "like" else 0, earliest=date(2021, 3, 4) if fetched else None,
        latest=date(2026, 9, 29) if fetched else None, as_at=READ_AT, reason=reason,
    )  # fmt: skip


COVERAGE = (
    _coverage("x", "example_ministry", "follow", "complete", 412),
    _coverage("x", "example_ministry", "like", "complete", 540),
    _coverage("x", "example_ministry", "repost", "complete", 120),
    _coverage("x", "example_ministry", "quote", "complete", 12),
    _coverage("x", "example_ministry", "link", "partial", 300, "2 records are damaged."),
    _coverage("mastodon", "example@social.example", "follow", "complete", 200),
    _coverage("mastodon", "example@social.example", "like", "failed", 0,
              "likes.json ends in the middle of a record: get a new export."),
    _coverage("instagram", "example.ministry", "like", "unavailable", 0,
              "The platform gives no way to read them."),
    _coverage("facebook", "Ministry of Example", "follow", "not_attempted", 0,
              "The configuration does not ask for it."),
)  # fmt: skip
REGISTER = model.RegisterState(
    "nz", "2026-10-05", date(2026, 9, 30),
    tuple(
        model.RegisterCoverage(party.id, platform, known, 15)
        for party in PARTIES
        for platform, known in (("x", 10), ("mastodon", 2), ("all", 11))
    ),
    tuple(
        model.PlatformKnown(platform, known * len(PARTIES), 15 * len(PARTIES))
        for platform, known in (("x", 10), ("mastodon", 2), ("all", 11))
    ),
    "The register knows an account on your platforms of 66 of 90 sitting members.",
)  # fmt: skip
DECISIONS_READ = model.DecisionsRead(
    "2 decisions read from workbooks (1 with a note), 1 not used, 1 item missing.",
    read=4, used=1, noted=1, not_used=1, undecided=1, missing=1,
    files=("review-2026-Q2.xlsx, read on 4 August 2026: 4 rows.",),
    rows=tuple(
        model.RowRead(
            bucket, "review-2026-Q2.xlsx" if row else "", "Findings" if row else "", row,
            "26Q2-0001-F", "Follows Tall Tales Daily, which a list names", decision, reason, "", "",
            said, date(2026, 8, 4),
        )
        for bucket, row, decision, reason, said in (
            ("used", 2, "Keep", "Statutory partner", ""),
            ("used with a note", 3, "Keep", "", "Keep needs a reason, so it is asked for again"),
            ("not used", 4, "unfolow", "", "Did you mean Unfollow?"),
            ("undecided", 5, "", "", ""),
            ("missing", 0, "", "", "It is in no file that came back of run 2026-Q2-aa"),
        )
    ),
)  # fmt: skip
LIMITS = (
    "Likes of @example@social.example on Mastodon could not be read. likes.json ends in the middle "
    "of a record: get a new export.",
    "Likes of @example.ministry on Instagram cannot be read from this source.",
    "A list inside the usual range does not prove balance: what was posted is not measured.",
)


def example() -> model.Review:
    """Ten items, five lists, and accounts read in full, in part and not at all."""
    return model.Review(
        agency=model.Agency("Ministry of Example", "Te Manatū Tauira"),
        marking="IN-CONFIDENCE",
        period=model.Period(
            "2026-Q3", "Quarter 1 of 2026/27: 1 July to 30 September 2026",
            date(2026, 7, 1), date(2026, 9, 30),
        ),
        run_id="2026-Q3-7f3a",
        observed_at=READ_AT,
        answer="7 items need a decision by Wednesday 4 November 2026; 3 are high priority.",
        status="partial",
        summary=model.Summary(7, 3, 3, 1, 1, 1, 1584, 3, 4, date(2026, 11, 4), False, 2),
        coverage=COVERAGE,
        files=(
            model.SourceFile("x", "example_ministry", "data/following.js", 412, 412, {}),
            model.SourceFile("x", "example_ministry", "data/like.js", 545, 540,
                             {"without a post id": 3, "twice in the file": 2}),
            model.SourceFile("mastodon", "example@social.example", "likes.json", 0, 0, {}),
        ),
        inputs=(
            model.InputFile("x", "example_ministry", "x-archive.zip", 2_048_117, "ab" * 32),
            model.InputFile("mastodon", "example@social.example", "archive.tgz", 91_204, "0c" * 32),
        ),
        totals={"follow": 612, "like": 540, "repost": 120, "quote": 12, "link": 300, "post": 210},
        labels=model.Labels(
            31, 20, 11, 581, 14,
            REGISTER,
        ),
        parties=PARTIES,
        balance=BALANCES,
        findings=FINDINGS,
        checks=(
            model.CheckWords(
                "flagged-source-followed", "Flagged account followed",
                "a follow of an account that a list names",
                "A follow can look like agreement.", "Unfollow it, or keep it with a reason.",
                "high", ("F3",),
            ),
        ),
        changes=CHANGES,
        guidance=example_guidance.LINES,
        limits=LIMITS,
        registers=(
            model.RegisterFile("nz/accounts", "2026-10-05", "cd" * 32, 314),
            model.RegisterFile("Ministry's own list", "2026-09-01", "ef" * 32, 12),
        ),
        evidence=example_evidence.everything(),
        tool_version="0.1.0",
        decisions=DECISIONS_READ,
        headline="You follow 24 politicians: no sign of imbalance beyond luck.",
        elections=(
            model.ElectionPeriod(
                "pre-election", date(2026, 8, 7), date(2026, 11, 7), date(2026, 11, 7),
                "Commission for Elections", "https://elections.example/",
            ),
        ),
    )  # fmt: skip


def nothing_found() -> model.Review:
    """Everything was read in full, and nothing was there."""
    read = tuple(replace(row, status="complete", fetched=0, reason="") for row in COVERAGE)
    return _bare(replace(example(), coverage=read, status="complete", limits=()))


def nothing_read() -> model.Review:
    """Every account was tried and none could be read."""
    failed = tuple(
        replace(row, status="failed", fetched=0, reason="Sign-in refused.") for row in COVERAGE
    )
    bare = _bare(replace(example(), coverage=failed, status="partial"))
    return replace(bare, summary=replace(bare.summary, accounts_read=0))


def nothing_asked() -> model.Review:
    """No account at all: the emptiest Review there can be."""
    bare = _bare(replace(example(), coverage=(), limits=(), registers=(), inputs=(), marking=""))
    summary = replace(bare.summary, accounts_read=0, accounts_total=0, baseline=True)
    return replace(bare, summary=summary, agency=model.Agency("Ministry of Example"))


def hostile() -> model.Review:
    """The example with dangerous text wherever text from outside can stand."""
    review = example()
    findings = tuple(
        poisoned(review.findings[place % len(review.findings)], text)
        for place, text in enumerate(HOSTILE)
    )
    numbered = tuple(
        replace(finding, item=f"26Q3-{place:04d}-X") for place, finding in enumerate(findings)
    )
    evidence = {
        field.name: _poisoned_frame(getattr(review.evidence, field.name))
        for field in fields(review.evidence)
    }
    poison = HOSTILE[0]
    return replace(
        poisoned(replace(review, findings=()), poison),
        findings=numbered,
        marking=review.marking,
        period=review.period,  # the tool's own words
        coverage=tuple(
            poisoned(review.coverage[place % len(COVERAGE)], text)
            for place, text in enumerate(HOSTILE)
        ),
        evidence=model.EvidenceTables(**evidence),
    )


def poisoned(value: Any, poison: str) -> Any:
    """Give the same value with the poison in every text that may come from outside."""
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{
                field.name: _poison(field.name, getattr(value, field.name), poison)
                for field in fields(value)
            },
        )
    return tuple(poisoned(part, poison) for part in value) if isinstance(value, tuple) else value


def _poison(name: str, value: Any, poison: str) -> Any:
    if name in {*_FREE, "evidence"} and isinstance(value, str):
        return poison
    if name in _FREE and isinstance(value, tuple):
        return (poison,)
    return poisoned(value, poison)


def _poisoned_frame(frame: pd.DataFrame) -> pd.DataFrame:
    cycle = [HOSTILE[place % len(HOSTILE)] for place in range(len(frame))]
    texts = pd.Series(cycle, index=frame.index, dtype=object)  # Arrow takes no lone surrogate
    keep = {"platform", "happened_on", "review_by", "first_seen", "seen_since"}
    return frame.assign(**{name: texts for name in frame.columns if name not in keep})


def _bare(review: model.Review) -> model.Review:
    summary = replace(
        review.summary, need_decision=0, high=0, medium=0, low=0, info=0, overdue=0,
        items_checked=0, purpose_missing=0,
    )  # fmt: skip
    return replace(
        review, answer="No items need a decision. We checked 0 items.", summary=summary,
        files=(), totals={}, balance=(), findings=(), guidance=(),
        evidence=example_evidence.nothing(),
    )  # fmt: skip
