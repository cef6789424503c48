from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors import frames
from connectors.errors import SourceError
from tests.connectors.list_files import collect, covered, ids, table, workbook

NAMES = st.from_regex(r"[a-z][a-z0-9_]{4,12}", fullmatch=True).filter(lambda n: "__" not in n)
WAYS = ("@{}", " {} ", "\u00a0@{}", "https://twitter.com/{}?lang=mi", "x.com/{}", "m.x.com/{}/")
REVIEW = [
    ["Social media follow review 2026"],
    ["Prepared by: Comms", "", ""],
    [],
    ["Platform", "Account name", "Handle / link", "Type", "Date noticed", "Notes"],
    ["Facebook", "Kauri Party", "https://www.facebook.com/kauri.party/", "Page", "3/11/2025", ""],
    ["X", "Jo Example MP", " @JoExampleMP ", "politician", "03/11/2025", "check"],
    ["Instagram", "Smith, Jo", "instagram.com/josmith?igsh=abc", "", "1 Nov 25", ""],
    [],
    ["Total", 3],
]


@pytest.mark.parametrize(
    ("platform", "account_id", "name"),
    [
        ("facebook", "kauri.party", "Kauri Party"),
        ("x", "@joexamplemp", "Jo Example MP"),
        ("instagram", "@josmith", "Smith, Jo"),
    ],
)
def test_one_list_serves_several_accounts(
    tmp_path: Path, platform: str, account_id: str, name: str
) -> None:
    found = collect(tmp_path / "review.csv", "\ufeff" + table(REVIEW), platform)
    assert ids(found) == [account_id]
    assert list(found.accounts["name"]) == [name]
    (tally,) = found.tallies
    others = {"facebook", "x", "instagram"} - {platform}
    assert (tally.records, tally.kept) == (7, 1)
    assert tally.reported == {
        "a title or heading": 3,
        "a total": 1,
        **{f"belongs to {other}": 1 for other in others},
    }
    assert covered(found) == ("complete", "As kept by hand.")
    assert covered(found, "like") == ("not_attempted", "The list has no rows of this kind.")
    assert sorted(found.coverage["kind"]) == sorted(frames.KINDS)
    assert found.interactions["evidence"].str.match(r"review\.csv, row [567]$").all()


@given(
    st.lists(NAMES, min_size=1, max_size=6, unique=True),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]),
    st.sampled_from([[], [["Handle"]], [["Ngā pages"], ["Account name", "Handle", "Notes"]]]),
    st.data(),
)
def test_every_way_to_keep_a_list_gives_the_same_follows(
    tmp_path_factory: pytest.TempPathFactory,
    names: list[str],
    delimiter: str,
    encoding: str,
    heading: list[list[str]],
    data: st.DataObject,
) -> None:
    written = [data.draw(st.sampled_from(WAYS)).format(name) for name in names]
    wide = bool(heading) and len(heading[-1]) > 1
    rows = [["Café; ltd, x", text, 'a "note"'] if wide else [text] for text in written]
    text = table([*heading, *rows, []], delimiter)
    if encoding == "cp1252":
        text = text.replace("ā", "à")
    path = tmp_path_factory.mktemp("list", numbered=True) / "follows.csv"
    found = collect(path, text.encode(encoding))
    assert ids(found) == [f"@{name}" for name in names]
    assert not wide or set(found.accounts["name"]) == {"Café; ltd, x"}
    assert covered(found)[0] == "complete"


