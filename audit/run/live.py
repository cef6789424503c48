"""Reads the accounts that are read through platforms' interfaces, different hosts side by side."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from audit.config import Loaded
from audit.config_account import AccountSection
from audit.period import new_zealand_day
from audit.review.model import Period
from audit.review.words import count, day
from audit.run.checkpoint import Checkpoint, name_of, open_checkpoint
from audit.run.followed_before import earlier_runs, followed_before
from audit.run.interfaces import FAILURES, Interfaces, Prepared, blocks, prepare
from audit.run.keep import Earlier
from audit.run.last_pages import last_pages
from audit.run.outside import Outside
from audit.run.own_account import own_account
from audit.run.side_by_side import Job, side_by_side
from connectors.collected import Collected, OwnAccount
from connectors.errors import AuthError
from connectors.live.asking import Asking
from connectors.live.budget import Budget
from connectors.live.registry import LIVE
from connectors.live.vanished import MOST

Notify = Callable[[str], None]


@dataclass(frozen=True)
class Read:
    """What became of one account: what it gave, or the sentence why it gave nothing.

    ``stopped`` says what ended lists early, where the next run can go on.
    """

    account: OwnAccount
    checkpoint: Checkpoint
    collected: Collected | None = None
    failure: str = ""
    stopped: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Tell whether there is nothing to go on with."""
        return self.collected is not None and not self.stopped


def read_live(
    loaded: Loaded, period: Period, now: datetime, outside: Outside, notify: Notify
) -> Mapping[AccountSection, Read]:
    """Read all accounts that are read through an interface; what fails says why.

    Pages are kept in the output folder, as ``checkpoint`` of each. Raises SourceError for a broken
    run folder.
    """
    limits = loaded.config.limits
    interfaces = Interfaces(loaded, outside, Budget(limits.requests, limits.usd))
    output = loaded.path(loaded.config.review.output)
    wanted = blocks(loaded)
    runs = earlier_runs(output, period) if wanted else []
    jobs = [_job(block, loaded, now, outside, output, interfaces, runs) for block in wanted]
    results = side_by_side(jobs, notify, interfaces.stop)
    if wanted:
        notify(_spent(interfaces.budget))
    return dict(zip(wanted, results, strict=True))


def _job(
    block: AccountSection,
    loaded: Loaded,
    now: datetime,
    outside: Outside,
    output: Path,
    interfaces: Interfaces,
    runs: Sequence[Earlier],
) -> Job[Read]:
    name = name_of(block)
    last = last_pages(output, name)
    checkpoint = open_checkpoint(output, name, last, outside.now(), full=outside.full)
    account = own_account(block, loaded, min(now, checkpoint.begun or now))
    try:
        prepared = prepare(block, account, outside)
    except AuthError as error:
        return Job("", partial(_unread, Read(account, checkpoint, failure=str(error))))
    building_on = None if checkpoint.full else last
    followed = followed_before(account, runs) if block.platform in MOST else ()

    def work(say: Notify) -> Read:
        for sentence in _begin(block, checkpoint):
            say(sentence)
        asking = interfaces.asking(prepared, checkpoint.pages, building_on, say)
        return _read(prepared, checkpoint, replace(asking, followed=followed))

    return Job(prepared.host, work)


def _unread(read: Read, _: Notify) -> Read:
    return read


def _begin(block: AccountSection, checkpoint: Checkpoint) -> list[str]:
    sentences = [f"Reading {block.label}"]
    if checkpoint.note:
        sentences.append(f"{block.label}: {checkpoint.note}")
    if checkpoint.begun is not None:
        since = day(new_zealand_day(checkpoint.begun))
        sentences.append(f"{block.label}: going on from what was fetched from {since} on")
    return sentences


def _read(one: Prepared, checkpoint: Checkpoint, asking: Asking) -> Read:
    try:
        platform = one.block.platform
        collected = LIVE[platform].read(one.account, asking).validated(f"{platform} interface")
    except FAILURES as error:
        return Read(one.account, checkpoint, failure=str(error))
    stopped = tuple(dict.fromkeys(map(str, asking.stops)))
    return Read(one.account, checkpoint, collected, stopped=stopped)


def _spent(budget: Budget) -> str:
    money = f", US${budget.usd:,.2f} at most" if budget.usd else ""
    return f"The platforms were asked {count(budget.requests, 'time')}{money}."
