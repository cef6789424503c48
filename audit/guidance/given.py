"""What an agency gave of its governance, as it was read during a run."""

from dataclasses import dataclass
from datetime import date

POLICY, STATEMENT, CONCERNS = "policy", "statement", "concerns"
NAMES = {
    POLICY: "social media policy",
    STATEMENT: "transparency statement",
    CONCERNS: "process for concerns",
}


@dataclass(frozen=True)
class GivenDocument:
    """One document: where it is, the file kept of it, and its paragraphs, or why it has none.

    ``place`` is the path or address of the configuration, ``file`` the name in the run folder.
    """

    what: str
    place: str
    read_on: date
    file: str = ""
    size: int = 0
    sha256: str = ""
    paragraphs: tuple[str, ...] = ()
    failure: str = ""

    @property
    def is_address(self) -> bool:
        """Tell whether it was fetched from the web."""
        return self.place.startswith(("https://", "http://"))


@dataclass(frozen=True)
class AuthorisedUsers:
    """The list of authorised users: its name, rows and hash; who is on it is never kept."""

    file: str
    rows: int
    sha256: str
    failure: str = ""


@dataclass(frozen=True)
class Answer:
    """What a person said of a clause, who, on which day, and where it was read."""

    clause: str
    answer: str
    by: str
    on: date | None
    source: str = ""


@dataclass(frozen=True)
class Given:
    """All that was given; a document that the configuration does not name is absent."""

    documents: tuple[GivenDocument, ...] = ()
    authorised: AuthorisedUsers | None = None
    answers: tuple[Answer, ...] = ()

    def document(self, what: str) -> GivenDocument | None:
        """Give one of the documents; None where none is named."""
        return next((one for one in self.documents if one.what == what), None)

    def answer(self, clause: str) -> Answer | None:
        """Give what a person said of a clause; None where nothing is known."""
        return next((one for one in self.answers if one.clause == clause), None)


NOTHING_GIVEN = Given()
