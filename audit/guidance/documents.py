"""Judges what an agency's policy and transparency statement say, by the sentences in them."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from audit.guidance.clauses import Clause
from audit.guidance.facts import (
    ATTENTION,
    MET,
    NEEDS_A_PERSON,
    NOT_ASSESSED,
    Facts,
    Judged,
)
from audit.guidance.given import CONCERNS, NAMES, STATEMENT, GivenDocument
from audit.guidance.profile_links import links_in, links_to
from audit.guidance.sentences import sentences
from audit.guidance.wording import find
from audit.review.words import count, day, listing
from audit.screen.tokens import folded

_ABOUT = re.compile(r"social (?:media|network)|pa+pa+ho pa+pori|pae pa+pori")
_FEWEST_WORDS = 60
_LONGEST_QUOTE = 320
_INTERNAL = (".local", ".internal", ".lan", ".corp", ".home.arpa", ".sharepoint.com")


def of_document(clause: Clause, facts: Facts) -> Judged:
    """Judge whether a document is there."""
    document = facts.given.document(clause.document)
    unread = _unread(clause, document)
    if unread or document is None:
        return unread or Judged(NEEDS_A_PERSON, "")
    name = NAMES[clause.document]
    read = f"The {name} was read on {day(document.read_on)} from {document.place}."
    if clause.document != STATEMENT:
        return Judged(MET, read)
    if not document.is_address:
        said = "It is a file, so whether the public can reach it is not known."
        return Judged(NEEDS_A_PERSON, f"{read} {said} {links_in(facts.profiles)}".strip())
    if _is_internal(document.place):
        said = "The address looks like one that only your own network has."
        return Judged(NEEDS_A_PERSON, f"{read} {said}")
    links = links_to(document.place, facts.profiles)
    status = MET if links.found else NEEDS_A_PERSON
    return Judged(status, f"{read} The address answered without signing in. {links.said}".strip())


def of_text(clause: Clause, facts: Facts) -> Judged:
    """Judge whether the sentences of a document say each part of a clause."""
    document = facts.given.document(clause.document)
    unread = _unread(clause, document)
    if unread or document is None:
        return _with_more(clause, facts, unread or Judged(NEEDS_A_PERSON, ""))
    found = find(clause.parts, sentences(document.paragraphs))
    name = NAMES[clause.document]
    quoted = " ".join(f"“{_short(quote)}”" for quote in found.quotes)
    says = f"The {name} says: {quoted}" if quoted else ""
    if not found.missing:
        return _with_more(clause, facts, Judged(MET, says))
    missing = f"No sentence of the {name} was found that says {listing(found.missing)}."
    look = "It may be said in other words: please look."
    judged = Judged(NEEDS_A_PERSON, f"{says} {missing} {look}".strip())
    return _with_more(clause, facts, judged)


def _unread(clause: Clause, document: GivenDocument | None) -> Judged | None:
    """Say why there is nothing to judge by; None where the document was read."""
    name = NAMES[clause.document]
    if document is None:
        return Judged(NEEDS_A_PERSON, f"The configuration names no {name}.")
    if document.failure:
        said = f"The {name} could not be read, so what it says is not known. {document.failure}"
        return Judged(NOT_ASSESSED, said)
    words = " ".join(document.paragraphs)
    if len(words.split()) < _FEWEST_WORDS or not _ABOUT.search(folded(words)):
        said = (
            f"What was read from {document.place} is not the {name}: it is very short or does not "
            "speak of social media. It may be a sign-in page, or a page that a program fills in."
        )
        return Judged(NOT_ASSESSED, said)
    return None


def _with_more(clause: Clause, facts: Facts, judged: Judged) -> Judged:
    """Add what the list of authorised users and the process for concerns tell."""
    if clause.id == "P5":
        return _with_users(facts, judged)
    if clause.id == "P6":
        process = facts.given.document(CONCERNS)
        if process and process.paragraphs:
            text = _short(" ".join(process.paragraphs))
            return judged.saying(f"Your process for concerns begins: “{text}”")
        if process:
            return judged.saying(f"Your process for concerns could not be read. {process.failure}")
    return judged


def _with_users(facts: Facts, judged: Judged) -> Judged:
    users = facts.given.authorised
    if users is None:
        return judged.saying("The configuration names no list of authorised users.")
    if users.failure:
        return judged.saying(f"The list of authorised users could not be read. {users.failure}")
    held = f"The list of authorised users has {count(users.rows, 'row')}"
    reviewed = facts.settings.authorised_users_reviewed
    if reviewed is None:
        return judged.saying(f"{held}; the day of its last review is not given.")
    with_day = judged.saying(f"{held} and was reviewed on {day(reviewed)}.")
    if facts.is_fresh(reviewed) or judged.status != MET:
        return with_day
    late = f"That is not within the last {facts.settings.review_months} months."
    return Judged(ATTENTION, f"{with_day.evidence} {late}")


def _is_internal(address: str) -> bool:
    host = (urlsplit(address).hostname or "").casefold()
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith(_INTERNAL) or host.startswith("intranet.")


def _short(quote: str) -> str:
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    return quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
