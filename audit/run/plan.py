"""What a run will take before anything is fetched: requests, waiting and money, at most."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from audit.config import Loaded
from audit.config_account import AccountSection
from audit.config_sections import LimitsSection
from audit.gathered import OwnRead
from audit.review.words import count
from audit.run import keep
from audit.run.access import access_of
from audit.run.interfaces import blocks
from audit.run.last import newest_first
from audit.run.own_account import own_account
from audit.run.probe import Asked
from connectors.frames import READ
from connectors.live.connector import ListPlan
from connectors.live.registry import LIVE

_HOLDS = {"follows": "follow", "likes": "like", "reposts": "repost", "posts": "post"}


@dataclass(frozen=True)
class AccountPlan:
    """What one account takes at its host, list by list, or the sentence why that is not known."""

    block: AccountSection
    host: str
    lists: tuple[ListPlan, ...] = ()
    failure: str = ""

    @property
    def requests(self) -> int:
        """Count the requests that are known."""
        return sum(one.requests or 0 for one in self.lists)

    @property
    def usd(self) -> float:
        """Sum what they can cost."""
        return sum(one.usd or 0.0 for one in self.lists)

    @property
    def unknown(self) -> bool:
        """Tell whether there is a list of which nobody has said how long it is."""
        return any(one.requests is None for one in self.lists)

    @property
    def waiting(self) -> int:
        """Give the seconds that its limits make a run wait; lists of one limit share it."""
        asked: Counter[tuple[int, int]] = Counter()
        for one in self.lists:
            asked[one.allowed, one.window] += one.requests or 0
        return sum(
            (max(requests, 1) - 1) // allowed * window
            for (allowed, window), requests in asked.items()
            if allowed
        )

    @property
    def longest_wait(self) -> int:
        """Give the seconds of its longest wait, 0 where there is none."""
        return max((one.window for one in self.lists), default=0) if self.waiting else 0


@dataclass(frozen=True)
class Plan:
    """The accounts in the order of the configuration, and what would stop a run."""

    accounts: tuple[AccountPlan, ...]
    stops: tuple[str, ...]

    @property
    def requests(self) -> int:
        """Count the requests of all accounts."""
        return sum(one.requests for one in self.accounts)

    @property
    def usd(self) -> float:
        """Sum what all can cost."""
        return sum(one.usd for one in self.accounts)

    @property
    def waiting(self) -> int:
        """Give the seconds of waiting: hosts wait side by side, accounts at one host in turn."""
        hosts: Counter[str] = Counter()
        for one in self.accounts:
            hosts[one.host] += one.waiting
        return max(hosts.values(), default=0)


def plan(loaded: Loaded, now: datetime, asked: Sequence[Asked] | None) -> Plan:
    """Plan from what the accounts state, and for the rest from the last run that read them.

    ``asked`` None plans from that run alone. Raises SourceError for a broken run folder.
    """
    output = loaded.path(loaded.config.review.output)
    told = {one.block: one for one in asked or ()}
    accounts = tuple(
        _account(block, loaded, now, output, told.get(block)) for block in blocks(loaded)
    )
    return Plan(accounts, stops(accounts, loaded.config.limits))


def _account(
    block: AccountSection, loaded: Loaded, now: datetime, output: Path, asked: Asked | None
) -> AccountPlan:
    account = own_account(block, loaded, now)
    connector = LIVE[block.platform]
    host = connector.host(account, access_of(block, {block.token_env: ""}))
    if asked is not None and asked.probed is None:
        return AccountPlan(block, host, failure=asked.failure)
    last = _counted(output, account.platform, account.handle)
    if asked is None and last is None:
        return AccountPlan(
            block, host, failure=f"No run has read {block.label} yet: plan without --offline."
        )
    stated = asked.probed.stated if asked and asked.probed else {}
    return AccountPlan(block, host, connector.plan(account, {**(last or {}), **stated}))


def _counted(output: Path, platform: str, handle: str) -> Mapping[str, int] | None:
    """Give the counts by kind of the last run that read an account; None where there is none."""
    for run in newest_first(output):
        for own in keep.own(run):
            if own.read and (own.platform, own.handle.casefold()) == (platform, handle.casefold()):
                return _counts(keep.coverage(run), own)
    return None


def _counts(coverage: pd.DataFrame, own: OwnRead) -> Mapping[str, int]:
    """Give what was stated, or the records of the list that holds a kind: reposts are posts too."""
    platform, account = coverage["platform"], coverage["agency_account"]
    ours = coverage[(platform == own.platform) & (account == own.agency_account)]
    read = ours[ours["status"].isin(READ)]
    numbers = read["stated"].fillna(read["fetched"])
    counts = {str(kind): int(number) for kind, number in zip(read["kind"], numbers, strict=True)}
    for file in own.files:
        kind = _HOLDS.get(file.source)
        if kind in counts:
            counts[kind] = max(counts[kind], file.records)
    return counts


def stops(accounts: Sequence[AccountPlan], limits: LimitsSection) -> tuple[str, ...]:
    """Say which limits would stop a run before its end."""
    requests, usd = sum(one.requests for one in accounts), sum(one.usd for one in accounts)
    waits = max((one.longest_wait for one in accounts), default=0)
    said = []
    if limits.requests is not None and requests > limits.requests:
        asked = count(limits.requests, "request")
        said.append(f"The ceiling of {asked} ([limits] requests) would stop a run before its end.")
    if limits.usd is not None and usd > limits.usd:
        money = f"US${limits.usd:,.2f} ([limits] usd)"
        said.append(f"The ceiling of {money} may stop a run before its end.")
    if waits > limits.max_wait:
        longest = f"{waits:,} seconds, longer than the {limits.max_wait:,} of [limits] max_wait"
        said.append(f"A server may make it wait {longest}: a run would stop there.")
    return tuple(said)
