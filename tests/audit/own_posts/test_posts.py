"""Own posts that name parties, politicians and slogans: full names on their day, and no others."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from audit.case import Case
from audit.checks import CHECKS
from audit.own_posts.of_case import OwnPosts, screen_posts
from audit.own_posts.personal import own_of
from audit.own_posts.screens import Screens
from audit.own_posts.slogans import load as load_slogans
from audit.register import Register, load
from connectors.errors import ConfigError
from tests.audit.builders import acts, coverage, interactions
from tests.audit.small_pack import ROWS, SOURCED, write_pack

OURS = ("politics-posted", "minister-posted", "personal-information-posted", "paid-marker-posted")
TODAY = date(2026, 10, 5)
HANDLES = {"x:900": "manatu"}


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    folder = tmp_path_factory.mktemp("register")
    return load(str(write_pack(folder / "pack")), folder)


def screens(**given: Any) -> Screens:
    told = {"politics": True, "personal": True, "paid": True, "slogans": (), "own": own_of([], [])}
    return Screens(**{**told, **given})


def post(text: str | None, day: str | None = "2026-03-01", **given: Any) -> dict[str, Any]:
    moment = f"{day}T02:00:00Z" if day else None
    return {"kind": "post", "post_id": "1", "text": text, "happened_at": moment, **given}


def looked(register: Register, *rows: dict[str, Any], **given: Any) -> OwnPosts:
    return screen_posts(interactions(*rows), HANDLES, register, screens(**given), TODAY)


def hits(posts: OwnPosts) -> dict[str, list[dict[str, Any]]]:
    case = Case(acts(), acts(), coverage(), TODAY, own_posts=posts)
    found = {check.words.id: check.find(case) for check in CHECKS if check.words.id in OURS}
    return {name: rows.to_dict("records") for name, rows in found.items() if len(rows)}


def titles(
    register: Register, text: str, day: str | None = "2026-03-01", **given: Any
) -> list[str]:
    found = hits(looked(register, post(text, day), **given))
    return [f"{name}: {row['title']}" for name, rows in found.items() for row in rows]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Thanks to the Kauri Party", "politics-posted: A post of ours names The Kauri Party"),
        ("Ko te Rōpū Kauri", "politics-posted: A post of ours names The Kauri Party"),
        ("Rimu MPs came", "politics-posted: A post of ours names The Rimu Party"),
        (
            "With Bill Example today",
            "politics-posted: A post of ours names Bill Example (Member from a party list)",
        ),
        (
            "AROHA EXAMPLE OPENS A BRIDGE",
            "minister-posted: A post of ours names Aroha Example (Minister: Finance; Member for "
            "Tahi North)",
        ),
        ("#ArohaExample", "minister-posted: A post of ours names Aroha Example"),
    ],
)
def test_a_full_name_is_seen_with_the_office_of_its_day(
    register: Register, text: str, said: str
) -> None:
    (title,) = titles(register, text)
    assert title.startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "Kauri and rimu grow here", "A kauri party for the children", "Example Bill",
        "An Independent MP",
        "A Rimu candidate",
        "Caro Example reads to children", "Nīkau Party time", "Bill, for example", "Bills Example",
        "",
    ],
)  # fmt: skip
def test_short_names_private_people_and_old_parties_are_not(register: Register, text: str) -> None:
    assert titles(register, text) == []


def test_a_party_without_members_and_candidates_is_not_looked_for(tmp_path: Path) -> None:
    tea = f"party:tea,The Tea Party,,Tea,,,,,{SOURCED}"
    pack = write_pack(tmp_path / "pack", parties=[*ROWS["parties"], tea])
    assert titles(load(str(pack), tmp_path), "Come to our Tea Party") == []
    standing = f"per:caro-example,candidate,party:tea,Tahi South,,2026-10-01,,{SOURCED}"
    pack = write_pack(
        tmp_path / "again", parties=[*ROWS["parties"], tea], offices=[*ROWS["offices"], standing]
    )
    assert titles(load(str(pack), tmp_path), "Come to our Tea Party")


def test_whose_office_is_over_is_a_private_person_again(register: Register) -> None:
    assert titles(register, "With Mere Example", "2025-09-01")
    assert titles(register, "With Mere Example", "2026-03-01") == []
    assert titles(register, "With Mere Example", None) == []


def test_a_minister_beside_somebody_else_is_no_minister_alone(register: Register) -> None:
    (title,) = titles(register, "Aroha Example and Bill Example")
    assert title.startswith("politics-posted")
    assert " and Bill Example (" in title


def test_slogans_are_the_agencys_list(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "slogans.txt"
    path.write_text("Tahi before all\n\n#TahiMua\n", encoding="utf-8")
    slogans = load_slogans([path])
    assert slogans.texts == ("Tahi before all", "#TahiMua")
    (file,) = slogans.files
    assert (file.name, file.rows) == ("slogans/slogans.txt", 2)
    assert titles(register, "tāhi BEFORE all!", slogans=slogans.texts)
    assert titles(register, "Now #TahiMua", slogans=slogans.texts)
    path.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(ConfigError, match=r"slogans\.txt is not UTF-8"):
        load_slogans([path])


def test_shared_posts_are_looked_at_for_personal_information_alone(register: Register) -> None:
    text = "#ad Bill Example, 021 555 0123"
    shared = post(text, kind="repost", account_id="5", post_id="2")
    found = hits(looked(register, shared))
    assert list(found) == ["personal-information-posted"]
    (row,) = found["personal-information-posted"]
    assert (row["suggested"], row["account_id"]) == ("Undo repost", "5")
    assert row["title"] == "A post we reposted holds a phone number (021… ending in 23)"
    (own,) = hits(looked(register, post(text)))["paid-marker-posted"]
    assert (own["account_id"], own["handle"], own["suggested"]) == ("900", "manatu", "Escalate")


def test_each_screen_has_a_switch_and_unknown_texts_are_counted(register: Register) -> None:
    rows = [post("Bill Example #ad 021 555 0123"), post(None, post_id="2")]
    off = looked(register, *rows, politics=False, personal=False, paid=False)
    assert (hits(off), off.on, off.posts, off.with_text) == ({}, frozenset(), 2, 1)
    assert len(hits(looked(register, *rows))) == 3
    assert looked(register).posts == 0


def test_the_posts_keep_their_own_rows(register: Register) -> None:
    rows = [post("Nothing here"), post("#ad", post_id="2"), post("#ad", post_id="3")]
    seen = looked(register, *rows).of("paid")
    assert seen["post_id"].tolist() == ["2", "3"]
    assert isinstance(seen, pd.DataFrame)
