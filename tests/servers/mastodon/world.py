"""The accounts, follows, posts and likes of a server, put into the mock's database at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mastodon_mock.db.base import Base
from mastodon_mock.db.models import Account, Favourite, OAuthToken, Relationship, Status
from sqlalchemy import Engine
from sqlalchemy.orm import Session

_FIRST_POST = 10**12  # as long as ids of posts are, and no id of an account


@dataclass(frozen=True)
class Numbers:
    """The server's numbers: of accounts by address, of posts by name, of owners by token."""

    accounts: Mapping[str, str] = field(default_factory=dict)
    posts: Mapping[str, str] = field(default_factory=dict)
    tokens: Mapping[str, str] = field(default_factory=dict)


def build(engine: Engine, wanted: Mapping[str, Sequence[Any]]) -> Numbers:
    """Write the world anew and give its numbers.

    ``accounts`` are mappings with ``acct`` and, if wanted, ``token``, ``name`` and ``note``;
    ``follows`` pairs of acct; ``posts`` mappings with ``of``, ``ref``, ``at`` and, if wanted,
    ``html``, ``visibility``, ``boosts``, ``quotes``, ``quote_state`` and ``replies_to`` (all by
    ref); ``likes`` pairs of acct and ref, oldest first.
    """
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    people = {one["acct"]: number for number, one in enumerate(wanted["accounts"], 101)}
    posts = {one["ref"]: _FIRST_POST + n for n, one in enumerate(wanted.get("posts", ()), 1)}
    with Session(engine) as session:
        session.add_all(_account(one, people) for one in wanted["accounts"])
        session.add_all(
            Relationship(
                id=500 + number,
                source_account_id=people[ours],
                target_account_id=people[other],
                following=True,
            )
            for number, (ours, other) in enumerate(wanted.get("follows", ()))
        )
        session.add_all(_status(one, people, posts) for one in wanted.get("posts", ()))
        session.flush()
        session.add_all(
            Favourite(account_id=people[ours], status_id=posts[ref])
            for ours, ref in wanted.get("likes", ())
        )
        tokens = {one["token"]: people[one["acct"]] for one in wanted["accounts"] if "token" in one}
        session.add_all(
            OAuthToken(access_token=token, account_id=owner, scopes=["read"])
            for token, owner in tokens.items()
        )
        session.commit()
    return Numbers(_as_text(people), _as_text(posts), _as_text(tokens))


def _account(one: Mapping[str, Any], people: Mapping[str, int]) -> Account:
    name, _, domain = one["acct"].partition("@")
    return Account(
        id=people[one["acct"]],
        username=name,
        domain=domain or None,
        display_name=one.get("name", name),
        note=one.get("note", ""),
        fields=[],
    )


def _status(one: Mapping[str, Any], people: Mapping[str, int], posts: Mapping[str, int]) -> Status:
    return Status(
        id=posts[one["ref"]],
        account_id=people[one["of"]],
        content=one.get("html", ""),
        text=one.get("html", ""),
        visibility=one.get("visibility", "public"),
        created_at=datetime.fromisoformat(one["at"]),
        reblog_of_id=posts.get(one.get("boosts", "")),
        quoted_status_id=posts.get(one.get("quotes", "")),
        quote_state=one.get("quote_state", "accepted"),
        in_reply_to_id=posts.get(one.get("replies_to", "")),
        edit_history=[],
    )


def _as_text(numbers: Mapping[str, int]) -> dict[str, str]:
    return {key: str(number) for key, number in numbers.items()}
