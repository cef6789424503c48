"""Files of lists that an agency holds: each shape, what is never read, and how they are used."""

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.sources.flags import flag_accounts, flag_links
from audit.sources.held import mbfc, opensanctions
from audit.sources.held.load import day_in, load
from audit.sources.held.registry import HELD
from audit.sources.lists import FlaggedList
from audit.sources.rows import COLUMNS
from connectors import frames
from connectors.errors import ConfigError, SourceError

TODAY = date(2026, 10, 5)


def source(domain: str, credibility: str, *tags: str, **more: str) -> dict[str, object]:
    told = {"domain": domain, "credibility": f"{credibility}-credibility", "bias": "LEANING"}
    return {**told, "questionable": list(tags), "reporting": "mixed", "url": "", **more}


MBFC = {
    "date": "2026-08-19T13:00:47.896Z",
    "aliases": {"gull.pukapuka": "gull.tauira", "moa.tauira": "not.there.tauira"},
    "sources": [
        source("gull.tauira", "low", "hate", "poor-sourcing", twitter="Gull_News", facebook="p"),
        source("kea.tauira/page", "medium", "conspiracy", facebook="12345678"),
        source("tui.tauira", "high", facebook="TuiNews", twitter="none"),
        source("weka.tauira", "medium"),
        *(source(f"one{n}.tauira", "low", facebook="publisher") for n in range(4)),
        source("moa.tauira", "low", twitter="both_ways"),
        source("huia.tauira", "high", twitter="Both_Ways"),
    ],
}
NEWSGUARD = (
    "UUID,Domain,Rating,Score,Orientation,Last Updated\n"
    "1,gull.tauira,N,12.5,LEANING,2026-09-01T00:00:00Z\n"
    "2,heron.tauira,N,59,LEANING,2025-01-01T00:00:00Z\n"
    "3,weka.tauira,T,60,,\n"
    "4,tui.tauira,T,100,,\n"
    "5,kea.tauira,S,,,\n"
    "6,moa.tauira,,,,\n"
)
AD_FONTES = (
    "Source,Domain,Bias,Reliability\n"
    "Gull,gull.tauira,LEANING,15.9\nHeron,heron.tauira,LEANING,16\n"
    "Weka,weka.tauira,LEANING,30\nTui,tui.tauira,LEANING,64\nMoa,moa.tauira,LEANING,\n"
)
SANCTIONS = (
    "id,schema,name,aliases,birth_date,countries,sanctions,dataset,last_seen\n"
    "NK-1,Person,Ari Kauri,Ārī Kauri;Ari the Kauri;Kauri,1970-01-01,nz,Order 7,NZ,2026-09-01\n"
    "NK-2,Person,Bea Rimu,,1971-01-01,nz,,Members of Parliament,2026-09-02\n"
    "NK-3,Vessel,Sea Gull,,,nz,Order 8,NZ,2026-09-01\n"
)
DESIGNATED = (
    "name,aliases,designated_on,expires,url,accounts,hosts\n"
    "Gull Front,GF;The Gull Front,2022-06-20,2028-06-19,https://p.example/1,x:@GullFront,gull.tauira\n"
    "Kea Front,,2018-01-01,2024-12-14,,,\n"
)


def levels(name: str, content: str) -> dict[str, str]:
    rows = HELD[name].read([content.encode()]).rows
    assert list(rows.columns) == list(COLUMNS)
    assert not rows["row"].str.contains("LEANING").any()
    assert not rows["label"].str.contains("LEANING").any()
    return rows.set_index("key")["level"].to_dict()


def test_credibility_and_not_leaning_gives_the_level() -> None:
    found = levels("mbfc", json.dumps(MBFC))
    hosts = {key: level for key, level in found.items() if ":" not in key}
    assert hosts == {
        "gull.tauira": "look",
        "gull.pukapuka": "look",
        "kea.tauira/page": "info",
        "tui.tauira": "good",
        "weka.tauira": "none",
        **{f"one{n}.tauira": "look" for n in range(4)},
        "moa.tauira": "look",
        "huia.tauira": "good",
    }


def test_handles_that_are_none_or_of_many_are_left_out_and_counted() -> None:
    found = mbfc.read([json.dumps(MBFC).encode()])
    accounts = found.rows[found.rows["kind"] == "account"].set_index("key")
    assert accounts["level"].to_dict() == {
        "x:@gull_news": "look",
        "facebook:12345678": "info",
        "facebook:@tuinews": "good",
    }
    assert accounts.loc["x:@gull_news", "reason"] == (
        "Tagged by it: hate. The list has it as the account of gull.tauira."
    )
    # p, none, the publisher's four, and one handle with two levels
    assert found.dropped[mbfc.NO_HANDLE] == 8
    assert found.dated == date(2026, 8, 19)


def test_scores_become_levels_at_the_bands_of_each_rater() -> None:
    assert levels("newsguard", NEWSGUARD) == {
        "gull.tauira": "look",
        "heron.tauira": "info",
        "weka.tauira": "none",
        "tui.tauira": "good",
        "kea.tauira": "none",
    }
    assert HELD["newsguard"].read([NEWSGUARD.encode()]).dated == date(2026, 9, 1)
    assert levels("ad-fontes", AD_FONTES) == {
        "gull.tauira": "look",
        "heron.tauira": "info",
        "weka.tauira": "none",
        "tui.tauira": "good",
    }
    assert HELD["ad-fontes"].read([AD_FONTES.encode()]).dropped == {"no score": 1}


