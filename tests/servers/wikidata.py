"""A graph in Wikidata's RDF shape (Wikibase RDF dump format), built by a test."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from pyoxigraph import Literal, NamedNode, Quad, Store

_XSD = "http://www.w3.org/2001/XMLSchema#"
_ENTITY = "http://www.wikidata.org/entity/"
_PROP = "http://www.wikidata.org/prop/"
_BASE = "http://wikiba.se/ontology#"
_LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_PRECISION = {4: "9", 7: "10", 10: "11"}
SEAT, HOUSE = "P39", "Q18145518"


@dataclass(frozen=True)
class Day:
    """A day, month or year, as 2026-11-07, 2026-11 or 2026."""

    written: str

    @property
    def time(self) -> Literal:
        full = self.written + "-01-01"[len(self.written) - 4 :]
        return Literal(f"{full}T00:00:00Z", datatype=NamedNode(f"{_XSD}dateTime"))


class _Unknown:
    """Wikidata's "unknown value": there is one, and nobody stated which."""


UNKNOWN = _Unknown()
Value = str | Day | _Unknown


@dataclass
class Graph:
    """Items with labels and statements; values that look like Q1 are items, others are text."""

    quads: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = field(default_factory=list)
    _number: Iterator[int] = field(default_factory=count)
    _best: dict[tuple[str, str], dict[str, list]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    def item(self, number: str, **labels: str) -> str:
        """Name an item by language: en, mi, de; ``mul`` for all at once."""
        for language, label in labels.items():
            self._add(f"{_ENTITY}{number}", _LABEL, Literal(label, language=language))
        return number

    def state(
        self, item: str, claim: str, value: Value, rank: str = "Normal", **qualifiers: Value
    ) -> None:
        """Add a statement; a qualifier is written P580="…", several of one as a list."""
        statement = f"{_ENTITY}statement/{item}-{next(self._number)}"
        term = self._term(value)
        self._add(f"{_ENTITY}{item}", _node(claim), NamedNode(statement))
        self._add(statement, _node(f"statement/{claim}"), term)
        self._add(statement, NamedNode(f"{_BASE}rank"), NamedNode(f"{_BASE}{rank}Rank"))
        self._best[item, claim][rank].append(term)
        for name, given in qualifiers.items():
            for one in given if isinstance(given, list) else [given]:
                self._add(statement, _node(f"qualifier/{name}"), self._term(one))
                if isinstance(one, Day):
                    self._time(statement, name, one)

    def seat(self, item: str, **qualifiers: Value) -> None:
        """State a seat in the House."""
        self.state(item, SEAT, HOUSE, **qualifiers)

    def politician(self, item: str, party: str, **labels: str) -> str:
        """Add a politician of a party."""
        self.item(item, **labels)
        self.state(item, "P102", party)
        self.state(item, "P106", "Q82955")
        return item

    def store(self) -> Store:
        """Give the whole graph, with the truthy triples of the best statements."""
        store = Store()
        store.extend(Quad(*triple) for triple in self.quads)
        for (item, claim), by_rank in self._best.items():
            for value in by_rank.get("Preferred") or by_rank.get("Normal", []):
                node = NamedNode(f"{_ENTITY}{item}")
                store.add(Quad(node, _node(f"direct/{claim}"), value))
        return store

    def _time(self, statement: str, name: str, day: Day) -> None:
        value = f"http://www.wikidata.org/value/{next(self._number)}"
        precision = Literal(_PRECISION[len(day.written)], datatype=NamedNode(f"{_XSD}integer"))
        self._add(statement, _node(f"qualifier/value/{name}"), NamedNode(value))
        self._add(value, NamedNode(f"{_BASE}timeValue"), day.time)
        self._add(value, NamedNode(f"{_BASE}timePrecision"), precision)

    def _term(self, value: Value) -> NamedNode | Literal:
        if isinstance(value, Day):
            return value.time
        if isinstance(value, _Unknown):
            hidden = f"http://www.wikidata.org/.well-known/genid/{next(self._number)}"
            return NamedNode(hidden)
        is_item = value[:1] == "Q" and value[1:].isdigit()
        return NamedNode(f"{_ENTITY}{value}") if is_item else Literal(value)

    def _add(self, subject: str, predicate: NamedNode, value: NamedNode | Literal) -> None:
        self.quads.append((NamedNode(subject), predicate, value))


def _node(name: str) -> NamedNode:
    return NamedNode(_PROP + name)
