from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from audit.run.update_lists import update
from audit.sources import cached
from audit.sources.explain import Subject, explain
from audit.sources.flags import flag_links
from audit.sources.lists import together
from audit.sources.public import cred, lin
from audit.sources.rows import AGENCY, CLEAR, formed
from connectors.errors import ConfigError
from connectors.profiles import parse_profile
from tests.servers.local import Asked, Time, Written, client_of, serving

LIN = b"domain,pc1\ngull.tauira,0.15\nheron.tauira,0.35\ntui.tauira,0.9\nyoutube.com,0.1\n"
CRED = b"domain,category,iffy_factual\ngull.tauira,fake,L\nheron.tauira,fake,\n"
NOW = datetime(2026, 10, 5, tzinfo=UTC)
TODAY = NOW.date()


def fetched(folder: Path, answers: dict[str, Written]) -> list[str]:
    def answer(asked: Asked) -> Written:
        return answers[asked.path]

    with serving(answer) as (address, _):
        wanted = [
            replace(lin.LIST, addresses=(f"{address}/lin.csv",)),
            replace(cred.LIST, addresses=(f"{address}/cred.csv",)),
        ]
        return [one.trouble for one in update(wanted, folder, client_of(Time()), NOW)]


def both(folder: Path) -> list[Path]:
    good = {"/lin.csv": Written(LIN), "/cred.csv": Written(CRED)}
    assert fetched(folder, good) == ["", ""]
    return [folder / lin.LIST.id, folder / cred.LIST.id]


def test_lists_are_fetched_kept_and_read_with_their_day(tmp_path: Path) -> None:
    flagged = cached.load(both(tmp_path), TODAY)
    assert flagged.rows.groupby("list").size().to_dict() == {"CRED-1": 2, lin.LIST.title: 4}
    days = flagged.rows.groupby("list")["as_at"].first()
    assert days["CRED-1"].date() == TODAY
    assert days[lin.LIST.title].date() == date(2023, 9, 14)
    assert [file.rows for file in flagged.files] == [4, 2]
    assert not flagged.dropped[lin.LIST.title]
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


@pytest.mark.parametrize(
    "bad", [Written(b"<html>gone</html>"), Written(status=404), Written(b"domain,pc1\n")]
)
def test_one_list_that_fails_stops_no_other_and_its_old_copy_stays(
    tmp_path: Path, bad: Written
) -> None:
    old = (both(tmp_path)[0] / "answer-1.csv").read_bytes()
    newer = Written(CRED + b"kea.tauira,fake,L\n")
    troubles = fetched(tmp_path, {"/lin.csv": bad, "/cred.csv": newer})
    assert troubles[0]
    assert troubles[1] == ""
    assert (tmp_path / lin.LIST.id / "answer-1.csv").read_bytes() == old
    assert len(cached.load([tmp_path / cred.LIST.id], TODAY).rows) == 3


def test_a_copy_that_is_not_there_or_was_changed_is_refused_with_the_remedy(tmp_path: Path) -> None:
    folders = both(tmp_path)
    with (folders[0] / "answer-1.csv").open("ab") as stream:
        stream.write(b"kea.tauira,0.1\n")
    (folders[1] / cached.NOTE).unlink()
    with pytest.raises(ConfigError) as caught:
        cached.load(folders, TODAY)
    assert len(caught.value.problems) == 2
    assert "was changed since it was fetched" in caught.value.problems[0]
    assert "follow-audit sources update cred-1" in caught.value.problems[1]


def told(folder: Path, url: str, *own: dict[str, str]) -> str:
    flagged = cached.load(both(folder), TODAY)
    base = {"list": "Ours", "lineage": AGENCY, "label": "named", "file": "o.csv"}
    if own:
        rows = formed(pd.DataFrame([base | one for one in own]))
        first = replace(flagged, every=rows, files=(), dropped={})
        flagged = together(first, flagged)
    return "\n".join(explain(Subject(url, parse_profile(url), url), flagged))


def test_what_nothing_is_read_into_is_on_a_list_and_not_flagged(tmp_path: Path) -> None:
    flagged = cached.load(both(tmp_path), TODAY)
    places = ("https://tui.tauira/1", "https://gull.tauira/1", "https://weka.tauira/1")
    flags = flag_links(pd.Series(places, index=[7, 8, 9], dtype="str"), flagged)
    assert flags["flag_level"].fillna("").tolist() == ["", "look", ""]
    assert flags["flag_on"].fillna("").tolist() == ["yes", "yes", ""]
    assert flags.loc[8, "flag_file"] == "cred-1/answer-1.csv, line 2"  # the other is of 2023
    assert flags.loc[8, "flag_sha256"] == flagged.files[1].sha256


def test_explain_says_every_row_whose_it_is_and_why_the_level(tmp_path: Path) -> None:
    text = told(tmp_path, "https://web.archive.org/web/2024/https://www.gull.tauira/a")
    assert "named by 2 rows of the 2 lists looked in" in text
    assert (
        "dated 14 September 2023, as: score 0.15 of 1 (judged by Media Bias/Fact Check, NewsGuard, "
        in text
    )
    assert "matched by the host, through web.archive.org" in text
    assert "  read as: for information, since it is more than two years old" in text
    assert "  read as: asking for a look" in text
    assert "score 0.15 of 1 (in part from the same raters)." in text
    assert "  row: gull.tauira | fake | L" in text
    assert "  corrections: Its makers take corrections at https://github.com/aloth/cred-1/" in text
    assert "Level: look." in text
    assert text.count("SHA-256") == 2


def test_explain_says_that_an_old_row_is_for_information(tmp_path: Path) -> None:
    text = told(tmp_path, "https://heron.tauira/")
    assert "Level: for information." in text


def test_explain_shows_a_row_that_nothing_is_read_into(tmp_path: Path) -> None:
    text = told(tmp_path, "https://tui.tauira/")
    assert "named by 1 row" in text
    assert "score 0.90 of 1" in text
    assert "Nothing is read into a score of 0.40 or more." in text
    assert "Level: none. Nothing is flagged." in text


def test_explain_says_that_a_shared_host_names_nobody(tmp_path: Path) -> None:
    text = told(tmp_path, "https://www.youtube.com/watch?v=1")
    assert "is on none of the 2 lists looked in" in text
    assert "many writers share it, so it names none" in text


def test_the_agencys_own_clear_is_said(tmp_path: Path) -> None:
    clear = {"kind": "host", "key": "gull.tauira", "level": CLEAR}
    text = told(tmp_path, "https://gull.tauira/", clear)
    assert "Level: clear. Your own list says not to flag it" in text
    assert "your own list" in text
