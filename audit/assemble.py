"""Makes the Review of one run: the case, the findings, the balance, the answer and the limits."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

import pandas as pd

from audit import __version__, acts, evidence, findings
from audit.answer import answer, summarise
from audit.build_case import Known, build_case, count_labels
from audit.case import Case
from audit.changes.of_review import with_changes
from audit.changes.seen import with_first_seen
from audit.checks import CHECKS
from audit.config import Config
from audit.decisions.of_review import with_decisions
from audit.decisions.said import decisions_read
from audit.elections import periods_within
from audit.gathered import Gathered
from audit.guidance.of_review import with_guidance
from audit.inputs import Inputs
from audit.limits import limits
from audit.mix.headline import headline
from audit.mix.measure import Yardstick
from audit.mix.rows import balance_rows
from audit.on_lists import on_lists
from audit.period import NEW_ZEALAND
from audit.reading import to_the_end
from audit.record import Record
from audit.register.age import review_problems
from audit.register.election_periods import election_periods
from audit.register.gaps import count_namesakes, unconfirmed
from audit.register.seats import parties_of
from audit.register.state import register_state
from audit.review.document import document
from audit.review.model import Agency, Changes, Coverage, Finding, Labels, Review
from audit.review.words import count, listing, own_account
from audit.signs.unlooked import unlooked
from audit.sources.trackers import each_link_once
from audit.stock import stock_days
from audit.undated import undated
from audit.unscreened import unscreened
from connectors.frames import KINDS, PLATFORMS

_NO_LISTS = (
    "No list of flagged accounts and sources is named in the configuration, so no account and no "
    "link was compared with one."
)


def assemble(record: Record, config: Config, used: Inputs) -> Review:
    """Make the Review; the same record, configuration and inputs give the same Review."""
    period = record.period
    gathered = replace(record.gathered, coverage=to_the_end(record.gathered.coverage, period))
    chosen = acts.of_period(gathered.interactions, period, record.history)
    case = build_case(chosen, gathered, used, _known(record, config))
    case = replace(case, followed=with_first_seen(case.followed, record))
    once = replace(case, acts=each_link_once(case.acts, used.short))
    found = findings.find(once, gathered.handles, record.history, period)
    found = with_decisions(found, record, gathered.coverage, config.review.keep_months)
    totals = _totals(each_link_once(chosen, used.short))
    review = _review(case, found, totals, replace(record, gathered=gathered), config, used)
    first = not record.history.reviewed
    review = replace(review, decisions=decisions_read(record.recorded.readings, first=first))
    review = with_changes(review, record, used, config.review.quarters)
    review = with_guidance(review, case, record.given, config, record.observed_on)
    return replace(review, run_id=_run_id(review))


def _known(record: Record, config: Config) -> Known:
    return Known(
        record.observed_on,
        tuple(filter(None, (config.agency.name, config.agency.name_mi))),
        config.screen,
        config.governance,
        record.history.accounts,
        config.sources.labels,
    )


def _review(
    case: Case,
    found: tuple[Finding, ...],
    totals: Mapping[str, int],
    record: Record,
    config: Config,
    used: Inputs,
) -> Review:
    """Make the Review but for what compares it with others and with the guidance."""
    gathered, period = record.gathered, record.period
    rows = coverage_rows(gathered.coverage, gathered.handles)
    days = config.review.decide_within_days
    first = not record.history.reviewed
    summary = summarise(found, rows, totals, record.observed_at, days, baseline=first)
    parties = parties_of(used.register, period.end)
    balance = balance_rows(case, Yardstick(used.register, config.balance, used.custom), period)
    labels = _labels(case, rows, record, used)
    return Review(
        agency=Agency(config.agency.name, config.agency.name_mi),
        marking=config.review.marking,
        period=period,
        run_id="",
        observed_at=record.observed_at,
        answer=answer(summary),
        status="complete" if gathered.whole else "partial",
        summary=summary,
        coverage=rows,
        files=tuple(file for one in gathered.own for file in one.files),
        inputs=tuple(file for one in gathered.own for file in one.inputs),
        totals=totals,
        labels=labels,
        parties=parties,
        balance=balance,
        findings=found,
        checks=tuple(check.words for check in CHECKS),
        changes=Changes(),
        guidance=(),
        limits=(
            *labels.register.problems,
            *unconfirmed(labels.namesakes),
            *undated(rows, record.observed_at),
            *stock_days(rows, period, record.observed_at),
            *limits(rows, _notes(record, case, found), used.register.note),
        ),
        registers=used.files,
        evidence=evidence.tables(case, pd.Series(gathered.handles, dtype="str")),
        tool_version=__version__,
        headline=headline(balance, {party.id: party.short for party in parties}),
        elections=periods_within(election_periods(used.register), period),
    )


def _labels(case: Case, rows: Sequence[Coverage], record: Record, used: Inputs) -> Labels:
    """Count how accounts were matched to the register, and say in what state that is."""
    state = register_state(used.register, record.period.end, _platforms(rows))
    problems = review_problems(used.register, (record.observed_on, record.period.end))
    followed = _followed(case, record.gathered)
    alike = count_namesakes(used.register, record.observed_on, followed)
    counted = count_labels(case, replace(state, problems=problems))
    return replace(counted, namesakes=alike)


def coverage_rows(coverage: pd.DataFrame, handles: Mapping[str, str]) -> tuple[Coverage, ...]:
    """Turn the coverage frame into rows of the Review, with our account's handle."""
    plain = coverage.astype(object).where(coverage.notna(), None)
    return tuple(_coverage_row(row, handles) for row in plain.to_dict("records"))


