"""Every request of the connector, and every answer of the fake, as X has published them."""

from pathlib import Path

import pytest

from connectors.errors import SourceError
from tests.connectors.live.reading import covered
from tests.connectors.live.x_reading import reader_of
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
