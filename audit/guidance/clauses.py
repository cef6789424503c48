"""The clauses of a guidance, read from its file of data."""

import tomllib
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

NZ_PUBLIC_SERVICE = "nz-public-service"
Rule = Literal["document", "text", "dates", "checks", "balance", "person"]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Part(_Data):
    """One thing that a document must say, in words for people, and the ways of saying it.

    A way is regular expressions that must all be in one sentence, folded (audit.screen.tokens);
    a sentence with one of ``never`` does not count.
    """

    says: str
    ways: tuple[tuple[str, ...], ...]
    never: tuple[str, ...] = ()


class Clause(_Data):
    """One clause: what it asks, how a review judges it, and what a person is asked.

    ``document`` is policy or statement; ``checks`` are ids of checks and ``kinds`` the acts that
    must have been read for them; ``needs`` names what else must have been looked at.
    ``information`` says that findings for information weigh as others do; ``rests_on`` is a
    clause before it that must be met too.
    """

    id: str
    section: str
    strength: str
    requirement: str
    rule: Rule
    question: str = ""
    document: Literal["", "policy", "statement"] = ""
    parts: tuple[Part, ...] = ()
    checks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    looked: str = ""
    information: bool = False
    rests_on: str = ""


class Guidance(_Data):
    """A guidance: its name and its clauses in their order."""

    id: str
    title: str
    clauses: tuple[Clause, ...] = Field(alias="clause")

    @model_validator(mode="after")
    def _each_clause_once(self) -> "Guidance":
        ids = [clause.id for clause in self.clauses]
        if len(ids) != len(set(ids)):
            raise ValueError("a clause stands twice")
        return self


def load(name: str = NZ_PUBLIC_SERVICE) -> Guidance:
    """Read a guidance that comes with the tool."""
    text = files("audit.guidance").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return Guidance.model_validate(tomllib.loads(text))
