"""Acts before an election are marked by their New Zealand day, and findings say so."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from audit.checks.base import hits
from audit.elections import marks, periods_within
from audit.period import quarter_of
from audit.register import load
from audit.register.election_periods import election_periods
from connectors.errors import ConfigError
from tests.audit.builders import interactions
from tests.audit.small_pack import write_pack

RULE = '\n[pre_election]\nmonths = 3\nsource = "OFFICIAL"\nevidence_url = "https://a.example/"\n'


def pack(folder: Path, more: str = RULE) -> Path:
    write_pack(folder / "tahi")
    manifest = folder / "tahi" / "pack.toml"
    manifest.write_text(manifest.read_text("utf-8") + more, "utf-8")
    return folder


def marked(folder: Path, *times: str | None) -> pd.DataFrame:
    acts = interactions(
        *({"kind": "like", "account_id": "1", "happened_at": time} for time in times)
    )
    return marks(acts, election_periods(load("tahi", pack(folder))))


def test_new_zealand_days_decide_and_polling_day_counts(tmp_path: Path) -> None:
    told = marked(
        tmp_path,
        "2026-08-06T11:59:59Z",  # 11.59pm on 6 August in New Zealand
        "2026-08-06T12:00:00Z",
        "2026-11-07T10:59:59Z",  # 11.59pm on polling day
        "2026-11-07T11:00:00Z",
        None,
    )
    assert list(told["election"]) == ["", "pre-election", "pre-election", "", ""]
    assert told["election_said"][1] == (
        "It was done in the pre-election period before the election of 7 November 2026, from "
        "7 August 2026 to 7 November 2026, when the guidance on neutrality is strictest."
    )


def test_without_a_rule_the_regulated_period_marks(tmp_path: Path) -> None:
    periods = election_periods(load("tahi", pack(tmp_path, "")))
    acts = interactions({"kind": "like", "account_id": "1", "happened_at": "2026-11-05T00:00:00Z"})
    assert list(marks(acts, periods)["election"]) == ["regulated"]


def test_a_finding_about_such_an_act_says_so(tmp_path: Path) -> None:
    acts = interactions(
        {"kind": "like", "account_id": "1", "happened_at": "2026-09-01T00:00:00Z"},
        {"kind": "like", "account_id": "1", "happened_at": "2026-07-01T00:00:00Z"},
    )
    rows = acts.assign(**marks(acts, election_periods(load("tahi", pack(tmp_path)))))
    why = list(hits(rows, why="Your list names it.")["why"])
    assert why[0].startswith("Your list names it. It was done in the pre-election period")
    assert why[1] == "Your list names it."


def test_the_packs_that_are_shipped_know_their_periods() -> None:
    nz = election_periods(load("nz", Path()))
    assert [one.start for one in nz if one.kind == "pre-election"] == [
        date(2017, 6, 23), date(2020, 7, 17), date(2023, 7, 14), date(2026, 8, 7),
    ]  # fmt: skip
    assert all(one.source and one.evidence_url.startswith("https://") for one in nz[::2])
    quarter = quarter_of(date(2026, 9, 30), "calendar")
    assert [one.kind for one in periods_within(nz, quarter)] == ["pre-election", "regulated"]
    sample = election_periods(load("sample/register", Path()))
    assert [one.start for one in sample] == [date(2025, 6, 13), date(2025, 6, 13)]


@pytest.mark.parametrize("wrong", ['months = "3"', "months = 0", "weeks = 3"])
def test_a_rule_that_is_not_right_is_named(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(ConfigError, match=r"\[pre_election\]"):
        load("tahi", pack(tmp_path, RULE.replace("months = 3", wrong)))
