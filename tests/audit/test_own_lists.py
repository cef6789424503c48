"""The agency's own flagged list: reading, refusing with a line, matching accounts and links."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.sources import flags, hosts, own
from audit.sources.listed import Listed
from audit.sources.lists import FlaggedList, together
from audit.sources.rows import formed
from connectors import frames
from connectors.errors import ConfigError

HEADER = "list,kind,key,label,reason,evidence_url,as_at,expires\n"


def lists(tmp_path: Path, *rows: str) -> FlaggedList:
    path = tmp_path / "flagged.csv"
    path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    return own.load([path], date(2026, 10, 5))


def problems(tmp_path: Path, *rows: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        lists(tmp_path, *rows)
    return list(caught.value.problems)


def key_of(url: str, host_rows: list[str], path_rows: list[str]) -> str | None:
    named = [("host", key) for key in host_rows] + [("path", key) for key in path_rows]
    rows = formed(pd.DataFrame(named, columns=["kind", "key"]).assign(list="Ours"))
    found = Listed(rows).of_link(url)
    return str(rows["key"].iloc[found[0].row]) if found else None


def test_every_problem_is_named_with_its_line(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        "Ours,account,gull,loud,,,2026-01-01,",
        "Ours,host,substack.com,loud,,,2026-01-01,",
        "Ours,host,gull.example/news,loud,,,2026-01-01,",
        "Ours,page,gull.example,loud,,,2026-01-01,",
        "Ours,host,gull.example,,,,soon,",
    )
    assert len(found) == 6
    assert [text.split(":")[0] for text in sorted(found)] == [
        "flagged.csv, line 2",
        "flagged.csv, line 3",
        "flagged.csv, line 4",
        "flagged.csv, line 5",
        "flagged.csv, line 6",
        "flagged.csv, line 6",
    ]


def test_a_row_past_its_date_is_not_used_but_counted(tmp_path: Path) -> None:
    flagged = lists(
        tmp_path,
        "Ours,host,gull.example,loud,,,2024-01-01,2025-01-01",
        "Ours,host,heron.example,loud,,,2026-01-01,2027-01-01",
    )
    assert flagged.rows["key"].tolist() == ["heron.example"]
    assert flagged.expired == 1
    assert flagged.files[0].rows == 2


def test_the_lists_as_they_stood_on_another_day(tmp_path: Path) -> None:
    flagged = lists(
        tmp_path,
        "Ours,host,gull.example,loud,,,2024-01-01,2025-01-01",
        "Ours,host,heron.example,loud,,,2026-01-01,2027-01-01",
    )
    said = {
        day: flagged.on(day).rows["key"].str.removesuffix(".example").tolist()
        for day in (date(2025, 1, 1), date(2025, 1, 2), date(2027, 1, 2))
    }
    assert list(said.values()) == [["gull", "heron"], ["heron"], []]
    assert flagged.on(date(2027, 1, 2)).on(date(2024, 6, 1)).expired == 0


def test_a_row_that_is_back_on_another_day_stands_where_it_stood(tmp_path: Path) -> None:
    lapsed = lists(tmp_path, "Ours,host,gull.example,loud,,,2024-01-01,2025-01-01")
    kept = lists(tmp_path, "Ours,host,heron.example,loud,,,2024-01-01,")
    then = together(lapsed, kept).on(date(2024, 6, 1))
    assert then.rows["key"].tolist() == ["gull.example", "heron.example"]
    assert then.as_of == date(2024, 6, 1)


def test_the_longest_place_wins(tmp_path: Path) -> None:
    paths, names = ["gull.example/news", "gull.example/news/sport"], ["gull.example"]
    assert key_of("https://gull.example/news/sport/1", names, paths) == "gull.example/news/sport"
    assert key_of("https://gull.example/newsroom", names, paths) == "gull.example"
    assert key_of("https://www.gull.example/news", names, paths) == "gull.example/news"
    assert key_of("https://a.b.gull.example/x", names, paths) == "gull.example"
    assert key_of("https://agull.example/x", names, paths) is None


def test_a_host_that_many_writers_share_is_judged_by_its_writer() -> None:
    assert key_of("https://heron.substack.com/p/1", ["substack.com"], []) is None
    assert key_of("https://heron.substack.com/p/1", ["heron.substack.com"], []) == (
        "heron.substack.com"
    )
    assert key_of("https://www.youtube.com/@gull/videos", ["youtube.com"], []) is None
    assert key_of("https://m.youtube.com/@Gull/videos", [], ["youtube.com/@gull"]) == (
        "youtube.com/@gull"
    )


def test_parliament_is_a_public_suffix_and_still_a_site() -> None:
    assert key_of("https://www.parliament.nz/en/pb", ["parliament.nz"], []) == "parliament.nz"
    assert key_of("https://other.parliament.nz/", ["parliament.nz"], []) is None
    assert key_of("https://www.health.govt.nz/", ["govt.nz"], []) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://GULL.example./x",
        "https://user:pw@gull.example:8443/x",
        "http://gull。example/x",
        "gull.example/x",
    ],
)
def test_ways_to_write_one_host(url: str) -> None:
    assert hosts.place(url) == hosts.Place("gull.example", ("x",))


def test_macrons_are_compared_in_the_form_of_the_name_system() -> None:
    assert hosts.place("https://tari.māori.nz").host == "tari.xn--mori-qsa.nz"


@given(st.text())
def test_any_text_has_a_place_and_no_traceback(text: str) -> None:
    key_of(text, ["gull.example"], ["gull.example/a"])


def accounts(*rows: tuple[str, str, str | None]) -> pd.DataFrame:
    return frames.make(
        "accounts",
        [
            {
                "platform": platform,
                "account_id": account,
                "handle": handle,
                "status": "unknown",
                "as_at": "2026-10-01",
            }
            for platform, account, handle in rows
        ],
    )


def test_accounts_match_by_id_before_handle(tmp_path: Path) -> None:
    flagged = lists(
        tmp_path,
        "Ours,account,x:77,by id,,,2026-01-01,",
        "Ours,account,x:@Gull,by handle,,,2026-01-01,",
    )
    table = accounts(
        ("x", "77", "gull"), ("x", "78", "GULL"), ("x", "@gull", None), ("x", "9", None)
    )
    labels = flags.flag_accounts(table, flagged)["flag_label"]
    assert labels.fillna("").tolist() == ["by id", "by handle", "by handle", ""]


def test_links_keep_their_order_and_gaps(tmp_path: Path) -> None:
    flagged = lists(tmp_path, "Ours,host,gull.example,loud,why,https://e.example,2026-01-01,")
    urls = pd.Series(["https://a.example", None, "https://gull.example/1"], dtype=frames.TEXT)
    found = flags.flag_links(urls, flagged)
    assert found["flag_label"].fillna("").tolist() == ["", "", "loud"]
    assert found["flag_row"].iloc[2].startswith("Ours | host | gull.example | loud")
