from dataclasses import replace

import pytest

from audit.review import model, words
from reports import coverage_words, tables
from tests.reports import example as cases
from tests.reports.example import COVERAGE, example

BUILDERS = (
    tables.findings,
    tables.balance_lists,
    tables.balance_parties,
    tables.changes,
    tables.lists_compared,
    tables.quarters,
    tables.known_accounts,
    tables.coverage,
    tables.files_read,
    tables.followed,
    tables.likes,
    tables.reposts,
    tables.links,
    tables.evidence_of,
    tables.corrections,
    tables.about,
)


@pytest.mark.parametrize("build", BUILDERS)
@pytest.mark.parametrize("case", ["example", "nothing_found", "nothing_read", "nothing_asked"])
def test_each_row_has_a_cell_for_each_column(build, case):
    table = build(getattr(cases, case)())
    assert {len(row) for row in table.rows} <= {len(table.columns)}
    headers = [column.header.casefold() for column in table.columns]
    assert len(set(headers)) == len(headers)
    assert table.rows or table.empty


def test_findings_put_what_needs_a_decision_first_and_the_highest_first():
    table = tables.findings(example())
    first = [row[table.column("priority")] for row in table.rows[:7]]
    assert first == ["▲ High"] * 3 + ["■ Medium"] * 3 + ["● Low"]
    statuses = [row[table.column("status")] for row in table.rows[7:]]
    assert statuses == ["Decided", "Done", "New"]


def test_a_table_can_give_some_of_its_columns_in_another_order():
    table = tables.findings(example()).only("title", "item")
    assert [column.header for column in table.columns] == ["What we found", "Item"]
    assert table.rows[0][1] == "26Q3-0001-G"


def test_an_account_without_a_name_is_opened_by_words_not_by_its_address():
    finding = replace(
        example().findings[0],
        subject=model.Subject("did:plc:abc", "", "", "https://x.com/i/user/12"),
    )
    table = tables.findings(replace(example(), findings=(finding,)))
    assert table.rows[0][table.column("subject")] == tables.Link(
        "Open account", "https://x.com/i/user/12"
    )


def test_only_the_platforms_own_addresses_are_links():
    hostile = replace(
        example().findings[0], subject=model.Subject("1", "a", "", "https://evil.example/")
    )
    table = tables.findings(replace(example(), findings=(hostile,)))
    assert table.rows[0][table.column("subject")] == tables.Link("@a", "")


def test_the_headline_list_comes_first_and_lists_of_nobody_have_no_party_lines():
    review = example()
    turned = replace(review, balance=tuple(reversed(review.balance)))
    table = tables.balance_parties(turned)
    assert table.rows[0][:4] == ("Follows, all platforms", "Kauri Party", 16, pytest.approx(9.6))
    assert "Follows, Mastodon" not in {row[0] for row in table.rows}


def test_a_balance_line_says_its_figures_and_its_verdict_in_words():
    row = tables.balance_lists(example()).rows[0]
    assert row[1] == 24
    assert row[7] == 8
    assert row[9] == "about once in 80 times"
    assert row[10] == "Worth a look"


def test_a_file_is_accounted_for():
    table = tables.files_read(example())
    for row in table.rows:
        cells = dict(zip([column.key for column in table.columns], row, strict=True))
        assert cells["records"] == cells["kept"] + cells["reported"]
    assert table.rows[1][-1] == "without a post id: 3; twice in the file: 2"


def test_what_a_register_or_a_list_knows_comes_first():
    table = tables.followed(example())
    known = [bool(row[4] or row[6]) for row in table.rows]
    assert known == sorted(known, reverse=True)
    assert 0 < sum(known) < len(known)


def test_an_id_is_not_written_as_a_handle():
    assert words.at_handle("x", "4100001256748012043") == "4100001256748012043"
    assert words.at_handle("bluesky", "did:plc:abc") == "did:plc:abc"
    assert words.at_handle("x", "example_govt") == "@example_govt"
    assert words.at_handle("mastodon", "@a@b.example") == "@a@b.example"
    assert words.at_handle("facebook", "Ministry of Example") == "Ministry of Example"


def sentence(*statuses):
    rows = [replace(COVERAGE[1], status=status) for status in statuses]
    return coverage_words.nothing_found(("like",), rows)


def test_nothing_found_and_could_not_look_never_read_alike():
    said = [
        sentence("complete"),
        sentence("complete", "failed"),
        sentence("partial"),
        sentence("failed", "unavailable"),
        sentence("not_attempted"),
        coverage_words.nothing_found(("like",), ()),
    ]
    assert "found none" in said[0]
    assert all("found none" not in other for other in said[1:])
    assert said[1] == said[2]
    assert len(set(said)) == 5
    assert all("cannot say" in unread for unread in said[3:])


def test_sources_without_such_rows_were_asked_all_the_same():
    assert sentence("not_attempted") == (
        "The sources that were given hold no likes, so this review cannot say whether there are "
        "any."
    )
    assert "not everything could be read" in sentence("complete", "not_attempted")
    assert "asked for" in coverage_words.nothing_found(("like",), ())


def test_a_list_that_nobody_read_says_so_in_the_balance_too():
    coverage = tuple(replace(row, status="not_attempted") for row in COVERAGE)
    table = tables.balance_lists(replace(example(), coverage=coverage))
    cells = dict(zip([column.key for column in table.columns], table.rows[1], strict=True))
    assert cells["sentence"].startswith("The sources that were given hold no likes")
    assert (cells["n"], cells["d"], cells["chance"], cells["verdict"]) == (None, None, "", "")


@pytest.mark.parametrize("verdict", ["too_few", "none", "not_assessable"])
def test_a_list_that_was_not_tested_has_counts_alone(verdict):
    lists = (replace(example().balance[0], verdict=verdict),)
    review = replace(example(), balance=lists)
    whole, parties = tables.balance_lists(review), tables.balance_parties(review)
    assert whole.rows[0][1] == 24
    assert whole.rows[0][6:10] == (None, None, None, "")
    assert parties.rows[0] == ("Follows, all platforms", "Kauri Party", 16, *[None] * 4, "")
    assert "counts alone" in parties.caption


def test_a_role_is_written_as_people_do():
    likes = example().evidence.likes.assign(role="party_leader")
    evidence = replace(example().evidence, likes=likes)
    table = tables.likes(replace(example(), evidence=evidence))
    assert {row[table.column("role")] for row in table.rows} == {"Party leader"}


def test_known_accounts_stand_by_party_and_platform_with_the_whole_house_last():
    table = tables.known_accounts(example())
    assert [column.header for column in table.columns] == [
        "Party", "Members", "X", "Mastodon", "Any of these",
    ]  # fmt: skip
    assert table.rows[0] == ("Kauri Party", 15, 10, 2, 11)
    assert table.rows[-1] == ("All members", 90, 60, 12, 66)
    assert "30 September 2026" in table.caption


def test_a_register_without_members_says_so_in_place_of_the_table():
    register = replace(example().labels.register, coverage=(), totals=(), sentence="It has none.")
    review = replace(example(), labels=replace(example().labels, register=register))
    table = tables.known_accounts(review)
    assert (table.rows, table.empty) == ((), "It has none.")
