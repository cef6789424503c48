"""A look before you follow: who it is on the day, what lists say, and what is not known."""

from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import purposes
from audit.config_sections import SetAside
from audit.inputs import Inputs
from audit.look import Ground, Look, look, read
from audit.look.words import heading, sentences
from audit.mix.with_one import LastFollows
from audit.period import NEW_ZEALAND
from audit.register import load
from audit.sources import own
from connectors import frames
from connectors.errors import ConfigError
from connectors.frames import PLATFORMS
from tests.audit.small_pack import ROWS, SOURCED, write_pack

NOW = datetime(2026, 10, 20, 9, tzinfo=NEW_ZEALAND)
FLAGGED = """list,kind,key,label,reason,evidence_url,as_at,expires
Ours,account,x:@loud_gull,named in a ruling,,https://panel.example/1,2026-08-01,
Ours,host,gull.example,named in a ruling,,,2026-08-01,
Ours,path,gull.example/opinion,named for its opinions,,,2026-08-01,
Theirs,path,gull.example/opinion,has opinions only,,,2026-09-01,
Theirs,account,x:@past_gull,named once,,,2025-01-01,2026-01-01
"""
PURPOSES = "platform,account,purpose,owner,review_by\nx,arohaexample,Our work,Media,2027-01-31\n"
COUNTS = {"party:kauri": 3, "party:rimu": 1}
WEIGHTS = {"party:kauri": 6, "party:rimu": 4}


def follows(*accounts: tuple[str, str]) -> LastFollows:
    rows = [
        {"platform": "x", "account_id": i, "handle": h, "status": "active", "as_at": NOW}
        for i, h in accounts
    ]
    made = frames.make("accounts", rows)
    return LastFollows(
        run="2026-Q3",
        day=date(2026, 10, 5),
        accounts=made,
        counts=COUNTS,
        weights=WEIGHTS,
        assessable=True,
        whole=frozenset({"x"}),
    )


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    party = f"party:kauri,The Kauri Party,,Kauri,,,,https://www.kauri.example/,{SOURCED}"
    pack = write_pack(tmp_path / "pack", parties=[party, *ROWS["parties"][1:]])
    accounts = (pack / "accounts.csv").read_text(encoding="utf-8").replace(",111,", ",11111,")
    accounts += f"per:bill-example,x,bill_before,,,,2024-05,last_known,{SOURCED}\n"
    (pack / "accounts.csv").write_text(accounts, encoding="utf-8")
    (tmp_path / "own.csv").write_text(FLAGGED, encoding="utf-8")
    (tmp_path / "why.csv").write_text(PURPOSES, encoding="utf-8")
    used = Inputs(
        load(str(pack), tmp_path),
        own.load([tmp_path / "own.csv"], NOW.date()),
        purposes.load([tmp_path / "why.csv"]),
        None,
    )
    return Ground(used, None, (), NOW)


def at(ground: Ground, written: str, platform: str | None = "x", stable_id: str = "") -> Look:
    return look(read([written], platform, stable_id)[0], ground)


def said(ground: Ground, written: str, platform: str | None = "x", stable_id: str = "") -> str:
    return "\n".join(sentences(at(ground, written, platform, stable_id), ground))


def test_a_member_is_named_with_party_office_and_dates(ground: Ground) -> None:
    text = said(ground, "https://x.com/ArohaExample/status/99", None)
    assert "which stands for 1 June 2026: Aroha Example, Kauri, Minister: Finance; Member" in text
    assert "Matched by its handle (OFFICIAL, as at 2026-06-01)" in text
    assert "look again with --id" in text
    assert "Purpose recorded: Our work (owner Media, to be reviewed by 31 January 2027)." in text


def test_an_id_matches_whatever_the_handle_is_now(ground: Ground) -> None:
    found = at(ground, "@aroha_renamed", stable_id="11111")
    assert found.owner is not None
    assert (found.owner.matched_by, found.owner.known_as) == ("id", "ArohaExample")


@pytest.mark.parametrize(
    ("handle", "stable_id", "note"),
    [
        ("ArohaExample", "98765", "now belongs to another account"),
        ("caro_old", "", "may have passed to someone else"),
        ("aroha_fake", "", "a source that the register rejects"),
        ("bill_before", "", "for other days (to 2024-05)"),
    ],
)
def test_a_handle_in_doubt_is_said_and_never_labelled(
    ground: Ground, handle: str, stable_id: str, note: str
) -> None:
    found = at(ground, handle, stable_id=stable_id)
    assert found.owner is None
    assert found.found
    text = said(ground, handle, "x", stable_id)
    assert note in text
    # whose handle it was is said only of someone who holds or seeks an office today
    assert found.held_by == ("Aroha Example" if handle == "ArohaExample" else "")
    assert not any(name in text for name in ("Caro", "Bill", "Kauri", "Rimu"))


def test_someone_unknown_is_not_found_and_never_cleared(ground: Ground) -> None:
    found = at(ground, "quiet_example")
    text = said(ground, "quiet_example")
    assert not found.found
    assert "the register stands for 1 June 2026." in text
    assert "No list that you named flags it." in text
    assert "The register knows X accounts of 2 of 2 sitting members" in text
    assert "Past their date and not looked in: 1 row" in text
    assert not any(word in text.casefold() for word in ("clear", "not political", "safe"))


def test_every_list_speaks_with_its_longest_place(ground: Ground) -> None:
    found = at(ground, "https://www.gull.example/opinion/12", None)
    assert [(one.list, one.label) for one in found.mentions] == [
        ("Ours", "named for its opinions"),
        ("Theirs", "has opinions only"),
    ]
    text = said(ground, "https://www.gull.example/opinion/12", None)
    assert "The address appears on the list" in text
    assert "whose this is is not known" in text
    assert at(ground, "loud_gull").mentions[0].what == "account"
    assert not at(ground, "past_gull").mentions


