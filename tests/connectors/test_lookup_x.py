"""X: found, unknown and suspended inside one answer, and what it refuses."""

import pytest

from connectors.looked import FOUND, NOT_FOUND, NOT_LOOKED
from connectors.lookup import Access, look_up
from tests.connectors.lookups import HANDLES, TOKEN, asking, refused
from tests.servers.local import Written, client_of
from tests.servers.platforms import Account, Platforms, written, x_error
from tests.servers.x.example import APP_TOKEN, FOUR, agency, x_of
from tests.servers.x.fake import serving_x


def test_x_tells_unknown_from_suspended_inside_one_answer() -> None:
    accounts = (
        Account("11", "Rimu_Tauira", "Rimu"),
        Account("12", "kauri_tauira", "Kauri", "suspended"),
        Account("13", "nikau_tauira", "Nīkau", "protected"),
    )
    known = Platforms({"x": accounts}, token=TOKEN)
    handles = (
        "rimu_tauira",
        "kauri_tauira",
        "nikau_tauira",
        "nobody_tauira",
        "much_too_long_a_one",
    )
    found, asked = asking(known, "x", *handles)
    assert [(one.outcome, one.status, one.account_id) for one in found] == [
        (FOUND, "active", "11"),
        (FOUND, "suspended", ""),
        (FOUND, "protected", "13"),
        (NOT_FOUND, "unknown", ""),
        (NOT_LOOKED, "unknown", ""),
    ]
    assert found[0].handle == "Rimu_Tauira"
    assert "a_much_too_long" not in asked[0].path


@pytest.mark.parametrize("host", ["api.x.com", "api.twitter.com"])
def test_x_writes_its_problems_under_two_hosts(host: str) -> None:
    handle = HANDLES["x"]
    (one,), _ = refused("x", written({"errors": [x_error(handle, None, host)]}))
    assert one.outcome == NOT_FOUND


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (written({"title": "Unauthorized", "status": 401}, 401), "refuses the credential"),
        (written({"title": "Payment Required", "status": 402}, 402), "credits for X are spent"),
        (written({"type": "https://api.x.com/2/problems/client-forbidden"}, 403), "project"),
        (written({"type": "a/unsupported-authentication"}, 403), "bearer token"),
        (written({"title": "UsageCapExceeded"}, 429), "for this month are spent"),
        (written({"type": "https://api.x.com/2/problems/usage-capped"}, 429), "this month"),
        (written({"data": [{"id": "1", "username": "somebody_else"}]}), "said nothing of it"),
        (
            written({"errors": [{"value": "rimu_tauira", "title": "Authorization Error"}]}),
            "does not show it: Authorization Error",
        ),
    ],
)
def test_what_x_refuses_is_said_and_asked_once(answer: Written, said: str) -> None:
    (one,), asked = refused("x", answer)
    assert one.outcome == NOT_LOOKED
    assert said in one.reason
    assert len(asked) == 1


@pytest.mark.parametrize("token", [APP_TOKEN, ":".join(FOUR)])
def test_every_kind_of_credential_serves(token: str) -> None:
    fake = x_of(agency())
    with serving_x(fake) as address:
        client, access = client_of(fake.time), Access(address, token)
        found = look_up("x", client, access, ("rimu_tauira", "kauri_tauira"))
    assert [(one.outcome, one.status) for one in found] == [(FOUND, "active"), (FOUND, "suspended")]


def test_what_cannot_be_a_credential_is_not_sent() -> None:
    fake = x_of(agency())
    with serving_x(fake) as address:
        (one,) = look_up("x", client_of(fake.time), Access(address, "a:b"), ("rimu_tauira",))
    assert (one.outcome, fake.calls) == (NOT_LOOKED, [])
    assert "four parts" in one.reason


def test_after_a_refusal_nothing_more_is_asked() -> None:
    handles = tuple(f"a_{number}" for number in range(150))
    found, asked = refused("x", written({}, 401), handles=handles)
    assert {one.outcome for one in found} == {NOT_LOOKED}
    assert len(found) == 150
    assert len(asked) == 1


def test_an_answer_without_users_and_errors_is_asked_for_again() -> None:
    good = written({"data": [{"id": "11", "username": "rimu_tauira", "name": "Rimu"}]})
    (one,), asked = refused("x", written({}), written({"meta": {}}), good)
    assert (one.outcome, one.account_id, len(asked)) == (FOUND, "11", 3)
