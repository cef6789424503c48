"""Every request of the connector, and every answer of the fake, as X has published them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from connectors.errors import AuthError, FollowAuditError, SourceError
from tests.connectors.live.reading import covered
from tests.connectors.live.x_reading import reader_of
from tests.servers.local import Written
from tests.servers.x import faults
from tests.servers.x.contract import Contract, contract_of
from tests.servers.x.example import APP_TOKEN, FOUR, OTHER_TOKEN, TOKEN, US, agency, x_of
from tests.servers.x.fake import serving_x
from tests.servers.x.spelling import NEW, OLD, Spelling
from tests.servers.x.world import Account

pytestmark = pytest.mark.slow


@pytest.fixture(params=[OLD, NEW], ids=["OpenAPI 2.62", "xdk 0.10.6"])
def spelling(request: pytest.FixtureRequest) -> Spelling:
    return request.param


@pytest.fixture
def contract(spelling: Spelling) -> Contract:
    return contract_of(spelling.included)


@pytest.mark.usefixtures("contract")
@pytest.mark.parametrize("token", [TOKEN, ":".join(FOUR), APP_TOKEN, OTHER_TOKEN])
@pytest.mark.parametrize("worst", [False, True])
def test_all_that_is_asked_and_answered_is_as_published(
    tmp_path: Path, spelling: Spelling, token: str, *, worst: bool
) -> None:
    world = agency(follows=1_010, likes=120, posts=110)
    fake = x_of(world, spells=(spelling,), held=True, empty_end=worst, without_users=worst)
    with serving_x(fake) as address:
        found = reader_of(address, fake, tmp_path, token=token).read()
    assert covered(found, "follow")["fetched"] == 1_013
    assert covered(found, "post")["fetched"] == 118
    assert fake.count("/following") >= 2


@pytest.mark.usefixtures("contract")
@pytest.mark.parametrize("state", ["suspended", "deleted"])
def test_an_account_that_is_gone_is_as_published(
    tmp_path: Path, spelling: Spelling, state: str
) -> None:
    world = agency()
    world.add(Account(US, "Example_Agency", state=state))
    fake = x_of(world, spells=(spelling,), held=True)
    with serving_x(fake) as address, pytest.raises(SourceError):
        reader_of(address, fake, tmp_path, token=APP_TOKEN).read()


def refusals(spelling: Spelling) -> list[Written]:
    """Give every refusal that the fake knows."""
    host = spelling.host
    return [
        faults.unauthorised(),
        faults.plain(401),
        faults.plain(404),
        faults.not_enrolled(host),
        faults.wrong_kind_of_token(host),
        faults.no_credits(host),
        faults.no_credits(newer=True),
        faults.cap_reached(host),
        faults.window_full(75, 4_102_444_800),
        faults.invalid("ids", "x", "size must be between 1 and 100", host),
    ]


@pytest.mark.usefixtures("contract")
def test_all_that_is_refused_is_as_published_or_on_the_list_of_what_is_reported(
    tmp_path: Path, spelling: Spelling
) -> None:
    for number, refusal in enumerate(refusals(spelling)):
        fake = x_of(
            agency(), spells=(spelling,), held=True, instead=lambda _, __, said=refusal: said
        )
        with serving_x(fake) as address, pytest.raises(FollowAuditError):
            reader_of(address, fake, tmp_path / str(number)).read()
        assert fake.calls


def test_the_fake_refuses_by_itself_as_published(tmp_path: Path, spelling: Spelling) -> None:
    poor = x_of(agency(likes=150), spells=(spelling,), held=True, credits=30)
    full = x_of(agency(follows=1_500), spells=(spelling,), held=True, limits={"following": 1})
    for fake in (poor, full):
        with serving_x(fake) as address:
            found = reader_of(address, fake, tmp_path / str(id(fake))).read()
        assert set(found.coverage["status"]) & {"partial", "failed"}
    foreign = x_of(agency(), spells=(spelling,), held=True)
    with serving_x(foreign) as address, pytest.raises(AuthError):
        reader_of(address, foreign, tmp_path / "foreign", token="nobodys").read()  # noqa: S106


def test_the_list_of_what_is_reported_is_exact(contract: Contract, spelling: Spelling) -> None:
    said = [json.loads(one.body) for one in refusals(spelling)]
    told = [contract.refusals.undescribed(one) for one in said if "type" in one]
    assert {kind: more for kind, more in told if kind} == contract.refusals.reported


def test_a_refusal_that_nobody_described_or_reported_is_found(
    contract: Contract, spelling: Spelling
) -> None:
    for refusal in refusals(spelling):
        said = json.loads(refusal.body)
        for wrong in (
            {"strange": "x"},
            {"title": 7},
            {"message": 7},
            {"type": "https://x/strange"},
        ):
            body = json.dumps(said | wrong).encode()
            assert list(contract.refusal_problems("/2/users/me", replace(refusal, body=body))), said


def test_the_contract_finds_what_is_wrong(contract: Contract, spelling: Spelling) -> None:
    other = NEW if spelling is OLD else OLD
    path = "/2/users/42/tweets"
    assert list(contract.request_problems(path, {other.fields: ["created_at"]}))
    assert list(contract.request_problems(path, {spelling.fields: ["no_such_field"]}))
    assert not list(contract.request_problems(path, {spelling.fields: ["created_at,lang"]}))
    post = {"id": "1", "text": "Kia ora", spelling.history: ["1"]}
    good = {"data": [post], "meta": {"result_count": 1}}
    assert not list(contract.answer_problems(path, good))
    for wrong in ({other.note: {"text": "x"}}, {"author_id": 42}, {"text": None}):
        answer = good | {"data": [post | wrong]}
        if not (spelling is NEW and wrong == {"text": None}):
            assert list(contract.answer_problems(path, answer)), wrong
