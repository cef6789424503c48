"""The sections of the configuration, each with its settings and what they may say."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from audit.screen.public import WORD_LISTS
from audit.sources.held.registry import HELD
from audit.sources.public.registry import PUBLIC

REFERENCES = ("seats", "votes", "equal", "available")
Text = Annotated[str, Field(min_length=1)]
_ADDRESS = re.compile(r"https?://[^\s/?#@]+(/\S*)?$")
WIKIDATA = "https://query.wikidata.org/sparql"


class Section(BaseModel):
    """A section: unknown settings are problems, and none changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AgencySection(Section):
    """Who the review is for."""

    name: Text
    name_mi: str = ""
    contact: str = ""

    @model_validator(mode="after")
    def _a_contact_fits_a_header(self) -> Self:
        if not (self.contact.isascii() and self.contact.isprintable()):
            raise ValueError("[agency], contact must be an e-mail or web address in plain letters")
        return self


class ReviewSection(Section):
    """How the review is made and kept."""

    output: Path = Path("runs")
    quarters: Literal["financial", "calendar"] = "financial"
    decide_within_days: int = Field(default=30, ge=1, le=365)
    marking: str = ""
    purposes: tuple[Path, ...] = ()
    inbox: tuple[Path, ...] = ()
    keep_months: int = Field(default=12, ge=1, le=60)


class SetAside(Section):
    """A minister of the agency's own, set aside from the balance for a dated reason."""

    actor: Text
    reason: Text
    from_: date = Field(alias="from")
    to: date | None = None

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Self:
        if self.to is not None and self.to < self.from_:
            raise ValueError(f"[balance], set_aside of {self.actor} ends before it begins")
        return self

    def on(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.from_ <= day and (self.to is None or day <= self.to)


class BalanceSection(Section):
    """What the party mix is measured against."""

    reference: Text = "seats"
    corridor: bool = True
    minimum: int = Field(default=10, ge=1)
    set_aside: tuple[SetAside, ...] = ()

    @property
    def is_custom(self) -> bool:
        """Tell whether the reference is a file of the agency's own."""
        return self.reference.casefold().endswith(".csv")

    @model_validator(mode="after")
    def _known_reference(self) -> Self:
        if not self.is_custom and self.reference not in REFERENCES:
            choice = ", ".join(REFERENCES)
            raise ValueError(
                f"[balance], reference is {self.reference!r}; write {choice} or a path to a CSV"
            )
        return self


class RegisterSection(Section):
    """Whose political accounts are known."""

    jurisdiction: Text = "nz"
    overlay: Path | None = None
    extra: tuple[Path, ...] = ()
    wikidata: Text = WIKIDATA

    @model_validator(mode="after")
    def _an_endpoint_is_an_address(self) -> Self:
        if not _ADDRESS.match(self.wikidata):
            said = "[register], wikidata must be a web address without a password, such as"
            raise ValueError(f"{said} {WIKIDATA}")
        return self


class SourcesSection(Section):
    """Which lists of flagged accounts and sources are used."""

    own: tuple[Path, ...] = ()
    lists: tuple[Text, ...] = ()
    cache: Path = Path("sources")
    files: dict[str, Path] = {}
    labels: bool = True
    shorteners: bool = False

    @model_validator(mode="after")
    def _known_lists(self) -> Self:
        unknown = [name for name in self.lists if name not in PUBLIC]
        if unknown:
            named = ", ".join(map(repr, unknown))
            raise ValueError(
                f"[sources], lists: there is no list {named}; write {', '.join(PUBLIC)}"
            )
        strange = [name for name in self.files if name not in HELD]
        if strange:
            named = ", ".join(map(repr, strange))
            raise ValueError(f"[sources.files]: there is no list {named}; write {', '.join(HELD)}")
        return self


class ScreenSection(Section):
    """What profiles, own posts and, if wanted, the texts of shared posts are screened for.

    ``lists`` is None where the configuration leaves the public lists of words to what was fetched.
    """

    lists: tuple[Text, ...] | None = None
    words: tuple[Path, ...] = ()
    allowed: tuple[Path, ...] = ()
    posts: bool = False
    politics: bool = True
    personal: bool = True
    paid: bool = True
    slogans: tuple[Path, ...] = ()

    @model_validator(mode="after")
    def _known_lists(self) -> Self:
        unknown = [name for name in self.lists or () if name not in WORD_LISTS]
        if unknown:
            named, known = ", ".join(map(repr, unknown)), ", ".join(WORD_LISTS)
            raise ValueError(f"[screen], lists: there is no list {named}; write {known}")
        return self


DOCUMENT_SUFFIXES = (".html", ".htm", ".pdf", ".docx", ".txt", ".md")


def is_file(place: str) -> bool:
    """Tell whether what is given as a document is a path, and no address and no text."""
    address = place.startswith(("https://", "http://"))
    return not address and place.casefold().endswith(DOCUMENT_SUFFIXES)


class GovernanceSection(Section):
    """What the agency has of its own about its social media: documents, days and contacts.

    ``policy``, ``statement`` and ``concerns`` are a path or an address; ``concerns`` may be the
    text itself.
    """

    policy: str = ""
    policy_reviewed: date | None = None
    statement: str = ""
    statement_reviewed: date | None = None
    authorised_users: Path | None = None
    authorised_users_reviewed: date | None = None
    concerns: str = ""
    review_months: int = Field(default=12, ge=1, le=60)
    own_domains: tuple[Text, ...] = ()
    contact: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _a_document_is_a_file_or_an_address(self) -> Self:
        for name, place in (("policy", self.policy), ("statement", self.statement)):
            if place and not is_file(place) and not _ADDRESS.match(place):
                raise ValueError(
                    f"[governance], {name} is {place!r}; write a web address that begins with "
                    f"https://, or the path of a file ({', '.join(DOCUMENT_SUFFIXES)})"
                )
        return self


class LimitsSection(Section):
    """What a run may spend on platforms' interfaces, and the seconds it waits for one request."""

    usd: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    requests: int | None = Field(default=None, ge=1)
    max_wait: int = Field(default=600, ge=0, le=86_400)
