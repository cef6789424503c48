"""Whether the profiles of own accounts lead to the statement: what was not read is asked about."""

from dataclasses import replace

import pytest

from audit.gathered import Gathered, OwnRead
from audit.guidance.given import Given
from audit.own_profiles import OwnProfile, own_profiles
from connectors import frames
from tests.audit.guidance.facts import DOCUMENTS, judged

READ = (
    "The transparency statement was read on 5 October 2026 from "
    "https://www.manatu.tauira.example/statement. The address answered without signing in."
)


def profile(about: str | None, handle: str = "manatu") -> OwnProfile:
    return OwnProfile("mastodon", handle, about, whole=about is not None)


@pytest.mark.parametrize(
    "about",
    [
        "See https://manatu.tauira.example/Statement.",
        "www.manatu.tauira.example/statement/",
        "(http://www.manatu.tauira.example/statement?a=b)",
    ],
)
def test_a_profile_that_leads_there_is_quoted(about: str) -> None:
    line = judged(profiles=(profile(f"Kia ora\n{about}"), profile(None, "other")))["T1"]
    assert line.status == "met"
    assert line.evidence == (
        f"{READ} The profile of @manatu on Mastodon says: “{about}”. Where links lead is not "
        "known for the profile of @other on Mastodon: please look there."
    )


@pytest.mark.parametrize(
    ("about", "said"),
    [
        (None, "Where links lead is not known for the profile of @manatu on Mastodon: please"),
        ("https://t.co/a1", "Where links lead is not known for the profile of @manatu on Mastodon"),
        ("Kia ora", "Nothing that leads to it stands in the profile of @manatu on Mastodon."),
        ("evil.example/statement", "Nothing that leads to it stands in the profile of @manatu"),
        (
            "kia.ora@manatu.tauira.example",
            "Nothing that leads to it stands in the profile of @manatu",
        ),
        ("https://manatu.tauira.example", "Your website, but not the statement, is named by the"),
    ],
)
def test_a_person_is_asked_where_none_leads_there(about: str | None, said: str) -> None:
    line = judged(profiles=(profile(about),))["T1"]
    assert line.status == "needs_a_person"
    assert line.evidence.startswith(f"{READ} {said}")
    assert line.question


def test_what_another_list_tells_of_a_profile_is_not_all_of_it() -> None:
    part = OwnProfile("x", "manatu", "Kia ora", whole=False)
    assert "is not known for the profile of @manatu" in judged(profiles=(part,))["T1"].evidence


def test_many_profiles_are_not_all_named() -> None:
    line = judged(profiles=tuple(profile(None, f"m{number}") for number in range(9)))["T1"]
    assert "of @m0 on Mastodon, @m1 on Mastodon, @m2 on Mastodon and 6 more:" in line.evidence


def test_links_are_shown_where_the_statement_is_a_file() -> None:
    given = Given((DOCUMENTS[0], replace(DOCUMENTS[1], place="statement.pdf")))
    line = judged(given=given, profiles=(profile("Kia ora\nUs: https://a.example/us"),))["T1"]
    assert line.status == "needs_a_person"
    assert line.evidence.endswith(
        "The profile of @manatu on Mastodon says: “Us: https://a.example/us”."
    )


def test_another_account_of_ours_may_know_a_profile() -> None:
    account = {
        "platform": "x", "account_id": "900", "description": "Kia ora", "status": "active",
        "as_at": "2026-10-01T00:00:00Z",
    }  # fmt: skip
    own = (
        OwnRead("x", "manatu", "900", read=True),
        OwnRead("x", "other", "901", read=True, about=""),
    )
    gathered = Gathered(
        frames.empty("interactions"),
        frames.make("accounts", [account, {**account, "account_id": "901"}]),
        frames.empty("coverage"),
        own,
    )
    assert own_profiles(gathered) == (
        OwnProfile("x", "manatu", "Kia ora", whole=False),
        OwnProfile("x", "other", ""),
    )
