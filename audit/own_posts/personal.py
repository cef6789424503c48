"""Where a text holds what belongs to a person: an e-mail address, a phone number, a home.

The agency's own addresses and numbers, addresses of a role and numbers of a service are left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_EMAIL = re.compile(
    r"(?<![\w.@/+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}(?![\w@-])"
)
# 02 mobiles of 9 to 11 digits and 0 with an area code of one digit; 0800 and 0508 are services.
_PHONE = re.compile(
    r"(?<![\w+.,/$-])(?:(?:\+|00)64[ -]?(?:\(0\)[ -]?)?|\(?0)(?:2\d|[34679])\)?(?:[ -]?\d){6,8}"
    r"(?![\w/-]|\.\d)"
)
_STREET = re.compile(
    r"\b\d{1,4}[A-Za-z]?(?:/\d{1,4}[A-Za-z]?)? (?:[A-ZĀĒĪŌŪ][\w'’āēīōū-]+ ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Place|Pl|Drive|Dr|Lane|Crescent|Cres|Terrace|Tce|Way|Close|"
    r"Grove|Parade|Quay|Court|Ct|Tiriti|Huarahi)\b"
)
# An address is a person's where words just before it say that somebody lives there.
_HOME = re.compile(
    r"\b(?:lives?|living|lived|home address|(?:his|her|their|my) (?:home|house|address|place|flat)|"
    r"resid(?:es?|ing|ent)|home of|noho)\b[^.!?]{0,40}$",
    re.IGNORECASE,
)
_ROLE_PART = re.compile(r"[._+-]|\d+")


@dataclass(frozen=True)
class Own:
    """What is the agency's own: domains in small letters, numbers as digits, other contacts."""

    domains: tuple[str, ...]
    contacts: frozenset[str]


def own_of(domains: Sequence[str], contacts: Sequence[str]) -> Own:
    """Give what of a text is never a person's, from the configuration."""
    plain = {_digits(one) if _is_number(one) else one.casefold() for one in contacts}
    return Own(tuple(one.casefold().lstrip("@.") for one in domains), frozenset(plain))


def personal_in(text: str, own: Own) -> list[str]:
    """Say what a text holds, each masked: an e-mail address h…@mail.example."""
    return list(dict.fromkeys([*_emails(text, own), *_phones(text, own), *_homes(text)]))


def _emails(text: str, own: Own) -> Iterator[str]:
    for match in _EMAIL.finditer(text):
        address = match[0].casefold()
        name, _, domain = address.partition("@")
        ours = any(domain == one or domain.endswith(f".{one}") for one in own.domains)
        role = _roles().intersection(_ROLE_PART.split(name))
        if not ours and not role and address not in own.contacts:
            yield f"an e-mail address ({name[0]}…@{domain})"


def _phones(text: str, own: Own) -> Iterator[str]:
    for match in _PHONE.finditer(text):
        digits = _digits(match[0])
        if digits not in own.contacts:
            yield f"a phone number ({digits[:3]}… ending in {digits[-2:]})"


def _homes(text: str) -> Iterator[str]:
    for match in _STREET.finditer(text):
        if _HOME.search(text, max(0, match.start() - 80), match.start()):
            yield f"a home address (… {' '.join(match[0].split()[1:])})"


def _is_number(contact: str) -> bool:
    return sum(sign.isdigit() for sign in contact) >= 6 and "@" not in contact


def _digits(number: str) -> str:
    """Give a number as it is dialled in New Zealand: 021234567."""
    plain = "".join(sign for sign in number.replace("(0)", "") if sign.isdigit())
    international = number.lstrip().startswith("+") or plain.startswith("0064")
    return "0" + plain.removeprefix("00").removeprefix("64") if international else plain


@cache
def _roles() -> frozenset[str]:
    """Give the words by which an address is of a role, and of no person."""
    text = files("audit.own_posts").joinpath("roles.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