def test_content_decides_and_not_the_name_of_the_file(tmp_path: Path) -> None:
    rows = [["Handle"], ["@kauri"]]
    assert ids(collect(tmp_path / "list.csv", workbook(Sheet1=rows))) == ["@kauri"]
    assert ids(collect(tmp_path / "list.xlsx", table(rows))) == ["@kauri"]
    assert ids(collect(tmp_path / "list.txt", "sep=;\r\nHandle;Notes\r\n@kauri;a,b\r\n")) == [
        "@kauri"
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "old or password-protected Excel"),
        (b"%PDF-1.7", "a PDF"),
        (b"<html><table>", "a web page"),
        (b"PK\x03\x04" + bytes(40), "damaged"),
        (b"", "empty"),
    ],
)
def test_what_is_no_list_is_refused_with_advice(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        collect(tmp_path / "list.xlsx", content)


def test_rows_that_are_not_understood_are_named_and_make_the_list_partial(tmp_path: Path) -> None:
    rows = [["Name", "Handle"], ["Kauri Party", ""], ["Rimu", "@rimu"], ["Totara", "not a handle"]]
    found = collect(tmp_path / "list.csv", table(rows))
    assert ids(found) == ["@rimu"]
    assert covered(found) == (
        "partial",
        "As kept by hand. 2 rows could not be understood (rows 2, 4).",
    )
    (tally,) = found.tallies
    assert tally.reported["no account can be read in it (rows 2, 4)"] == 2


def test_many_bad_rows_are_named_only_in_part(tmp_path: Path) -> None:
    found = collect(tmp_path / "list.csv", table([["Handle"], *[["a b"]] * 9, ["@rimu"]]))
    assert covered(found)[1].endswith("(rows 2, 3, 4, 5, 6 and 4 more).")


BAD = [["Name", "Handle"], ["Kauri Party", "a b"], ["Rimu", ""], ["Total", 2]]


def test_a_list_of_which_no_row_is_understood_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        collect(tmp_path / "list.csv", table(BAD))
    assert str(caught.value).startswith(
        "Not one row of list.csv could be read; no account can be read in it (rows 2, 3): give"
    )
    with pytest.raises(SourceError, match=r"Not one row of list\.xlsx could be read"):
        collect(tmp_path / "list.xlsx", workbook(Follows=BAD, Likes=BAD))


def test_a_heading_alone_is_an_empty_list(tmp_path: Path) -> None:
    assert covered(collect(tmp_path / "list.csv", table(BAD[:1])))[0] == "not_attempted"


@pytest.mark.parametrize("row", [["Totara", "facebook.com/totara"], ["Totara", "@totara"]])
def test_one_row_that_is_understood_keeps_the_list(tmp_path: Path, row: list[str]) -> None:
    found = collect(tmp_path / "list.csv", table([*BAD, row]))
    assert covered(found)[0] == "partial"
    assert "2 rows could not be understood" in covered(found)[1]


def test_rows_not_asked_for_or_over_are_understood(tmp_path: Path) -> None:
    rows = [["What", "Handle"], ["like", "@kauri"], ["follow", "a b"], ["unfollowed", "@rimu"]]
    found = collect(tmp_path / "list.csv", table(rows), kinds=("follow",))
    assert covered(found)[0] == "partial"


def test_the_same_follow_twice_is_one(tmp_path: Path) -> None:
    rows = [["Handle"], ["@Kauri"], ["x.com/kauri"], ["Handle"]]
    found = collect(tmp_path / "list.csv", table(rows))
    assert ids(found) == ["@kauri"]
    assert found.tallies[0].reported == {"the same row twice": 1, "a title or heading": 2}


@pytest.mark.parametrize("number", ["1.3219E+18", "1,3219E+18", "1321900000000000000"])
def test_a_rounded_number_is_never_an_id(tmp_path: Path, number: str) -> None:
    rows = [["User ID", "Username"], [number, ""], [number, "kauri"], ["1321900000000012345", ""]]
    found = collect(tmp_path / "list.csv", table(rows))
    assert ids(found) == ["@kauri", "1321900000000012345"]
    reason = "the number was rounded by a spreadsheet (row 2)"
    assert found.tallies[0].reported[reason] == 1
    assert "In 1 row a number was rounded" in found.notes[0]
    assert covered(found)[0] == "partial"


def test_an_id_outweighs_a_handle_beside_it(tmp_path: Path) -> None:
    rows = [["Handle", "User ID"], ["@kauri", "1321900000000012345"]]
    assert ids(collect(tmp_path / "list.csv", table(rows))) == ["1321900000000012345"]


def test_without_a_heading_an_at_sign_outweighs_a_word(tmp_path: Path) -> None:
    found = collect(tmp_path / "list.csv", table([["Labour", "@kauri"], ["Green", "x.com/rimu"]]))
    assert ids(found) == ["@kauri", "@rimu"]


def test_a_list_for_other_platforms_says_so(tmp_path: Path) -> None:
    rows = [["Platform", "Handle"], ["Snapchat", "kauri"], ["FB and Insta", "kauri"]]
    found = collect(tmp_path / "list.csv", table(rows))
    assert found.interactions.empty
    assert "belongs to Snapchat" in found.tallies[0].reported
    assert covered(found)[0] == "partial"
    assert "no row that could be read for @example_agency on X" in found.notes[0]


def test_the_name_of_the_file_may_say_the_platform(tmp_path: Path) -> None:
    found = collect(tmp_path / "instagram_follows.csv", table([["Handle"], ["kauri"]]))
    assert found.tallies[0].reported["belongs to instagram"] == 1
