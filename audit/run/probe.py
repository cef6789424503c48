"""Makes one cheap call about each account that is read through an interface; writes nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from audit.config import Loaded
from audit.config_account import AccountSection
from audit.run.interfaces import FAILURES, Interfaces, Prepared, blocks, prepare
from audit.run.outside import Outside
from audit.run.own_account import own_account
from audit.run.side_by_side import Job, side_by_side
from connectors.errors import AuthError
from connectors.live.budget import Budget
from connectors.live.connector import Probed
from connectors.live.pages import PageFolder
from connectors.live.registry import LIVE

Notify = Callable[[str], None]


@dataclass(frozen=True)
class Asked:
    """What a call told of an account, or the sentence why it told nothing."""

    block: AccountSection
    probed: Probed | None = None
    failure: str = ""


def probe_all(loaded: Loaded, now: datetime, outside: Outside, notify: Notify) -> list[Asked]:
    """Ask about each account, different hosts side by side; what fails says why.

    The ceilings of ``[limits]`` are for a run: a plan says whether they would stop one.
    """
    interfaces = Interfaces(loaded, outside, Budget())
    jobs = [_job(block, loaded, now, outside, interfaces) for block in blocks(loaded)]
    return side_by_side(jobs, notify, interfaces.stop)


def _job(
    block: AccountSection, loaded: Loaded, now: datetime, outside: Outside, interfaces: Interfaces
) -> Job[Asked]:
    try:
        prepared = prepare(block, own_account(block, loaded, now), outside)
    except AuthError as error:
        return Job("", partial(_unasked, Asked(block, failure=str(error))))
    return Job(prepared.host, partial(_probe, prepared, interfaces))


def _unasked(asked: Asked, _: Notify) -> Asked:
    return asked


def _probe(one: Prepared, interfaces: Interfaces, say: Notify) -> Asked:
    say(f"Asking about {one.block.label}")
    with TemporaryDirectory() as name:
        asking = interfaces.asking(one, PageFolder(Path(name)), None, say)
        try:
            return Asked(one.block, LIVE[one.block.platform].probe(one.account, asking))
        except FAILURES as error:
            return Asked(one.block, failure=f"{one.block.label}: {error}")
