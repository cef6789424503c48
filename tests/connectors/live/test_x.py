"""X read through tweepy: every kind of act, what is gone, and both spellings of the fields."""

from pathlib import Path

import pytest

from connectors.collected import Collected
from connectors.errors import AuthError, SourceError
from connectors.live.budget import Budget
from connectors.live.registry import LIVE
from connectors.live.x import CONNECTOR
from tests.connectors.live.reading import covered, of_kind
from tests.connectors.live.x_reading import reader_of
from tests.servers.platforms import written
from tests.servers.x.example import (
    APP_TOKEN,
    FOUR,
    KAURI,
    MATAI,
    NIKAU,
    OTHER_TOKEN,
    RIMU,
    US,
    agency,
    x_of,
)
from tests.servers.x.fake import X, serving_x
from tests.servers.x.spelling import NEW, OLD, Spelling
from tests.servers.x.world import Account, Post, post_id


def read(fake: X, folder: Path, **rules: object) -> Collected:
    with serving_x(fake) as address:
        return reader_of(address, fake, folder, **rules).read()


@pytest.fixture(params=[OLD, NEW], ids=["tweets", "posts"])
def spelling(request: pytest.FixtureRequest) -> Spelling:
    return request.param


@pytest.fixture
def good(spelling: Spelling, tmp_path: Path) -> Collected:
    return read(x_of(agency(), spells=(spelling,)), tmp_path)


def test_it_is_registered() -> None:
    assert LIVE["x"] is CONNECTOR


def test_follows_leave_out_who_is_gone_and_state_the_difference(good: Collected) -> None:
    assert [row["account_id"] for row in of_kind(good, "follow")] == [MATAI, NIKAU, RIMU]
    row = covered(good, "follow")
    assert (row["status"], row["stated"], row["fetched"]) == ("complete", 5, 3)
    assert "states 5, of which 3 were given" in row["reason"]


def test_likes_have_authors_and_no_date(good: Collected) -> None:
    first, second = of_kind(good, "like")
    assert (first["account_id"], second["account_id"]) == (RIMU, KAURI)
    assert first["post_url"] == f"https://x.com/rimu_tauira/status/{post_id(1)}"
    assert first["text"].startswith("Kia ora & welcome")
    assert good.interactions.loc[good.interactions["kind"] == "like", "happened_at"].isna().all()
    assert covered(good, "like")["stated"] == 3


def test_reposts_name_the_author_even_where_the_original_is_gone(good: Collected) -> None:
    found = {row["post_id"]: row["account_id"] for row in of_kind(good, "repost")}
    assert found == {
        post_id(4): RIMU,
        post_id(3): MATAI,
        post_id(2): KAURI,
        post_id(8): MATAI,
        post_id(5): NIKAU,
    }
    at = good.interactions.loc[good.interactions["post_id"] == post_id(4), "happened_at"]
    assert str(at.iloc[0]) == "2026-11-01 01:43:00+00:00"


def test_a_repost_that_its_text_alone_shows_is_one(tmp_path: Path) -> None:
    world = agency()
    text = "RT @Matai_Tauira: the old way of reposting"
    world.posts = {post_id(1): Post(post_id(1), US, text, ("https://rimu.example/old",))}
    found = read(x_of(world), tmp_path, kinds=("repost", "link", "post"))
    (repost,) = of_kind(found, "repost")
    assert (repost["account_id"], repost["text"][:16]) == ("@matai_tauira", "RT @Matai_Tauira")
    assert [row["url"] for row in of_kind(found, "link")] == ["https://rimu.example/old"]
    assert of_kind(found, "post") == []


def test_links_are_read_from_originals_and_long_posts_and_to_their_end(good: Collected) -> None:
    links = {row["url"]: row for row in of_kind(good, "link")}
    assert set(links) == {
        "https://rimu.example/b",
        "https://rimu.example/late",
        "https://matai.example/at-the-end",
        "https://matai.example/c",
        "https://nikau.example/d",
    }
    assert links["https://nikau.example/d"]["evidence"].endswith("; written as https://bit.ly/x")
    row = covered(good, "link")
    assert row["status"] == "partial"
    assert "2 of 5 reposts" in row["reason"]


def test_quotes_are_told_from_links_and_name_who_is_gone(good: Collected) -> None:
    found = [
        (row["post_id"], row["account_id"], row["unknown_reason"]) for row in of_kind(good, "quote")
    ]
    known = [(post, account) for post, account, _ in found if isinstance(account, str)]
    assert known == [(post_id(5), NIKAU), (post_id(7), MATAI), (post_id(7), MATAI)]
    (gone,) = [one for one in found if not isinstance(one[1], str)]
    assert gone[0::2] == (post_id(999), "deleted")


def test_own_posts_are_whole_and_threads_are_told_from_replies(good: Collected) -> None:
    texts = {row["post_id"]: row["text"] for row in of_kind(good, "post")}
    assert post_id(101) in texts
    assert post_id(102) not in texts
    assert texts[post_id(108)].endswith("Our long one. ")
    assert good.tallies[2].reported == {"a reply without a link or quote": 1}


def test_accounts_have_handle_name_and_state(good: Collected) -> None:
    rows = {row["account_id"]: row for row in good.accounts.to_dict("records")}
    assert rows[RIMU]["name"] == "Rimu & co"
    assert (rows[RIMU]["followers"], rows[RIMU]["handle"]) == (1_200, "rimu_tauira")
    assert (rows[NIKAU]["status"], rows[MATAI]["verified"]) == ("protected", True)
    assert (rows[KAURI]["status"], rows[KAURI]["handle"]) == ("suspended", "kauri_tauira")
    assert US not in rows


