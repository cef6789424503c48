"""The sentences about one list: from numbers and party names to plain English, nothing computed.

A list is all there is, nothing is drawn from it, and nothing here is about anybody's motives; the
words follow from that. Numbers up to nine are written out.
"""

from collections.abc import Iterable, Mapping, Sequence

from audit.balance import verdict as rule
from audit.balance.assess import Balance
from audit.balance.concentration import Concentration
from audit.balance.detectable import Detectable
from audit.balance.parties import party_lines
from audit.balance.voice import Voice
from audit.review.model import PartyLine
from audit.review.words import VERDICT_WORDS, chance, count, in_words, listing, odds, per_cent

_ACTS = {"follow": "You follow", "like": "You liked posts by", "repost": "You reposted"}
_WHOM = {"follow": "you follow", "like": "whose posts you liked", "repost": "you reposted"}
_NOBODY = {
    "follow": "You follow nobody.",
    "like": "You liked no posts.",
    "repost": "You reposted and quoted nothing.",
}
_SMALL_LIST = 20


def describe(
    balance: Balance,
    voice: Voice,
    *,
    verdict: str,
    governing: Iterable[str] = (),
    seen: Detectable | None = None,
    read: int = 0,
    opening: str = "",
) -> str:
    """Say all that page one says of a list, by its ``verdict`` after adjustment.

    ``seen`` is what the check could have noticed and ``read`` the accounts that were looked at.
    ``opening`` replaces the headline of a list that was tested, where some were set aside.
    """
    if verdict == rule.NONE:
        return nobody(voice, read)
    if verdict == rule.TOO_FEW:
        return too_few(balance, voice)
    if verdict == rule.NOT_ASSESSABLE:
        return f"{_opening(balance, voice)} This list cannot be assessed."
    parts = [opening or headline(balance, voice), luck(balance)]
    if verdict in rule.FLAGGED:
        parts += [largest_difference(balance, voice), government(balance, voice, governing)]
    else:
        parts += [nearest_possible(balance), no_sign(balance, voice, verdict)]
        parts += [unseen(balance, seen)]
    return " ".join(part for part in parts if part)


def headline(balance: Balance, voice: Voice) -> str:
    """Say how many there are and how many would be from other parties."""
    accounts = _accounts(balance.n)
    if not balance.misplaced:
        close = f"That is as close to {voice.mix} as {accounts} can be."
        return f"{_opening(balance, voice)} {close}"
    others = "another party" if balance.misplaced == 1 else "other parties"
    return (
        f"{_opening(balance, voice)} To match {voice.mix} as closely as {accounts} can, "
        f"{in_words(balance.misplaced)} of them would be from {others}."
    )


def luck(balance: Balance) -> str:
    """Say what a list without preference usually looks like, and how often this one comes about."""
    if balance.d is None or balance.c95 is None or balance.p is None:
        return ""
    usual = f"up to {in_words(balance.luck_accounts)}" if balance.luck_accounts else "none"
    return (
        f"A list of {in_words(balance.n)} chosen without any preference would usually have {usual} "
        f"out of place ({per_cent(balance.c95)}); yours has {per_cent(balance.d)}, "
        f"which happens by luck {odds(balance.p)}."
    )


def largest_difference(balance: Balance, voice: Voice) -> str:
    """Name the party furthest from its share and those not there; only for a list with a flag."""
    lines = party_lines(balance.counts, balance.weights)
    most = max(lines, key=lambda line: abs(line.count - line.expected))
    usual = f"{most.usual_low:,}"
    if most.usual_high != most.usual_low:
        usual += f" to {most.usual_high:,}"
    said = (
        f"The largest difference is {voice.name(most.party)}: {_accounts(most.count)}, where its "
        f"{per_cent(most.share)} of {voice.share_of} would suggest {_about(most.expected)} "
        f"(usually {usual})."
    )
    absent = [line for line in lines if line.count == 0 and line is not most]
    return f"{said} {_missing(absent, voice)}" if absent else said


def government(balance: Balance, voice: Voice, governing: Iterable[str]) -> str:
    """Say how much of the list is in the governing parties; empty where there are none."""
    inside = set(governing) & set(balance.weights)
    if not inside or not balance.n:
        return ""
    held = sum(balance.counts[party] for party in inside)
    share = sum(balance.weights[party] for party in inside) / sum(balance.weights.values())
    parties = "parties, which hold" if len(inside) > 1 else "party, which holds"
    return (
        f"{held:,} of {balance.n:,} ({per_cent(held / balance.n)}) {_are(held)} in the governing "
        f"{parties} {per_cent(share)} of {voice.share_of}."
    )


def ministers(set_aside: int, everyone: int, without: Balance, voice: Voice, verdict: str) -> str:
    """Say what the agency's own ministers explain: the list of ``everyone`` without them."""
    if not set_aside:
        return ""
    who = "is a minister" if set_aside == 1 else "are ministers"
    said = f"Of these, {in_words(set_aside)} {who} {_WHOM[voice.kind]} for your work. "
    left = "Without that account" if set_aside == 1 else "Without them"
    if without.n == 0:
        return f"{said}{left} nobody remains."
    remain = "remains" if without.n == 1 else "remain"
    said += f"{left} {in_words(without.n)} {remain}"
    if verdict in rule.TESTED:
        said += f", {in_words(without.misplaced) if without.misplaced else 'none'} out of place"
    said += f": {_lower(VERDICT_WORDS[verdict])}."
    if 2 * set_aside > everyone:
        said += f" Most of the list is set aside; the verdict rests on {_accounts(without.n)}."
    return said


