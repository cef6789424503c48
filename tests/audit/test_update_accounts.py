"""Each account of a source ends in one kind of difference, or in none where nothing differs."""

import pytest

from connectors.errors import ConfigError
from tests.audit.source_rows import GIVEN, compared, tables_of

AROHA = "per:aroha-example"


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    return tables_of(tmp_path_factory.mktemp("pack"))


def kinds(differences):
    return [(one.kind, one.actor, one.why) for one in differences]


@pytest.mark.parametrize(
    ("row", "kind", "why"),
    [
        ("per:dan-example|x|dan_x||", "new", ""),
        ("Dan Example|x|dan_x||", "doubtful", "Matched by name alone: is it them?"),
        ("per:aroha-example|x|@AROHAexample||", "changed", "Seen again, on a later day."),
        ("Aroha Example|x|ArohaExample|111|", "changed", "Seen again, on a later day."),
        ("per:bill-example|x|bill_example|333|", "changed", ""),
        ("per:bill-example|x|bill_example||2026-03", "ended", ""),
        ("per:aroha-example|x|aroha_new|111|", "changed", "The same id under a new handle."),
        ("per:aroha-example|x|ArohaExample|999|", "conflicting", "The handle may have passed on."),
        ("per:aroha-example|x|aroha_2||", "conflicting", "The register has another account of "),
        ("per:dan-example|x|ArohaExample||", "conflicting", "The register names another owner."),
        ("per:dan-example|x|dan_x|111|", "conflicting", "The register has this id under another"),
        ("per:bill-example|x|bill_example|111|", "conflicting", "The register has this id under"),
        ("per:aroha-example|x|aroha_fake||", "unusable", "Rejected before: contradicts the"),
        ("per:nobody|x|nobody||", "unusable", "Nobody in the register has this id or name."),
        ("per:dan-example|x|not a handle||", "unusable", "'not a handle' names no account on X."),
        ("per:dan-example|||555|", "unusable", "It does not say on which platform"),
        ("per:dan-example|x||555|", "unusable", "The register needs the handle besides the id."),
        ("per:dan-example|x|dan_x|=1+1|", "unusable", "platform_id '=1+1' begins like a formula"),
        ("per:dan-example|x|dan_x||31/12/2026", "unusable", "to '31/12/2026' is not a date"),
    ],
)
def test_a_row_is_of_one_kind(tables, row, kind, why):
    (one,) = compared(tables, f"actor|platform|handle|platform id|to\n{row}")
    assert one.kind == kind
    assert one.why.startswith(why)
    assert one.where == "list.csv, row 2"
    assert bool(one.rows) == (kind != "unusable" and "this id under another" not in one.why)


def test_what_the_register_says_already_is_no_difference(tables):
    from_june = GIVEN.__class__("LIST", as_at="2026-06-01")
    assert (
        compared(tables, "actor|platform|handle\nAroha Example|x|ArohaExample", "", from_june) == ()
    )


def test_an_older_source_does_not_change_what_is_known_since(tables):
    older = GIVEN.__class__("LIST", as_at="2020-01-01")
    (one,) = compared(
        tables, "actor|platform|handle|status\nper:aroha-example|x|ArohaExample|current", "", older
    )
    assert (one.kind, one.why) == ("conflicting", "The source is the older one.")


def test_two_owners_of_one_handle_in_the_source_are_both_shown(tables):
    text = "actor|platform|handle\nper:dan-example|x|same\nper:mere-example|x|Same"
    assert [(one.kind, one.held) for one in compared(tables, text)] == [
        ("conflicting", "Also said of per:mere-example"),
        ("conflicting", "Also said of per:dan-example"),
    ]


def test_a_new_handle_of_the_same_id_leaves_the_old_one_to_match_by_id_alone(tables):
    (one,) = compared(tables, f"actor|platform|handle|platform_id\n{AROHA}|x|aroha_new|111")
    assert [(row[2], row[7]) for row in one.rows] == [
        ("aroha_new", "last_known"),
        ("ArohaExample", "older_or_second_account"),
    ]


def test_the_rows_carry_source_evidence_and_day(tables):
    (one,) = compared(tables, "actor|platform|handle\nper:dan-example|x|dan_x")
    assert one.rows[0][-3:] == ("LIST", "https://tahi.example/list", "2026-11-20")
    text = (
        "actor|platform|handle|source|evidence|as at\nper:dan-example|x|dan_x|OTHER|http://a|2026"
    )
    (one,) = compared(tables, text)
    assert one.rows[0][-3:] == ("OTHER", "http://a", "2026")


def test_a_roster_with_a_column_for_each_platform(tables):
    text = "MP|Twitter|Facebook page\nDan Example|@dan_x|https://facebook.com/dan.example"
    found = compared(tables, text)
    assert [one.rows[0][:3] for one in found] == [
        ("per:dan-example", "x", "dan_x"),
        ("per:dan-example", "facebook", "dan.example"),
    ]
    assert {one.kind for one in found} == {"doubtful"}


def test_a_column_map_names_what_no_word_tells(tables):
    text = "Whose|Konto\nper:dan-example|dan_x"
    given = GIVEN.__class__("LIST", as_at="2026-11-20", platform="x")
    (one,) = compared(tables, text, "actor=Whose,handle=Konto", given)
    assert one.rows[0][:3] == ("per:dan-example", "x", "dan_x")


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ("owner=Whose", "'owner' is not one of actor, name"),
        ("handle=", "write handle=, then the heading"),
        ("handle=Twitter", "has no column Twitter; it has Whose, Konto"),
        ("", "does not say whose each row is"),
    ],
)
def test_a_column_map_that_does_not_fit_is_said(tables, columns, said):
    with pytest.raises(ConfigError, match=said):
        compared(tables, "Whose|Konto\nper:dan-example|dan_x", columns)


def test_a_source_of_no_day_is_refused(tables):
    with pytest.raises(ConfigError, match="as of when it stands"):
        compared(tables, "actor|x\nper:dan-example|dan", "", GIVEN.__class__("LIST"))


ROSTER = "actor|X\nper:aroha-example|aroha_2\nper:bill-example|\nper:dan-example|"


def test_only_a_complete_source_makes_accounts_vanish(tables):
    assert kinds(compared(tables, ROSTER))[0][0] == "conflicting"
    found = compared(tables, ROSTER, complete=True)
    assert [(one.kind, one.rows[0][2]) for one in found] == [
        ("new", "aroha_2"),
        ("vanished", "ArohaExample"),
        ("vanished", "bill_example"),
    ]
    assert found[1].rows[0][6] == "2026-11-20"


def test_whom_a_complete_source_does_not_name_is_let_be(tables):
    found = compared(tables, "actor|X\nper:dan-example|dan_x", complete=True)
    assert [one.kind for one in found] == ["new"]


def test_what_an_account_already_rests_on_stays_beside_the_new_source(tables):
    (one,) = compared(tables, "actor|X\nper:aroha-example|ArohaExample")
    assert one.rows[0][3] == "111"
    assert one.rows[0][-3:] == ("OFFICIAL+LIST", "https://tahi.example/list", "2026-11-20")


def test_evidence_must_be_a_web_address(tables):
    (one,) = compared(tables, "actor|X|evidence\nper:dan-example|dan_x|javascript:alert(1)")
    assert (one.kind, one.why) == (
        "unusable",
        "evidence_url 'javascript:alert(1)' is no web address.",
    )
