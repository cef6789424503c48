"""Accounts that an archive names itself: numbers, other domains, hosts in other scripts."""

from pathlib import Path
from typing import Any

import pytest

from connectors.collected import Collected
from connectors.errors import SourceError
from connectors.exports.mastodon_known import Known, known_from, mentions_in
from connectors.exports.registry import read_export
from connectors.profiles import parse_profile
from tests.connectors.contract import write_folder
from tests.connectors.mastodon_files import CSV_HEADER, HOME, actor, boost, likes, outbox, post
from tests.connectors.test_mastodon_csv import account

NUMBER = "https://ap.example/ap/users/987"


def mention(uri: Any, name: Any) -> dict[str, Any]:
    return {"type": "Mention", "href": uri, "name": name}


def collect(path: Path, files: dict[str, bytes], handle: str = "agency@home.example") -> Collected:
    own = account(write_folder(path / "export", files))
    return read_export(type(own)(**{**vars(own), "handle": handle}))


def ids(collected: Collected, kind: str) -> list[str]:
    acts = collected.interactions
    return list(acts.loc[acts["kind"] == kind, "account_id"])


def test_a_mention_names_an_account_whose_uri_holds_a_number_alone(tmp_path: Path) -> None:
    files = {
        "actor.json": actor(),
        "outbox.json": outbox(
            boost(1, f"{NUMBER}/statuses/1", NUMBER),
            post(2, tag=[mention(NUMBER, "@Kea@ap.example"), {"type": "Hashtag"}, 5]),
            post(3, quote=f"{NUMBER}/statuses/2"),
        ),
        "likes.json": likes(f"{NUMBER}/statuses/3", "https://ap.example/ap/users/1/statuses/4"),
    }
    collected = collect(tmp_path, files)
    assert ids(collected, "repost") == ids(collected, "quote") == ["kea@ap.example"]
    likes_ = collected.interactions[collected.interactions["kind"] == "like"]
    assert list(likes_["account_id"].fillna("")) == ["kea@ap.example", ""]
    assert list(likes_["unknown_reason"].fillna("")) == ["", "not_in_export"]
    assert list(collected.accounts["account_id"]) == ["kea@ap.example"]


def test_the_address_with_another_domain_than_the_server_is_one_account(tmp_path: Path) -> None:
    server = "https://social.example.org/users/kea"
    files = {
        "actor.json": actor(),
        "outbox.json": outbox(
            post(1, tag=[mention(server, "@kea@example.org")]),
            boost(2, f"{server}/statuses/1", server),
        ),
        "following_accounts.csv": f"{CSV_HEADER}kea@example.org,true,false,\n".encode(),
    }
    collected = collect(tmp_path, files)
    assert ids(collected, "repost") == ids(collected, "follow") == ["kea@example.org"]
    assert len(collected.accounts) == 1


@pytest.mark.parametrize("finger", [None, "agency@example.org", "acct:agency@example.org"])
def test_our_own_domain_is_that_of_all_accounts_of_our_server(tmp_path: Path, finger: Any) -> None:
    server = "https://social.example.org/users"
    said = actor("agency", "social.example.org")
    if finger:
        said = said.replace(b'"type"', f'"webfinger": "{finger}", "type"'.encode())
    own = {"actor": f"{server}/agency"}
    files = {
        "actor.json": said,
        "outbox.json": outbox(
            boost(1, f"{server}/kea/statuses/1", f"{server}/kea", **own),
            boost(2, f"{server}/agency/statuses/1", f"{server}/agency", **own),
            {**post(3, tag=[mention(f"{server}/kea", "@kea")]), **own},
            boost(4, "https://social.example.org/@Tui/5", f"{server}/Tui", **own),
        ),
        "following_accounts.csv": f"{CSV_HEADER}kea,true,false,\n".encode(),
    }
    collected = collect(tmp_path, files, "agency@example.org")
    assert collected.agency_account == "agency@example.org"
    assert ids(collected, "repost") == [
        "kea@example.org",
        "agency@example.org",
        "tui@example.org",
    ]
    assert ids(collected, "follow") == ["kea@example.org"]
    assert bool(collected.notes) == (finger is None)
    assert all("the two domains belong together" in note for note in collected.notes)


@pytest.mark.parametrize("handle", ["other@example.org", "agency@else.example", "agency@le.org"])
def test_another_name_or_domain_is_never_taken_for_ours(tmp_path: Path, handle: str) -> None:
    files = {"actor.json": actor("agency", "social.example.org"), "outbox.json": outbox()}
    with pytest.raises(SourceError, match=r"belongs to @agency@social\.example\.org"):
        collect(tmp_path, files, handle)


def test_our_own_posts_are_ours_where_our_uri_holds_a_number(tmp_path: Path) -> None:
    own = "https://home.example/ap/users/55"
    said = actor().replace(HOME.encode(), own.encode())
    reply = post(2, inReplyTo=f"{own}/statuses/1")
    files = {
        "actor.json": said,
        "outbox.json": outbox(reply, boost(3, f"{own}/statuses/1", own)),
    }
    collected = collect(tmp_path, files)
    assert ids(collected, "repost") == ["agency@home.example"]
    assert collected.interactions["kind"].to_list() == ["post", "repost"]
    assert collected.notes == ()


def test_a_host_in_another_script_is_one_account_however_it_is_written(tmp_path: Path) -> None:
    ascii_host = "https://xn--69aa8bzb.xn--y9a3aq/users/nare"
    files = {
        "actor.json": actor(),
        "outbox.json": outbox(boost(1, f"{ascii_host}/statuses/1", ascii_host)),
        "likes.json": likes("https://թութ.հայ/users/nare/statuses/2"),
        "following_accounts.csv": f"{CSV_HEADER}nare@ԹՈՒԹ.հայ,true,false,\n".encode(),
    }
    collected = collect(tmp_path, files)
    for kind in ("follow", "like", "repost"):
        assert ids(collected, kind) == ["nare@xn--69aa8bzb.xn--y9a3aq"]
    assert len(collected.accounts) == 1


@pytest.mark.parametrize(
    "tags", [None, "x", [None], {}, [mention(5, "@a@b.example")], [mention("https://b.example", 5)]]
)
def test_odd_mentions_name_nobody(tags: Any) -> None:
    own = parse_profile("agency@home.example", "mastodon")
    activities = [post(1, tag=tags), None, {"object": "x"}]
    known = known_from([one for act in activities for one in mentions_in(act)], own, HOME)
    assert set(known.by_uri) == {HOME}


def test_a_mention_by_another_name_is_no_other_domain() -> None:
    uri = "https://birds.example/users/kea"
    known = known_from(mentions_in(post(1, tag=[mention(uri, "@other@example.org")])), None, "")
    found = known.account_of("https://birds.example/@kea/1")
    assert found
    assert found.account_id == "kea@birds.example"


@pytest.mark.parametrize("uri", ["http://[", "https://", "https://a.example]/users/kea/statuses/1"])
def test_an_address_that_is_none_names_nobody(uri: str) -> None:
    assert Known().account_of(uri, uri) is None
