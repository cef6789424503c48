"""One run of each agency, of one period; what is left out is said."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from audit.review.model import Period
from audit.run.fleet.chosen import choose
from audit.run.fleet.found import Found
from connectors.errors import ConfigError
from tests.audit.fleet.reviews import review

Q2 = Period("2026-Q2", "Quarter 4 of 2025/26", date(2026, 4, 1), date(2026, 6, 30))
Q3 = Period("2026-Q3", "Quarter 1 of 2026/27", date(2026, 7, 1), date(2026, 9, 30))


def found(name: str, period: Period = Q3, again: int = 1, hours: int = 0) -> Found:
    run = f"{name}/{period.id}" + (f"-{again}" if again > 1 else "")
    one = review(name, 12, 8, period=period)
    return Found(Path(run), run, replace(one, observed_at=one.observed_at + timedelta(hours=hours)))


def test_the_newest_run_of_the_period_counts_and_the_others_are_said() -> None:
    runs = [found("A", again=number, hours=number) for number in (1, 10, 2)]
    chosen = choose([*runs, found("B")], "")
    assert [one.run for one in chosen.runs] == ["A/2026-Q3-10", "B/2026-Q3"]
    assert chosen.notes == ("A has 3 runs of this period; the newest counts: A/2026-Q3-10.",)


def test_a_run_made_later_of_what_was_read_earlier_is_not_the_newest() -> None:
    runs = [found("A", hours=5), found("A", again=2, hours=1)]
    assert choose(runs, "").runs[0].run == "A/2026-Q3"


def test_runs_read_at_one_time_go_by_their_number() -> None:
    runs = [found("A", again=number) for number in (9, 10, 2)]
    assert choose(runs, "").runs[0].run == "A/2026-Q3-10"


def test_another_period_is_said_and_not_mixed() -> None:
    chosen = choose([found("A"), found("B"), found("C", Q2)], "")
    assert [one.run for one in chosen.runs] == ["A/2026-Q3", "B/2026-Q3"]
    (absent,) = chosen.not_here
    assert (absent.name, absent.where) == ("C", "C/2026-Q2")
    assert absent.reason == "Its latest review is of another period: Quarter 4 of 2025/26."


def test_the_period_that_most_reviewed_last_counts_and_a_later_one_is_said() -> None:
    every = [found("A", Q2), found("A", hours=1), found("B", Q2), found("C", Q2)]
    chosen = choose(every, "")
    assert {one.review.period.id for one in chosen.runs} == {"2026-Q2"}
    assert chosen.notes == ("A has a later review, too: Quarter 1 of 2026/27.",)
    assert [one.run for one in choose(every[:3], "").runs] == ["A/2026-Q3"]


def test_the_period_wanted_counts_or_is_refused() -> None:
    every = [found("A"), found("A", Q2), found("B")]
    assert [one.run for one in choose(every, "2026-Q2").runs] == ["A/2026-Q2"]
    with pytest.raises(ConfigError, match=r"No agency has a review of 2020-Q1\..* 2026-Q2 and"):
        choose(every, "2020-Q1")


def test_one_agency_in_two_spellings_is_one() -> None:
    chosen = choose([found("Ōtaki  Office"), found("O\u0304taki office", hours=1)], "")
    assert len(chosen.runs) == 1
