"""follow-audit plan and check --online: what they ask, say and end with."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.cli import execute
from audit.cli.check import facts
from audit.config_account import AccountSection
from audit.config_sections import LimitsSection
from audit.run.plan import AccountPlan, Plan, stops
from connectors.live.connector import ListPlan, Probed
from tests.run.job import lay_out, run
from tests.run.own_bluesky import DID, FOLLOW, LIKE, POST, Own, block, configured, network
from tests.servers.local import Written, serving

NOW = ("--now", "2026-10-05T06:30:00+13:00")
COUNTS = {FOLLOW: 1230, LIKE: 40, POST: 310}


@pytest.fixture
def own(tmp_path: Path) -> Own:
    lay_out(tmp_path)
    return Own(dict(COUNTS))


def plan(tmp_path: Path, *more: str) -> int:
    return execute(["plan", "--config", str(tmp_path / "config.toml"), *NOW, *more])


def cells(out: str, name: str) -> list[str]:
    return next(line.split() for line in out.splitlines() if f" {name} " in f" {line} ")


def test_a_plan_asks_each_account_once_and_shows_what_a_run_takes(
    own: Own, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with network(tmp_path, own):
        assert plan(tmp_path) == 0
    assert len(own.asked) == 1
    out = capsys.readouterr().out
    assert cells(out, "follows")[-3:] == ["1,230", "14", "-"]
    assert cells(out, "likes")[-3:-1] == ["?", "?"]
    (said,) = [line for line in out.splitlines() if line.startswith("?")]
    assert "states no count of that list and the last run read none" in said
    assert not (tmp_path / "runs").exists()


def test_offline_it_asks_nobody_and_takes_the_last_run(
    own: Own, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with network(tmp_path, own) as loaded:
        assert plan(tmp_path, "--offline") == 1
        assert (
            "No run has read @ours.tauira.example on Bluesky yet: plan" in capsys.readouterr().out
        )
        run(loaded)
        own.asked.clear()
        assert plan(tmp_path, "--offline") == 0
    assert own.asked == []
    out = capsys.readouterr().out
    assert cells(out, "follows")[-3:] == ["1,230", "14", "-"]
    assert cells(out, "likes")[-3:] == ["40", "2", "-"]  # which no profile states
    assert "?" not in out


def test_a_ceiling_that_would_stop_it_is_said(
    own: Own, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with network(tmp_path, own, "requests = 20"):
        assert plan(tmp_path) == 1
    said = "The ceiling of 20 requests ([limits] requests) would stop a run before its end."
    assert said in capsys.readouterr().out


def test_a_ceiling_of_a_run_does_not_keep_a_plan_from_asking(
    own: Own, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Own(dict(COUNTS), "other.tauira.example")
    with serving(own.answer) as (address, _), serving(other.answer) as (second, _):
        configured(tmp_path, block(address), block(second, other.handle), limits="requests = 1")
        assert plan(tmp_path) == 1
        assert execute(["check", "--online", "--config", str(tmp_path / "config.toml")]) == 0
    out = capsys.readouterr().out
    assert out.count("It states 1,230 follows") == out.count("1,230        14") == 2
    assert "The ceiling of 1 request ([limits] requests) would stop a run" in out


def test_an_account_that_cannot_be_asked_is_said(
    own: Own, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(lambda _: Written(b"no", 403)) as (address, _):
        configured(tmp_path, block(address))
        assert plan(tmp_path) == 1
        out = capsys.readouterr().out
        assert "@ours.tauira.example on Bluesky: " in out
        assert "What it takes is not in the total." in out
        assert "states no count" not in out
        check = ["check", "--online", "--config", str(tmp_path / "config.toml")]
        assert execute(check) == 2
        assert "@ours.tauira.example on Bluesky: " in capsys.readouterr().err


def test_without_an_interface_a_run_asks_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path)
    assert plan(tmp_path) == 0
    assert "a run asks nobody" in capsys.readouterr().out


def test_a_check_online_says_what_each_account_told(
    own: Own, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check = ["check", "--config", str(tmp_path / "config.toml")]
    with network(tmp_path, own):
        assert execute(check) == 0
        assert own.asked == []
        said = capsys.readouterr().out
        assert "1 account through an interface: follow-audit check --online asks" in said
        assert execute([*check, "--online"]) == 0
    assert len(own.asked) == 1
    said = capsys.readouterr().out
    assert f"found as {DID}. It states 1,230 follows and 310 posts." in said
    assert "every account can be read" in said


def test_a_check_says_when_a_credential_ends_by_the_day_here() -> None:
    told = Probed("42", "ours", {"follow": 1}, expires=datetime(2026, 12, 31, 12, tzinfo=UTC))
    said = "found as 42. It states 1 follow. Its credential ends on 1 January 2027."
    assert facts(told) == said


def test_a_check_names_the_environment_variable_that_is_not_set(
    own: Own, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(own.answer) as (address, _):
        lost = 'platform = "youtube"\nhandle = "ours"\nread = "api"\ntoken_env = "UNSET_KEY"'
        configured(tmp_path, lost, block(address))
        assert execute(["check", "--config", str(tmp_path / "config.toml")]) == 2
    said = "@ours on YouTube cannot be asked: the environment variable UNSET_KEY is not set."
    assert said in capsys.readouterr().err


def test_hosts_wait_side_by_side_and_lists_of_one_limit_share_it() -> None:
    one = AccountSection(platform="bluesky", handle="a", read="api")
    slow = (ListPlan("a", 1, 200, 0.5, 300, 900), ListPlan("b", 1, 200, 0.25, 300, 900))
    quick = (ListPlan("a", 1, 300, 0.0, 300, 900), ListPlan("b", None, None, None, 75, 900))
    accounts = (
        AccountPlan(one, "x", slow),
        AccountPlan(one, "x", slow),
        AccountPlan(one, "y", quick),
    )
    planned = Plan(accounts, ())
    assert [account.waiting for account in accounts] == [900, 900, 0]
    assert (planned.waiting, planned.requests, planned.usd) == (1800, 1100, 1.5)
    assert stops(accounts, LimitsSection(max_wait=900, usd=1.5, requests=1100)) == ()
    assert len(stops(accounts, LimitsSection(max_wait=899, usd=1.49, requests=1099))) == 3
