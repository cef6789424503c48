"""The words about balance: results and what they mean, and what is not measured."""

from audit.review import words
from audit.review.model import Balance
from audit.review.words import KIND_NOUNS, odds, platform_name

NOT_A_MEASURE_OF_BIAS = (
    "Balance compares a list with the parties in Parliament. It is not a measure of bias, and it "
    "says nothing about why an account is on the list."
)
COUNTS_ONLY = (
    "This counts accounts by party. It does not measure bias, intentions, or what was said."
)
NO_CHART = (
    "No counts against the agreed range, by party: no list here has politicians enough to test."
)
VERDICT_WORDS = words.VERDICT_WORDS
VERDICT_MEANINGS = {
    "none": "The list holds no politician that the register knows.",
    "too_few": "The list holds too few politicians for any mix to mean something.",
    "no_sign": "A list made without any preference would often look like this one.",
    "uneven": "Luck alone seldom gives a list like this one: look at who is on it and why.",
    "strongly_uneven": "Luck alone hardly ever gives a list like this one: write down why it does.",
    "not_assessable": "The register or the platform does not allow a fair comparison.",
}
REFERENCE_WORDS = {
    "seats": "Seats in Parliament",
    "votes": "Party votes",
    "equal": "One share for each party",
}
OUT_OF_PLACE = (
    "How many accounts of the list would be from other parties, if it matched the reference as "
    "closely as a list of its length can."
)


def scope_words(balance: Balance) -> str:
    """Write which list a balance is of: Follows, all platforms."""
    kinds = KIND_NOUNS[balance.kind][1].capitalize()
    return f"{kinds}, {'all platforms' if balance.scope == 'all' else platform_name(balance.scope)}"


def chance_words(p: float | None) -> str:
    """Write a probability as people say it: about once in 80 times; empty where there is none."""
    return "" if p is None else odds(p)
