"""What changed, as lines for a terminal."""

from collections.abc import Iterator
from itertools import groupby

from audit.review.model import Change, Changes, ListCompared, Quarter
from audit.review.words import KIND_NOUNS, at_handle, count, own_account

HEADINGS = {
    "followed": "Followed",
    "unfollowed": "No longer followed",
    "left": "No longer in the list, not known why",
    "redone": "Liked or reposted, and there again",
    "undone": "Likes and reposts taken back",
    "gone": "Accounts that went",
    "label": "The same account, another label by the day",
    "register": "The same account, another answer of the register or a list",
}


def lines(changes: Changes) -> Iterator[str]:
    """Say the changes by cause, what could not be compared and why, and the quarters."""
    yield changes.sentence
    yield from changes.notes
    for what, items in groupby(changes.items, key=lambda item: item.what):
        yield f"\n{HEADINGS[what]}:"
        yield from (_item(one) for one in items)
    short = [one for one in changes.lists if not one.known]
    if short:
        yield "\nNot compared in full, so nothing that is missing from them counts as undone:"
        yield from (_list(one) for one in short)
    if len(changes.trend) > 1:
        yield "\nUp to eight quarters:"
        yield from (_quarter(one) for one in changes.trend)


def _item(one: Change) -> str:
    who = at_handle(one.platform, one.account) or one.account_id
    name = f" ({one.name})" if one.name else ""
    ours = own_account(one.platform, one.handle)
    return f"  {who}{name}, {KIND_NOUNS[one.kind][0]} of {ours}. {one.words} {one.evidence}"


def _list(one: ListCompared) -> str:
    kinds = KIND_NOUNS[one.kind][1].capitalize()
    parts = [
        f"{number:,} {words}"
        for number, words in ((one.missing, "not seen now"), (one.appeared, "not seen before"))
        if number
    ]
    tail = f" {' and '.join(parts)}: not known." if parts else ""
    return f"  {kinds} of {own_account(one.platform, one.handle)}: {one.reason}{tail}"


def _quarter(one: Quarter) -> str:
    if not one.run or one.follows is None or one.need_decision is None:
        return f"  {one.period}: no review"
    need = count(one.need_decision, "item needed", "items needed")
    return f"  {one.period}: {count(one.follows, 'follow')}, {need} a decision"
