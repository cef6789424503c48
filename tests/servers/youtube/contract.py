"""Google's description of its API (a discovery document), as checks of requests and answers.

It comes with google-api-python-client. It knows parameters, their ranges and words, and the
members of answers; of errors, quotas and which members must be there it says nothing.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from tests.servers.required import not_there

Query = Mapping[str, Sequence[str]]


class Contract:
    """The description of one API."""

    def __init__(self, document: dict[str, Any]) -> None:
        from jsonschema import Draft202012Validator  # noqa: PLC0415 - only where it is installed
        from referencing import Registry, Resource  # noqa: PLC0415
        from referencing.jsonschema import DRAFT202012  # noqa: PLC0415

        schemas = {name: _schema(one) for name, one in document["schemas"].items()}
        resource = Resource(contents={"$defs": schemas}, specification=DRAFT202012)
        registry = Registry().with_resource("urn:api", resource)
        self._validators = {
            name: Draft202012Validator({"$ref": f"urn:api#/$defs/{name}"}, registry=registry)
            for name in schemas
        }
        self._common = document["parameters"]
        self._methods = {
            (method["httpMethod"], f"/{document['servicePath']}{method['path']}"): method
            for method in _methods(document["resources"])
        }

    def request_problems(self, verb: str, path: str, query: Query) -> Iterator[str]:
        """Say what is wrong with a request; ``path`` without host and query."""
        method = self._methods.get((verb, path))
        if method is None:
            yield f"no such method: {verb} {path}"
            return
        own = method.get("parameters", {})
        for name, values in query.items():
            rule = {**self._common, **own}.get(name)
            if rule is None:
                yield f"unknown parameter {name}"
            else:
                yield from (f"{name}={one} is not allowed" for one in values if _bad(rule, one))
        yield from (f"{one} is missing" for one, rule in own.items() if _missing(one, rule, query))

    def answer_problems(self, verb: str, path: str, answer: object) -> Iterator[str]:
        """Say what in a good answer is not of the form described."""
        schema = self._methods[verb, path]["response"]["$ref"]
        for error in self._validators[schema].iter_errors(answer):
            yield f"{path}: {error.json_path}: {error.message}"


@cache
def contract() -> Contract | None:
    """Give Google's description; None where its package is not installed."""
    try:
        root = resources.files("googleapiclient")
    except ModuleNotFoundError:
        return None
    text = (root / "discovery_cache" / "documents" / "youtube.v3.json").read_text("utf-8")
    return Contract(json.loads(text))


def required_contract() -> Contract:
    """Give Google's description, or end the test."""
    return contract() or not_there("google-api-python-client", "pip install '.[servers]'")


def _methods(found: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for resource in found.values():
        yield from resource.get("methods", {}).values()
        yield from _methods(resource.get("resources", {}))


def _missing(name: str, rule: Mapping[str, Any], query: Query) -> bool:
    return bool(rule.get("required")) and name not in query


def _bad(rule: Mapping[str, Any], value: str) -> bool:
    if rule.get("type") == "integer":
        number = int(value) if value.lstrip("-").isdigit() else None
        low, high = int(rule.get("minimum", 0)), int(rule.get("maximum", 1 << 31))
        return number is None or not low <= number <= high
    if rule.get("type") == "boolean":
        return value not in {"true", "false"}
    return "enum" in rule and value not in rule["enum"]


def _schema(described: Mapping[str, Any]) -> dict[str, Any]:
    """Make a strict JSON Schema: members that are not described are refused."""
    if "$ref" in described:
        return {"$ref": f"urn:api#/$defs/{described['$ref']}"}
    kind = described.get("type")
    made: dict[str, Any] = {} if kind in (None, "any") else {"type": kind}
    if kind == "object":
        members = described.get("properties", {})
        made["properties"] = {name: _schema(one) for name, one in members.items()}
        others = described.get("additionalProperties")
        made["additionalProperties"] = _schema(others) if others else False
    if kind == "array":
        made["items"] = _schema(described["items"])
    if "enum" in described:
        made["enum"] = described["enum"]
    if kind == "string" and described.get("format") in {"int64", "uint64"}:
        made["pattern"] = r"^-?\d+$"
    if described.get("format") == "date-time":
        made["pattern"] = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"
    return made
