"""What X has published of its refusals, as checks; and what it answers beside that, from reports.

The description 2.62 tells problems apart by their ``type``; xdk's models are those of the spelling
since August 2026. Neither knows that anything is paid for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.servers.local import Written

# Forms that X is reported to answer in (tweepy#2175 and #2188, xdk#25, and 402 in the code of many)
# and does not describe: by kind of problem, the members beside those of every problem, or beside
# those that its description has. ``test_x_contract.py`` holds this list to be exact.
REPORTED_SINCE_2_62: Mapping[str, frozenset[str]] = {
    "client-forbidden": frozenset({"client_id", "required_enrollment"}),
    "credits": frozenset(),
    "credits-depleted": frozenset(),
    "usage-capped": frozenset({"product_name"}),
}
REPORTED_SINCE_XDK: Mapping[str, frozenset[str]] = {
    "about:blank": frozenset(),
    "client-forbidden": frozenset(
        {"client_id", "required_enrollment", "reason", "registration_url"}
    ),
    "credits": frozenset(),
    "credits-depleted": frozenset(),
    "invalid-request": frozenset({"errors"}),
    "unsupported-authentication": frozenset(),
    "usage-capped": frozenset({"period", "product_name", "scope"}),
}


@dataclass(frozen=True)
class Refusals:
    """The form of an error, of every problem, and of each kind; ``reported`` is not described."""

    error: Any
    problem: Any
    kinds: Mapping[str, Any]
    reported: Mapping[str, frozenset[str]]

    def problems(self, reply: Written, said: Any) -> Iterator[str]:
        """Say what in a refusal is neither as published nor on the list of what is reported."""
        if "problem" not in reply.headers["Content-Type"]:
            yield from _wrong(self.error, said)
            return
        kind, more = self.undescribed(said)
        if kind is None:
            yield from _wrong(self.kinds[kind_of(said)], said)
        elif kind not in self.reported or not more <= self.reported[kind]:
            yield f"{kind}: {sorted(more)} is neither described nor on the list of what is reported"
        else:
            plain = {name: one for name, one in said.items() if name not in more}
            yield from _wrong(self.kinds.get(kind, self.problem), plain)

    def undescribed(self, said: Mapping[str, Any]) -> tuple[str | None, frozenset[str]]:
        """Give the kind and the members of a problem that are not described; None where all are."""
        kind = kind_of(said)
        form = self.kinds.get(kind, self.problem).schema
        more = frozenset(said) - frozenset(form["members"])
        return (kind if more or kind not in self.kinds else None), more


def kind_of(said: Mapping[str, Any]) -> str:
    """Name the kind of a problem."""
    return str(said["type"]).rpartition("/")[2]


def of_openapi(document: Any) -> Refusals:
    """Read the refusals of a description whose problems are told apart by a discriminator."""
    schemas = document["components"]["schemas"]
    common = schemas["Problem"]["properties"].keys()
    kinds = {}
    for kind, where in schemas["Problem"]["discriminator"]["mapping"].items():
        schema = schemas[where.rpartition("/")[2]]
        own = (one.get("properties", {}).keys() for one in schema["allOf"])
        kinds[kind.rpartition("/")[2]] = _form(
            {
                "allOf": [{"$ref": where}, {"properties": {"type": {"const": kind}}}],
                "components": document["components"],
                "members": sorted({*common, *(name for names in own for name in names)}),
            }
        )
    problem = {**schemas["Problem"], "members": sorted(common)}
    return Refusals(_form(schemas["Error"]), _form(problem), kinds, REPORTED_SINCE_2_62)


def of_models(error: Any, models: Mapping[str, Any]) -> Refusals:
    """Read the refusals of models in JSON Schema, by the type that each wants."""
    known = [{**one, "members": sorted(one["properties"])} for one in models.values()]
    common = set.intersection(*(set(one["properties"]) for one in known))
    required = set.intersection(*(set(one["required"]) for one in known))
    every = {
        "type": "object",
        "properties": {one: known[0]["properties"][one] for one in common}
        | {"type": {"type": "string"}},
        "required": sorted(required),
        "members": sorted(common),
    }
    kinds = {kind_of({"type": one["properties"]["type"]["const"]}): _form(one) for one in known}
    return Refusals(_form(error), _form(every), kinds, REPORTED_SINCE_XDK)


def _form(schema: Any) -> Any:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - only where it is installed

    return Draft202012Validator(schema)


def _wrong(form: Any, said: Any) -> Iterator[str]:
    return (f"{one.json_path}: {one.message[:300]}" for one in form.iter_errors(said))