def test_both_spellings_and_both_credentials_give_the_same(tmp_path: Path) -> None:
    first = read(x_of(agency(), spells=(OLD,)), tmp_path / "old")
    renamed = x_of(agency(), spells=(NEW,))
    new = read(renamed, tmp_path / "new")
    assert not [one for one in renamed.calls if "tweet.fields" in one]
    signed = read(x_of(agency()), tmp_path / "signed", token=":".join(FOUR))
    for other in (new, signed):
        for frame in ("interactions", "accounts", "coverage"):
            assert getattr(first, frame).equals(getattr(other, frame)), frame


@pytest.mark.parametrize("empty_end", [False, True])
def test_short_and_empty_pages_end_no_list(tmp_path: Path, *, empty_end: bool) -> None:
    fake = x_of(agency(follows=2_340, likes=420, posts=700), empty_end=empty_end)
    found = read(fake, tmp_path)
    assert len(of_kind(found, "follow")) == 2_343
    assert len(of_kind(found, "like")) == 422
    assert len(of_kind(found, "post")) == 708
    least = {"following": 3, "liked_tweets": 5, "42/tweets": 8}
    for ending, pages in least.items():
        assert fake.count(ending) <= pages + empty_end


def test_what_lies_beyond_the_newest_3200_posts_is_said(tmp_path: Path) -> None:
    found = read(x_of(agency(posts=3_300)), tmp_path, kinds=("post", "link"))
    row = covered(found, "post")
    assert row["status"] == "partial"
    assert "3,200 of 3,314 were given" in row["reason"]
    assert list(found.coverage["kind"]) == ["link", "post"]


def test_only_the_lists_asked_for_are_fetched(tmp_path: Path) -> None:
    fake = x_of(agency())
    found = read(fake, tmp_path, kinds=("like",))
    assert [one.split("?")[0] for one in fake.calls] == ["/2/users/me", "/2/users/42/liked_tweets"]
    assert list(found.coverage["kind"]) == ["like"]


def test_an_account_with_nothing_is_covered_whole(tmp_path: Path) -> None:
    world = agency()
    world.follows, world.likes, world.posts = {}, {}, {}
    found = read(x_of(world), tmp_path)
    assert set(found.coverage["status"]) == {"complete"}
    assert (found.coverage["fetched"] == 0).all()


@pytest.mark.parametrize(
    ("token", "notes"), [(APP_TOKEN, []), (OTHER_TOKEN, ["The credential is of @other_agency"])]
)
def test_the_credential_of_another_reads_all_but_likes(
    tmp_path: Path, token: str, notes: list[str]
) -> None:
    found = read(x_of(agency()), tmp_path, token=token)
    assert found.agency_account == US
    assert len(of_kind(found, "follow")) == 3
    row = covered(found, "like")
    assert (row["status"], row["fetched"]) == ("unavailable", 0)
    assert "likes to the account itself alone" in row["reason"]
    assert [note.split(",")[0] for note in found.notes] == notes


@pytest.mark.parametrize(("state", "said"), [("suspended", "suspended it"), ("deleted", "no such")])
def test_an_own_account_that_is_gone_is_an_error(tmp_path: Path, state: str, said: str) -> None:
    world = agency()
    world.add(Account(US, "Example_Agency", state=state))
    with pytest.raises(SourceError, match=said):
        read(x_of(world), tmp_path, token=APP_TOKEN)


def test_an_answer_of_errors_alone_is_no_empty_list(tmp_path: Path) -> None:
    error = {"title": "Authorization Error", "type": "/problems/not-authorized-for-resource"}
    refusal = written({"errors": [error | {"detail": "Sorry, you are not authorized."}]})
    fake = x_of(agency(), instead=lambda asked, _: refusal if "liked" in asked.path else None)
    found = read(fake, tmp_path)
    assert covered(found, "like")["status"] == "failed"
    assert "Sorry, you are not authorized." in covered(found, "like")["reason"]
    assert len(of_kind(found, "follow")) == 3


def test_accounts_without_a_name_are_asked_for_100_at_a_time(tmp_path: Path) -> None:
    world = agency()
    people = [Account(str(5000 + n), f"author_{n}") for n in range(150)]
    world.add(*people)
    posts = [Post(post_id(3000 + n), one.id, "Hello") for n, one in enumerate(people)]
    world.write(*posts)
    world.likes[US] = [one.id for one in posts]
    fake = x_of(world, without_users=True)
    found = read(fake, tmp_path, kinds=("like",))
    assert fake.count("/2/users") == 2
    assert found.accounts["handle"].str.startswith("author_").all()


def test_a_list_whose_accounts_could_not_all_be_asked_about_is_partial(tmp_path: Path) -> None:
    world = agency()
    world.likes[US] = [post_id(1), post_id(7)]
    fake = x_of(world, without_users=True)
    found = read(fake, tmp_path, kinds=("like",), budget=Budget(2))
    assert found.accounts["handle"].isna().all()
    row = covered(found, "like")
    assert (row["status"], row["fetched"]) == ("partial", 2)
    assert "2 of the 2 accounts in it could not be asked about" in row["reason"]
    assert "[limits] requests" in row["reason"]


def test_nothing_is_asked_without_the_agreement_of_x(tmp_path: Path) -> None:
    fake = x_of(agency())
    with serving_x(fake) as address:
        reader = reader_of(address, fake, tmp_path, agreed=False)
        for ask in (CONNECTOR.read, CONNECTOR.probe):
            with pytest.raises(AuthError, match=r"XIV\.C.*government_use_agreed = true"):
                ask(reader.account, reader.asking)
    assert fake.calls == []