def _coverage_row(row: Mapping[Hashable, Any], handles: Mapping[str, str]) -> Coverage:
    account = f"{row['platform']}:{row['agency_account']}"
    return Coverage(
        platform=row["platform"],
        agency_account=row["agency_account"],
        handle=handles.get(account, ""),
        kind=row["kind"],
        status=row["status"],
        method=row["method"],
        stated=row["stated"],
        fetched=row["fetched"],
        unattributed=row["unattributed"],
        earliest=_new_zealand_day(row["earliest"]),
        latest=_new_zealand_day(row["latest"]),
        as_at=row["as_at"].to_pydatetime(),
        reason=row["reason"] or "",
    )


def _new_zealand_day(moment: pd.Timestamp | None) -> date | None:
    return moment.tz_convert(NEW_ZEALAND).date() if moment is not None else None


def _followed(case: Case, gathered: Gathered) -> pd.DataFrame:
    """Give the accounts frame of those whom our accounts follow."""
    keys = ["platform", "account_id"]
    return gathered.accounts.merge(case.followed[keys].dropna().drop_duplicates(), on=keys)


def _platforms(coverage: Sequence[Coverage]) -> list[str]:
    """Give the platforms of our accounts in the order in which the reports name platforms."""
    ours = {row.platform for row in coverage}
    return [platform for platform in PLATFORMS if platform in ours]


def _totals(chosen: pd.DataFrame) -> dict[str, int]:
    counts = chosen["kind"].value_counts()
    return {kind: int(counts.get(kind, 0)) for kind in KINDS}


def _notes(record: Record, case: Case, found: tuple[Finding, ...]) -> list[str]:
    gathered = record.gathered
    notes = [
        f"{own_account(one.platform, one.handle)}: {note}"
        for one in gathered.own
        for note in one.notes
    ]
    notes += [*on_lists(case), *unscreened(case), *unlooked(case.signs)]
    if not case.lists_given:
        notes.insert(0, _NO_LISTS)
    gone = len(record.history.found - {finding.key for finding in found})
    if gone:
        notes.append(
            f"{count(gone, 'item')} of earlier reviews {'is' if gone == 1 else 'are'} not in this "
            "one: what they are about is gone, or nothing speaks for them any more."
        )
    if gathered.repeated:
        repeated = count(gathered.repeated, "act")
        notes.append(f"{repeated} stood in the files of two blocks; each counts once.")
    return [*notes, *_first_reviews(record)]


def _first_reviews(record: Record) -> Iterator[str]:
    """Name the own accounts that were read and that no review of an earlier period read."""
    reviewed, own = record.history.reviewed, record.gathered.own
    new = [
        one for one in own if one.read and f"{one.platform}:{one.agency_account}" not in reviewed
    ]
    if not new:
        return
    named = list(dict.fromkeys(own_account(one.platform, one.handle) for one in new))
    of_whom = "these accounts" if len(new) == len(own) else listing(named)
    yield (
        f"This is the first review of {of_whom}, so everything of theirs that was read counts, "
        "whatever its date."
    )


def _run_id(review: Review) -> str:
    """Name a run by its period and its content, so that the same review has the same name."""
    return f"{review.period.id}-{sha256(document(review).encode()).hexdigest()[:8]}"