def test_holders_of_public_office_are_never_taken_from_a_file_of_sanctions() -> None:
    found = HELD["opensanctions"].read([SANCTIONS.encode()])
    assert found.rows["key"].tolist() == ["ari kauri", "ari the kauri"]
    assert set(found.rows["kind"]) == {"name"}
    assert set(found.rows["level"]) == {"info"}
    assert not found.rows["row"].str.contains("1970").any()
    assert found.dropped[opensanctions.NO_SANCTION] == 1
    assert sum(found.dropped.values()) == 4


def test_designated_entities_are_names_for_information_and_accounts_for_a_look() -> None:
    assert levels("designated-entities", DESIGNATED) == {
        "gull front": "info",
        "the gull front": "info",
        "kea front": "info",
        "x:@gullfront": "look",
        "gull.tauira": "look",
    }


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Gull Front,,soon,,,,", "line 2: designated_on is 'soon'"),
        ("Gull Front,,,,,gull,", "line 2, accounts: key is 'gull'"),
        ("Gull Front,,,,,,youtube.com", "line 2, hosts: youtube.com carries many writers"),
    ],
)
def test_a_wrong_cell_of_a_kept_table_is_refused_with_its_line(row: str, said: str) -> None:
    header = DESIGNATED.splitlines()[0]
    with pytest.raises(SourceError, match=said):
        HELD["designated-entities"].read([f"{header}\n{row}\n".encode()])


def used(folder: Path, **files: str) -> FlaggedList:
    given = []
    for name, content in files.items():
        path = folder / f"{name}-2026-09-01.csv"
        path.write_text(content, encoding="utf-8")
        given.append((name.replace("_", "-"), path))
    return load(given, TODAY)


def test_files_are_used_with_their_day_and_lapsed_rows_are_not(tmp_path: Path) -> None:
    flagged = used(tmp_path, designated_entities=DESIGNATED, opensanctions=SANCTIONS)
    assert flagged.expired == 1
    assert [file.as_at for file in flagged.files] == ["2026-09-01", "2026-09-01"]
    accounts = frames.make(
        "accounts",
        [
            {"platform": "x", "account_id": "1", "handle": "gullfront", "name": "Gull"},
            {"platform": "x", "account_id": "2", "handle": "a", "name": "Ārī Kauri"},
            {"platform": "x", "account_id": "3", "handle": "b", "name": "Kea Front"},
        ],
    )
    flags = flag_accounts(accounts, flagged)
    assert flags["flag_level"].fillna("").tolist() == ["look", "info", ""]
    assert flags["flag_on"].fillna("").tolist() == ["yes", "", ""]
    assert "it may be somebody else" in flags["flag_reason"].iloc[1]
    assert flags["flag_file"].iloc[0] == "designated_entities-2026-09-01.csv, line 2"


def test_raters_that_disagree_lower_the_level(tmp_path: Path) -> None:
    good = AD_FONTES.replace("gull.tauira,LEANING,15.9", "gull.tauira,LEANING,50")
    flagged = used(tmp_path, newsguard=NEWSGUARD, ad_fontes=good)
    flags = flag_links(pd.Series(["https://gull.tauira/1"], dtype="str"), flagged)
    assert flags["flag_level"].tolist() == ["info"]
    assert "Raters think well of it too" in flags["flag_note"].iloc[0]


def test_a_file_without_a_day_that_is_not_there_or_is_another_is_refused(tmp_path: Path) -> None:
    undated = tmp_path / "ratings.csv"
    undated.write_text(AD_FONTES, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(
            [("ad-fontes", undated), ("mbfc", undated), ("newsguard", tmp_path / "none.csv")],
            TODAY,
        )
    told = caught.value.problems
    assert "Write the day into its name: ratings-2026-10-05.csv" in told[0]
    assert "[sources.files], mbfc: ratings.csv: " in told[1]
    assert "none.csv: it cannot be read" in told[2]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("metadata-2026090112.csv", date(2026, 9, 1)),
        ("a-2026-09-01.csv", date(2026, 9, 1)),
        ("v20269999-2026-09-01.csv", date(2026, 9, 1)),
        ("ratings.csv", None),
    ],
)
def test_a_day_is_read_from_a_files_name(name: str, day: date | None) -> None:
    assert day_in(name) == day


@pytest.mark.parametrize("name", list(HELD))
@pytest.mark.parametrize(
    "content", [b"", b"<html>", b"{}", b"[]", b"\xff\xfe", b"a,b\n1,2", b'{"sources": [1]}']
)
def test_what_is_no_such_file_is_refused_by_name(name: str, content: bytes) -> None:
    with pytest.raises(SourceError, match=HELD[name].title.split(",")[0]):
        HELD[name].read([content])


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["domain", "credibility", "questionable", "twitter", "facebook"]),
            st.one_of(st.text(max_size=9), st.none(), st.integers(), st.lists(st.text(max_size=5))),
        ),
        max_size=6,
    )
)
def test_whatever_a_source_holds_is_read_or_counted(sources: list[dict[str, object]]) -> None:
    found = mbfc.read([json.dumps({"sources": sources}).encode()])
    assert list(found.rows.columns) == list(COLUMNS)
    places = found.rows[found.rows["kind"] != "account"]
    lost = sum(count for why, count in found.dropped.items() if why != mbfc.NO_HANDLE)
    assert len(places) + lost == len(sources)
