"""The ceilings of a run: what may be set, and what is said of what may not."""

from pathlib import Path

import pytest

from audit import config
from connectors.errors import ConfigError

TEXT = """[agency]
name = "Ministry of Example"
[limits]
{}
[[account]]
platform = "bluesky"
handle = "ours.example"
read = "api"
"""


def parse(written: str) -> config.Loaded:
    return config.parse(TEXT.format(written), Path("config.toml"))


def test_without_a_ceiling_there_is_none_and_waiting_ends() -> None:
    limits = parse("").config.limits
    assert (limits.usd, limits.requests, limits.max_wait) == (None, None, 600)


def test_money_may_be_whole_or_not_and_nothing() -> None:
    assert parse("usd = 5\nrequests = 100\nmax_wait = 960").config.limits.usd == 5
    assert parse("usd = 0.5").config.limits.usd == 0.5
    assert parse("usd = 0").config.limits.usd == 0


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("usd = -1", "[limits], usd is -1; it is too small."),
        ("usd = inf", "[limits], usd is inf; write a number."),
        ('usd = "five"', "[limits], usd is 'five'; write a number."),
        ("requests = 0", "[limits], requests is 0; it is too small."),
        ("max_wait = 1000000", "[limits], max_wait is 1000000; it is too large."),
        ("minutes = 3", "[limits], minutes is not a setting of this tool."),
    ],
)
def test_what_does_not_do_is_said(written: str, said: str) -> None:
    with pytest.raises(ConfigError, match=r"config\.toml: ") as caught:
        parse(written)
    assert said in str(caught.value)
