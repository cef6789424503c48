"""How a claim of Wikidata is written: whose it is, where it stands, and of which day."""

from collections.abc import Mapping
from dataclasses import dataclass

from audit.update.claims import Claim, cells_of, unsafe

SOURCE = "WIKIDATA"
_PAGE = "https://www.wikidata.org/wiki/"


@dataclass(frozen=True)
class Stated:
    """The day on which Wikidata was asked, and what it calls each item."""

    as_at: str
    names: Mapping[str, str]

    def claim(
        self, table: str, item: str, cells: Mapping[str, str], problem: str = "", actor: str = ""
    ) -> Claim:
        """Make a claim about an item, or about an ``actor`` of the register without one."""
        about = {
            "source": SOURCE,
            "evidence_url": _PAGE + item if item else "",
            "as_at": self.as_at,
        }
        owner = {"actor": actor, "name": self.names.get(item, ""), "wikidata": item}
        where = f"Wikidata, {item}" if item else "Wikidata"
        odd = problem or unsafe({**cells, "name": owner["name"]} | about)
        # a statement stays for years: only a preferred one says that the account is the one in use
        sighting = bool(cells.get("status"))
        return Claim(where, owner, cells_of(table, {**cells, **about}), odd, sighting)

    def person(self, item: str, *, known: bool) -> Claim:
        """Say who an item is; a person whom the register has by the number keeps the name there."""
        name = "" if known else self.names.get(item, "")
        nameless = "Wikidata has no name for this item in any language."
        problem = "" if name or known else nameless
        return self.claim("people", item, {"name": name, "wikidata": item}, problem)
