"""The queries for Wikidata, filled in from what the pack says; each is a file beside this one."""

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import islice
from string import Template

from audit.register.wikidata_items import WikidataItems
from audit.update.wikidata.accounts import PROPERTIES

# So many items in one query: an answer in a second or two, far from the time-out of a minute.
BATCH = 80
_ENDS = ("", "/")


def members_query(items: WikidataItems) -> str:
    """Ask who holds or held a seat; from the first of the year on, as a date may be no more."""
    since = f"{items.since.year}-01-01T00:00:00Z"
    return _filled("members", membership=items.membership, since=since)


def politicians_queries(items: WikidataItems) -> Iterator[str]:
    """Ask for the politicians of the parties without a seat."""
    return (
        _filled("politicians", items=_items(batch), membership=items.membership)
        for batch in _batches(tuple(items.parties))
    )


def parties_queries(numbers: Sequence[str]) -> Iterator[str]:
    """Ask which parties people belong to."""
    return (_filled("parties", items=_items(batch)) for batch in _batches(numbers))


def names_queries(numbers: Sequence[str], items: WikidataItems) -> Iterator[str]:
    """Ask what items are called; ``mul`` is Wikidata's name for all languages at once."""
    languages = ", ".join(f'"{language}"' for language in (*items.languages, "mul"))
    return (
        _filled("names", items=_items(batch), languages=languages) for batch in _batches(numbers)
    )


def accounts_queries(numbers: Sequence[str]) -> Iterator[str]:
    """Ask for the accounts of people and parties."""
    return (
        _filled("accounts", items=_items(batch), properties=_properties())
        for batch in _batches(numbers)
    )


def links_queries(hosts: Sequence[str]) -> Iterator[str]:
    """Ask for the accounts of what has the front page of one of these hosts as its website."""
    return (
        _filled("links", sites=" ".join(map(_front_pages, batch)), properties=_properties())
        for batch in _batches(hosts)
    )


def _front_pages(host: str) -> str:
    """Write the front page of a host in the ways in which Wikidata has such addresses."""
    hosts = (host, f"www.{host}")
    return " ".join(
        f"<{scheme}://{one}{end}>" for scheme in ("https", "http") for one in hosts for end in _ENDS
    )


def _properties() -> str:
    return " ".join(f'(p:{one} ps:{one} "{one}")' for one in PROPERTIES)


def variables(name: str) -> frozenset[str]:
    """Name what each row of an answer holds, as the query's SELECT says it."""
    selected, _, _ = _written(name).partition("WHERE")
    return frozenset(re.findall(r"\?(\w+)", selected))


def _filled(name: str, **values: str) -> str:
    return _written("prefixes") + Template(_written(name)).substitute(values)


def _written(name: str) -> str:
    return files("audit.update.wikidata").joinpath(f"{name}.rq").read_text(encoding="utf-8")


def _items(numbers: Sequence[str]) -> str:
    return " ".join(f"wd:{number}" for number in numbers)


def _batches(numbers: Sequence[str]) -> Iterator[tuple[str, ...]]:
    ordered = iter(sorted(set(numbers)))
    return iter(lambda: tuple(islice(ordered, BATCH)), ())
