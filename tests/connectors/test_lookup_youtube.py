"""YouTube: a key or a token, handles and old names, and the quota of a day."""

import pytest

from connectors.looked import FOUND, NOT_LOOKED
from tests.connectors.lookups import asking, refused
from tests.servers.local import Written
from tests.servers.platforms import Account, Platforms, written

KEY = "AIzaAnother"


def test_youtube_takes_a_key_or_a_token_and_old_names() -> None:
    accounts = (Account("UC" + "a" * 22, "Rimu.Tauira", "Rimu"), Account("UC1", "oldname", "Old"))
    for token in ("AIzaPlanted", "ya29.planted"):
        known = Platforms({"youtube": accounts}, token=token)
        found, asked = asking(known, "youtube", "rimu.tauira", "user/OldName", "c/custom")
        assert [one.outcome for one in found] == [FOUND, FOUND, NOT_LOOKED]
        assert "forHandle=%40rimu.tauira" in asked[0].path
        assert "forUsername=OldName" in asked[1].path
        assert all(token not in one.path for one in asked)
    (one,), _ = asking(known, "youtube", "rimu.tauira", token=KEY)
    assert (one.outcome, "get a new one" in one.reason) == (NOT_LOOKED, True)


def test_a_key_of_youtube_is_not_sent_to_another_address() -> None:
    there = Written(b"{}", 302, {"Location": "http://127.0.0.1:9/"})
    (one,), asked = refused("youtube", there)
    assert (one.outcome, len(asked)) == (NOT_LOOKED, 1)
    assert "HTTP 302" in one.reason


@pytest.mark.parametrize("status", [403, 429])
def test_the_quota_of_youtube_ends_the_day(status: int) -> None:
    spent = written({"error": {"code": status, "errors": [{"reason": "quotaExceeded"}]}}, status)
    found, asked = refused("youtube", spent, handles=("rimu", "kauri"))
    assert ["for today" in one.reason for one in found] == [True, True]
    assert len(asked) == 1
