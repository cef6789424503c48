"""What a look says of an account's signs: seen, not seen, and what could not be looked at."""

from collections.abc import Sequence

from audit.look.found import Look, Sign
from audit.review.words import day, listing
from audit.signs import COULD_NOT_LOOK, NOT_SEEN, PASSED_ON, SEEN


def passed_on(look: Look) -> list[str]:
    """Say by which id the account is known here, and that another id had its handle before."""
    learned = f"By what the review {look.collected_in} collected, its id is {look.learned_id}."
    said = [_seen(one) for one in look.signs if one.state == SEEN and one.id == PASSED_ON]
    return [learned, *said] if look.learned_id else said


def sign_sentences(look: Look) -> list[str]:
    """Say each other sign that was seen, then together what was not seen."""
    said = [_seen(one) for one in look.signs if one.state == SEEN and one.id != PASSED_ON]
    quiet = [one for one in look.signs if one.state == NOT_SEEN]
    if quiet:
        dated = f", as at {day(quiet[0].as_at)}" if quiet[0].as_at else ""
        partly = "".join(f" {one.what}" for one in quiet if one.what)
        said.append(f"Looked for and not seen{dated}: {_titles(quiet)}.{partly}")
    return said


def unlooked(look: Look) -> list[str]:
    """Say which signs could not be looked for, and why, together where it is for one reason."""
    blind = [one for one in look.signs if one.state == COULD_NOT_LOOK]
    if look.signs and not look.collected_in:
        known = "No review here collected it, so nothing is known of its activity"
        return [f"{known}. Could not look for: {_titles(blind)}."]
    return [
        f"Could not look for: {_titles([one for one in blind if one.what == why])}. {why}"
        for why in dict.fromkeys(one.what for one in blind)
    ]


def _seen(one: Sign) -> str:
    dated = f", as at {day(one.as_at)}" if one.as_at else ""
    return f"{one.title}: {one.what} By {one.evidence}{dated}."


def _titles(signs: Sequence[Sign]) -> str:
    titles = [one.title for one in signs]
    return listing([f"{title[0].lower()}{title[1:]}" for title in titles], "or")
