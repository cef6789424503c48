"""How a change is said, and all of them in one sentence."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from audit.changes.past import Run
from audit.period import new_zealand_day
from audit.review.model import Changes
from audit.review.words import KIND_NOUNS, count, day, listing

FIRST = (
    "This is the first review in this folder of reviews, so there is nothing to compare it with."
)
_BY_HANDLE = (
    " It is known by its handle alone: if it has another handle now, it would look the same."
)
_NOT_LOOKED_UP = (
    "No longer in the list; whether we unfollowed it or the account went could not be looked up."
)
_LEFT = "no longer in the list, not known why"
_DATA = " of the register or a list changed"
_GONE_WORDS = {
    "suspended": "suspended",
    "deactivated": "deactivated",
    "deleted": "deleted",
    "moved": "moved to another account",
}


def review(period: str, observed_at: datetime) -> str:
    """Write which review, and when its data was read."""
    return f"{period} (read {day(new_zealand_day(observed_at))})"


def of(row: Mapping[Hashable, Any]) -> str:
    """Say what happened to one account or act."""
    return {
        "followed": _followed,
        "unfollowed": _unfollowed,
        "left": _left,
        "redone": _redone,
        "undone": _undone,
        "gone": _gone,
        "label": _by_day,
        "register": _by_data,
    }[row["what"]](row)


def _followed(row: Mapping[Hashable, Any]) -> str:
    again = " again" if row["last"] is not None else ""
    return f"Followed{again} since." + _by_handle(row)


def _unfollowed(row: Mapping[Hashable, Any]) -> str:
    if row["status"] in {"active", "protected"}:
        return "No longer followed; the account was still there when it was last looked at."
    if row["status"] in _GONE_WORDS:
        return f"No longer followed; it was {_GONE_WORDS[row['status']]} already."
    return "No longer followed: on this platform a follow stays in our list where its account goes."


def _left(row: Mapping[Hashable, Any]) -> str:
    state = _GONE_WORDS.get(row["status"])
    before = f" It was {state} already at an earlier review." if state else ""
    return f"{_NOT_LOOKED_UP}{before}{_by_handle(row)}"


def _by_handle(row: Mapping[Hashable, Any]) -> str:
    return _BY_HANDLE if str(row["who"]).startswith("@") else ""


def _noun(row: Mapping[Hashable, Any]) -> str:
    return KIND_NOUNS[row["kind"]][0]


def _redone(row: Mapping[Hashable, Any]) -> str:
    return f"The {_noun(row)} is there again, after a review that did not have it."


def _undone(row: Mapping[Hashable, Any]) -> str:
    return (
        f"The {_noun(row)} is no longer in the list: it was taken back, or the post itself is gone."
    )


def _gone(row: Mapping[Hashable, Any]) -> str:
    state = _GONE_WORDS[row["status"]]
    if row["there"]:
        return f"Still in the list of follows; its platform now says that it is {state}."
    return f"No longer in the list; its platform says that the account is {state}."


def _by_day(row: Mapping[Hashable, Any]) -> str:
    said = f"Then {row['said_then']}, now {row['said_now']}."
    if row["handle_then"].casefold() != row["handle_now"].casefold():
        handles = f"@{row['handle_then'].lstrip('@')} was its handle and @"
        return f"{said} {handles}{row['handle_now'].lstrip('@')} is."
    if row["ran_out"]:
        return f"{said} The account did not change: a row of the list ran out."
    return f"{said} The data of now says the same of then."


def _by_data(row: Mapping[Hashable, Any]) -> str:
    return (
        f"Then {row['said_then']}, now {row['said_now']}. The account did not change: the register "
        "or the list of now says otherwise of then too."
    )


def with_sentence(changes: Changes, last: Run) -> Changes:
    """Say all changes in one sentence, and what nothing can be said of in another."""
    counts = (
        (changes.followed, "account followed", "accounts followed"),
        (changes.unfollowed, "account unfollowed", "accounts unfollowed"),
        (changes.left, f"follow {_LEFT}", f"follows {_LEFT}"),
        (changes.redone, "like or repost there again", "likes and reposts there again"),
        (changes.undone, "like or repost taken back", "likes and reposts taken back"),
        (changes.gone_from_platform, "followed account gone", "followed accounts gone"),
        (changes.label_changed, "label changed", "labels changed"),
        (changes.register_changed, f"answer{_DATA}", f"answers{_DATA}"),
    )
    said = [count(number, one, many) for number, one, many in counts if number]
    since = f"Since the review of {review(last.period, last.observed_at)}: "
    known = sum(one.known for one in changes.lists)
    none = "no change seen" if known else "it is not known what changed"
    found = f"{listing(said) or none}."
    looked = f"{known:,} of {count(len(changes.lists), 'list')} could be compared in full."
    sentences = [since + found, looked[:1].upper() + looked[1:]]
    if changes.not_known:
        acts = count(changes.not_known, "follow, like or repost", "follows, likes and reposts")
        sentences.append(f"Of {acts} it is not known whether they changed; none is counted.")
    return replace(changes, sentence=" ".join(sentences))