def aside(set_aside: int, voice: Voice) -> str:
    """Say that ministers of the agency's own are in the list and not in its figures."""
    if not set_aside:
        return ""
    who = (
        "One more is a minister"
        if set_aside == 1
        else f"{_capital(in_words(set_aside))} more are ministers"
    )
    return f"{who} {_WHOM[voice.kind]} for your work, set aside here."


def no_sign(balance: Balance, voice: Voice, verdict: str) -> str:
    """Say that there is no sign of imbalance, and why a list that is far away has no flag."""
    if balance.p is None or balance.d is None:
        return ""
    if balance.verdict in rule.FLAGGED and verdict == rule.NO_SIGN:
        return (
            "Taken alone it would be worth a look; beside the other lists of this review it is no "
            "sign of imbalance beyond luck."
        )
    if rule.judge(balance.p, balance.d) in rule.FLAGGED:
        return (
            f"Against {voice.mix} alone it would be worth a look. It fits a mix between that and "
            "the same number from each party, and both are even-handed: no sign of imbalance."
        )
    return "No sign of imbalance beyond what luck explains."


def unseen(balance: Balance, seen: Detectable | None) -> str:
    """Say what a check of so many accounts could have seen, and so what it could not."""
    if seen is None:
        return "Small tilts may go unseen."
    check = f"With {_accounts(balance.n)} this check would"
    if seen.high is None and seen.low is None:
        return f"{check} often miss even a list wholly from one side."
    high = "" if seen.high is None else f"{seen.high} per cent or more"
    low = "" if seen.low is None else f"{seen.low} per cent or less"
    edges = f"{high} (or {low})" if high and low else high or low
    return (
        f"{check} have noticed, four times in five, a list that is {edges} government; "
        "smaller tilts may go unseen."
    )


def too_few(balance: Balance, voice: Voice) -> str:
    """Say that there are too few to tell, and who they are by party."""
    return (
        f"Too few to tell. {_opening(balance, voice).removesuffix('.')} "
        f"({_who(balance, voice)}). With fewer than {in_words(balance.minimum)}, even a "
        "one-sided list can come about by luck."
    )


def nobody(voice: Voice, read: int, *, besides: int = 0) -> str:
    """Say that no politicians were found among the accounts read, ``besides`` those set aside."""
    if not read:
        return _NOBODY[voice.kind]
    among = "the one account" if read == 1 else f"the {read:,} accounts"
    none = "No other accounts" if besides else "No accounts"
    return f"{none} of politicians or parties were found among {among} {_WHOM[voice.kind]}."


def not_assessable(reason: str) -> str:
    """Say that the list is not assessed, and why: ``reason`` is the rest of the sentence."""
    return f"Not assessed, because {reason}."


def outside(unseated: Mapping[str, int], elsewhere: int) -> str:
    """Say who stands beside the figure for want of a seat, by role; ``elsewhere`` is by party."""
    said = [
        f"{in_words(number)} {role if number == 1 else role + 's'}"
        for role, number in unseated.items()
    ]
    if elsewhere:
        people = "one" if elsewhere == 1 else in_words(elsewhere)
        said.append(f"{people} of a party that is not measured here")
    return f"Not counted, for want of a seat: {listing(said)}." if said else ""


def nearest_possible(balance: Balance) -> str:
    """Say how close a small list can come at all; empty from 20 accounts on."""
    if balance.floor is None or balance.n >= _SMALL_LIST:
        return ""
    best = f"Even the nearest list of {_accounts(balance.n)}"
    return f"{best} is {per_cent(balance.floor)} out of place."


def concentrated(found: Concentration, acts: tuple[str, str], person: str) -> str:
    """Say that one politician drew most acts; ``acts`` is the noun, one and many."""
    went = count(found.total, *acts)
    return f"{found.acts:,} of {went} went to one politician ({person})."


def remedy(additions: Mapping[str, int], voice: Voice) -> str:
    """Say which additions would bring the list within 10 per cent; empty where none would."""
    if not additions:
        return ""
    return (
        f"Adding {_accounts(sum(additions.values()))} ({voice.tally(additions)}) would bring the "
        f"list within 10 per cent of {voice.mix}; only where there is a reason to follow them."
    )


def _opening(balance: Balance, voice: Voice) -> str:
    people = "politician" if balance.n == 1 else "politicians"
    return f"{_ACTS[voice.kind]} {in_words(balance.n)} {people}."


def _who(balance: Balance, voice: Voice) -> str:
    parties = [party for party in balance.counts if balance.counts[party]]
    if len(parties) > 1:
        return voice.tally(balance.counts)
    return f"{'' if balance.n == 1 else 'all '}{voice.name(parties[0])}"


def _accounts(number: int) -> str:
    return f"{in_words(number)} {'account' if number == 1 else 'accounts'}"


def _about(expected: float) -> str:
    return "less than one" if expected < 0.5 else f"about {in_words(round(expected))}"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _missing(lines: Sequence[PartyLine], voice: Voice) -> str:
    first, *rest = lines
    said = [f"{voice.name(first.party)} (by luck {chance(first.chance_none)})"]
    said += [f"{voice.name(line.party)} ({chance(line.chance_none)})" for line in rest]
    return f"No account of {listing(said, 'or')}."


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