def test_without_lists_none_was_looked_in(ground: Ground) -> None:
    used = Inputs(ground.used.register, own.load([], NOW.date()), purposes.load([]), None)
    text = said(Ground(used, None, (), NOW), "quiet_example")
    assert "it was looked for in none" in text
    assert "no file is named in [review] purposes" in text
    assert "On no list" not in text


def test_the_balance_reads_with_one_more(ground: Ground) -> None:
    with_last = Ground(ground.used, follows(("5551", "kea")), (), NOW)
    assert "now 1 of 4 out of place; with it 1 of 5." in said(with_last, "ArohaExample")
    assert at(with_last, "kea").followed
    assert at(with_last, "kea", stable_id="55599").followed is False
    assert "You did not follow it at the review" in said(with_last, "kea", stable_id="55599")
    assert at(with_last, "dan.example", "bluesky").balance is None
    assert "not in the reference" in said(with_last, "bill_example")
    assert "no review to read your follows from" in said(ground, "ArohaExample")


def test_one_already_counted_or_set_aside_changes_nothing(ground: Ground) -> None:
    there = Ground(ground.used, follows(("11111", "ArohaExample")), (), NOW)
    text = said(there, "ArohaExample")
    assert "You followed it at the review 2026-Q3, of 5 October 2026." in text
    assert "Aroha Example is already counted" in text
    aside = SetAside.model_validate(
        {"actor": "per:aroha-example", "reason": "Our minister", "from": "2026-01-01"}
    )
    mine = Ground(ground.used, follows(), (aside,), NOW)
    assert "Set aside from the balance: Our minister." in said(mine, "ArohaExample")


@pytest.mark.parametrize(
    ("written", "platform", "stable_id", "problem"),
    [
        (["someone"], None, "", "does not say where it is"),
        (["two words"], "x", "", "is not a handle, id or address there"),
        (["a", "b"], "x", "12345", "--id belongs to one account"),
        (["https://gull.example/"], None, "12345", "names no account"),
        (["kea"], "x", "keaid", "is not the form of an id"),
    ],
)
def test_what_cannot_be_looked_at_is_said(
    written: list[str], platform: str | None, stable_id: str, problem: str
) -> None:
    with pytest.raises(ConfigError, match=problem):
        read(written, platform, stable_id)


@pytest.mark.parametrize(
    ("written", "platform", "expected"),
    [
        ("@Kea_X", "x", "@Kea_X on X"),
        ("https://x.com/i/user/12345", None, "The account 12345 on X"),
        ("kea.bsky.social", None, "@kea.bsky.social on Bluesky"),
        ("gull.example/a", None, "gull.example/a"),
    ],
)
def test_headings(written: str, platform: str | None, expected: str, ground: Ground) -> None:
    assert heading(at(ground, written, platform)) == expected


def test_a_shortened_address_hides_where_it_leads(ground: Ground) -> None:
    assert "The address is shortened" in said(ground, "https://t.co/abc", None)
    assert isinstance(at(ground, "https://t.co/abc", None).asked.profile, type(None))


def test_a_register_of_the_day_decides(ground: Ground) -> None:
    before = Ground(ground.used, None, (), datetime(2022, 1, 1, tzinfo=NEW_ZEALAND))
    owner = at(before, "ArohaExample").owner
    assert owner is not None
    assert owner.office == "Member from a party list"
    assert pd.Timestamp(owner.as_at) == pd.Timestamp("2026-06-01")


def test_a_register_that_an_election_has_overtaken_says_so(ground: Ground) -> None:
    after = Ground(ground.used, None, (), datetime(2026, 11, 24, tzinfo=NEW_ZEALAND))
    assert "before the general election of 7 November 2026" in "\n".join(
        sentences(at(after, "ArohaExample"), after)
    )
    assert "general election" not in said(ground, "ArohaExample")


def test_who_holds_no_office_on_the_day_is_not_labelled(ground: Ground) -> None:
    before = Ground(ground.used, None, (), datetime(2026, 10, 1, tzinfo=NEW_ZEALAND))
    assert at(ground, "dan.example", "bluesky").owner is not None
    found = at(before, "dan.example", "bluesky")
    assert (found.owner, found.note, found.found) == (None, "", False)


def test_a_partys_website_is_known_by_its_host(ground: Ground) -> None:
    found = at(ground, "kauri.example/policy", None)
    assert (found.site, found.found) == ("The Kauri Party", True)
    assert "this is the website of The Kauri Party." in said(ground, "kauri.example/policy", None)
    assert at(ground, "https://not-kauri.example/", None).site == ""


@given(
    st.one_of(st.text(max_size=40), st.from_regex(r"(https?://)?[a-z@.:/\[\]]{1,20}")),
    st.one_of(st.none(), st.sampled_from(PLATFORMS)),
)
def test_any_text_is_read_or_refused_in_a_sentence(written: str, platform: str | None) -> None:
    try:
        read_as = read([written], platform, "")
    except ConfigError as error:
        said = error.problems[0]
    else:
        said = "" if read_as[0].profile is None and not read_as[0].place else "read"
    assert said == "read" or said.endswith("its handle and --platform.")


def test_follows_that_were_not_read_in_full_are_not_taken_for_none(ground: Ground) -> None:
    with_last = Ground(ground.used, follows(("5551", "kea")), (), NOW)
    assert at(with_last, "kea.example", "bluesky").followed is None
    assert "whether you follow it is not known" in said(with_last, "kea.example", "bluesky")
