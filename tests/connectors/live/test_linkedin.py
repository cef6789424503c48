"""An organisation read from LinkedIn's interface: posts, reshares, links, and its little text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.errors import AuthError, FollowAuditError, QuotaSpent, SourceError
from connectors.live.linkedin import CONNECTOR
from connectors.live.linkedin_text import plain_text
from connectors.live.registry import LIVE
from tests.connectors.live.reading import Reader, covered, kept_bytes, of_kind
from tests.servers.linkedin.server import LinkedIn, error, linkedin, post

TOKEN = "AQplanted"  # noqa: S105 - planted to be looked for
OTHER = "urn:li:ugcPost:7290000000000000001"
CARD = {"article": {"source": "https://rimu.example/a", "title": "A"}}
POSTS = [
    post(9, "", reshareContext={"parent": OTHER, "root": OTHER}),
    post(8, "Well said", reshareContext={"parent": OTHER, "root": OTHER}),
    post(7, "", reshareContext={"parent": post(6)["id"], "root": post(6)["id"]}),
    post(6, r"With @[Rimu \(NZ\)](urn:li:organization:1) \#not {hashtag|\#|kauri}", content=CARD),
    post(5, "Draft", lifecycleState="DRAFT"),
    post(4, r"See https://totara.example/b\_c \(now\)"),
    *(post(-number, f"Post {number}") for number in range(230)),
]


def reader(address: str, tmp_path: Path, handle: str = "kauri-tauira") -> Reader:
    return Reader(CONNECTOR, handle, address, TOKEN, tmp_path / "pages")


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("handle", ["kauri-tauira", "company/5005117"])
def test_posts_reshares_and_links(tmp_path: Path, handle: str, links: bool) -> None:
    fake = LinkedIn(TOKEN, POSTS, links=links)
    with linkedin(fake) as (address, _):
        collected = reader(address, tmp_path, handle).read()
    assert LIVE["linkedin"] is CONNECTOR
    assert collected.agency_account.startswith("company/")
    assert len(of_kind(collected, "post")) == len(POSTS) - 3
    (repost,) = of_kind(collected, "repost")
    (quote,) = of_kind(collected, "quote")
    assert repost["post_id"] == quote["post_id"] == OTHER
    assert repost["unknown_reason"] == "not_permitted"
    assert [row["url"] for row in of_kind(collected, "link")] == [
        "https://rimu.example/a",
        "https://totara.example/b_c",
    ]
    (tally,) = collected.tallies
    assert tally.reported == {
        "a reshare of our own post": 1,
        "not published: a draft, or removed": 1,
    }
    texts = {row["post_id"]: row["text"] for row in of_kind(collected, "post")}
    assert texts[post(6)["id"]] == "With Rimu (NZ) #not #kauri"
    assert str(of_kind(collected, "post")[0]["happened_at"]).startswith("2026-08-15")
    assert len(fake.calls) == 3 + handle.startswith("kauri")


def test_short_and_empty_pages_are_not_the_end(tmp_path: Path) -> None:
    left_out = frozenset(one["id"] for one in POSTS[50:200])
    with linkedin(LinkedIn(TOKEN, POSTS, unlisted=left_out)) as (address, _):
        collected = reader(address, tmp_path).read()
    assert len(of_kind(collected, "post")) == len(POSTS) - 3 - 150
    assert covered(collected, "post")["status"] == "complete"


def test_follows_and_likes_are_kept_by_hand(tmp_path: Path) -> None:
    with linkedin(LinkedIn(TOKEN, [])) as (address, _):
        collected = reader(address, tmp_path).read()
    for kind in ("follow", "like"):
        row = covered(collected, kind)
        assert (row["status"], "by hand" in row["reason"]) == ("unavailable", True)
    assert covered(collected, "post")["status"] == "complete"


@pytest.mark.parametrize(
    ("status", "kind", "said"),
    [
        (401, AuthError, "60 days"),
        (403, AuthError, "r_organization_social"),
        (426, SourceError, "newer follow-audit"),
        (429, QuotaSpent, "midnight UTC"),
        (500, SourceError, "fails"),
    ],
)
def test_errors_say_what_to_do(
    tmp_path: Path, status: int, kind: type[FollowAuditError], said: str
) -> None:
    fake = LinkedIn(TOKEN, POSTS, instead=lambda *_: error(status, "CODE"))
    with linkedin(fake) as (address, _):
        one = reader(address, tmp_path)
        with pytest.raises(kind, match=said) as refused:
            one.read()
    assert TOKEN not in repr(refused.value) + repr(one.asking)


def test_a_probe_proves_that_the_posts_can_be_read(tmp_path: Path) -> None:
    fake = LinkedIn(TOKEN, POSTS)
    with linkedin(fake) as (address, _):
        one = reader(address, tmp_path)
        probed = CONNECTOR.probe(one.account, one.asking)
    assert probed.account_id == "company/kauri-tauira"
    assert len(fake.calls) == 2
    assert "60 days" in probed.notes[0]


def test_the_limit_of_a_day_keeps_what_came_before(tmp_path: Path) -> None:
    fake = LinkedIn(
        TOKEN, POSTS, instead=lambda _, number: error(429, "X") if number == 3 else None
    )
    with linkedin(fake) as (address, _):
        one = reader(address, tmp_path)
        row = covered(one.read(), "post")
        assert (row["status"], row["fetched"]) == ("partial", 97)
        assert covered(one.read(), "post")["status"] == "complete"
    assert len(fake.calls) == 2 + 1 + 2
    assert all(TOKEN.encode() not in kept for kept in kept_bytes(tmp_path))


def test_a_person_and_an_unknown_organisation_are_refused(tmp_path: Path) -> None:
    with linkedin(LinkedIn(TOKEN, [])) as (address, _):
        with pytest.raises(SourceError, match="organisations alone"):
            reader(address, tmp_path / "a", "in/someone").read()
        with pytest.raises(SourceError, match="no organisation"):
            reader(address, tmp_path / "b", "company/rimu").read()
        one = reader(address, tmp_path / "c", "company/7")
        with pytest.raises(AuthError, match="r_organization_social"):
            CONNECTOR.probe(one.account, one.asking)


@given(st.text(alphabet=r"\|{}@[]()<>#*_~ab: ") | st.text())
def test_any_text_can_be_read_and_escaping_it_gives_it_back(written: str) -> None:
    assert isinstance(plain_text(written), str)
    escaped = "".join(f"\\{one}" if one in r"\|{}@[]()<>#*_~" else one for one in written)
    assert plain_text(escaped) == written
