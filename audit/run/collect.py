"""Reads every own account of the configuration; a failure of one becomes a row of its coverage."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import pandas as pd

from audit.config import Loaded
from audit.config_account import AccountSection
from audit.gathered import (
    Gathered,
    OwnRead,
    merge_accounts,
    merge_coverage,
    merge_interactions,
)
from audit.review.model import InputFile, SourceFile
from audit.run.live import Read
from audit.run.own_account import own_account
from connectors import frames
from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports.registry import read_export
from connectors.frames import READ
from connectors.lists import read_list

Notify = Callable[[str], None]


def collect(
    loaded: Loaded, now: datetime, notify: Notify, live: Mapping[AccountSection, Read]
) -> Gathered:
    """Gather all own accounts, in the order of the configuration, those of ``live`` as read there.

    Never raises SourceError: an account that cannot be read has failed coverage with the reason.
    """
    parts: list[Collected] = []
    own: list[OwnRead] = []
    for block in loaded.config.account:
        if block in live:
            collected, one = _given(live[block])
        elif block.read != "api":
            notify(f"Reading {block.label}")
            account = own_account(block, loaded, now)
            collected = _collected(account)
            one = _own_read(account, collected)
        else:
            continue
        parts.append(collected)
        own.append(one)
        notify(_outcome(block, collected, one))
    stand_ins = _stand_ins(own)
    interactions = merge_interactions([_named(part.interactions, stand_ins) for part in parts])
    return Gathered(
        interactions,
        merge_accounts([part.accounts for part in parts]),
        merge_coverage([_named(part.coverage, stand_ins) for part in parts]),
        tuple(
            replace(one, agency_account=stand_ins.get(_key(one), one.agency_account)) for one in own
        ),
        repeated=sum(len(part.interactions) for part in parts) - len(interactions),
    )


def _collected(account: OwnAccount) -> Collected:
    try:
        return _READERS[account.method](account)
    except SourceError as error:
        return _unread(account, str(error))


def _given(read: Read) -> tuple[Collected, OwnRead]:
    collected = read.collected or _unread(read.account, read.failure)
    pages = read.checkpoint.folder.name if read.checkpoint.pages.files() else ""
    one = _own_read(read.account, collected)
    return collected, replace(one, pages=pages, stopped=read.stopped)


def _stand_ins(own: Sequence[OwnRead]) -> Mapping[tuple[str, str], str]:
    """Map our handles that stand in for an id to the id that another block of ours gave."""
    return {
        (one.platform, f"@{one.handle.casefold()}"): one.agency_account
        for one in own
        if one.read and not one.agency_account.startswith("@")
    }


def _key(one: OwnRead) -> tuple[str, str]:
    return one.platform, one.agency_account


def _named(table: pd.DataFrame, stand_ins: Mapping[tuple[str, str], str]) -> pd.DataFrame:
    renamed = table["agency_account"]
    for (platform, stand_in), account in stand_ins.items():
        ours = (table["platform"] == platform) & (renamed == stand_in)
        renamed = renamed.mask(ours, account)
    return table.assign(agency_account=renamed)


def _unread(account: OwnAccount, reason: str) -> Collected:
    agency_account = f"@{account.handle.casefold()}"
    rows = [
        {
            "platform": account.platform,
            "agency_account": agency_account,
            "kind": kind,
            "status": "failed",
            "method": account.method,
            "fetched": 0,
            "unattributed": 0,
            "as_at": pd.Timestamp(account.read_at),
            "reason": reason,
        }
        for kind in frames.KINDS
        if account.wants(kind)
    ]
    return Collected(
        agency_account,
        frames.empty("interactions"),
        frames.empty("accounts"),
        frames.make("coverage", rows),
    )


def _own_read(account: OwnAccount, collected: Collected) -> OwnRead:
    where = {"platform": account.platform, "handle": account.handle}
    return OwnRead(
        platform=account.platform,
        handle=account.handle,
        agency_account=collected.agency_account,
        read=bool(collected.coverage["status"].isin(READ).any()),
        inputs=tuple(
            InputFile(name=one.name, size=one.size, sha256=one.sha256, **where)
            for one in collected.inputs
        ),
        files=tuple(
            SourceFile(
                source=tally.source,
                records=tally.records,
                kept=tally.kept,
                reported=dict(tally.reported),
                **where,
            )
            for tally in collected.tallies
        ),
        notes=collected.notes,
        about=collected.about,
    )


def _outcome(block: AccountSection, collected: Collected, one: OwnRead) -> str:
    if not one.read:
        return f"{block.label}: not read. {collected.coverage['reason'].iloc[0]}"
    counts = collected.interactions["kind"].value_counts()
    found = ", ".join(f"{kind} {counts[kind]}" for kind in frames.KINDS if kind in counts)
    stops = [f"Broken off: {sentence}" for sentence in one.stopped]
    return " ".join([f"{block.label}: {found or 'nothing found'}.", *stops])


_READERS: Mapping[str, Callable[[OwnAccount], Collected]] = {
    "export": read_export,
    "list": read_list,
}
