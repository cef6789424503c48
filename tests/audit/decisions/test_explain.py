"""What is known of an item, as an answer to somebody who asks for it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from audit.checks import CHECKS
from audit.decisions.explain import Known, explained
from audit.decisions.in_lines import row_in_words
from audit.decisions.model import NOT_USED, Earlier, FileRead, Outcome, Reading, Written
from audit.decisions.who_says_so import who_says_so
from audit.guidance import clauses
from audit.review.model import Evidence
from audit.sources import own
from tests.audit.decisions.test_carry import BEFORE, FOLLOW, READ_AT, decided

ROW = Outcome(NOT_USED, "back.xlsx", "Findings", 2, FOLLOW.item, "", Written("unfolow"), "")
SEEN = Earlier(replace(FOLLOW, status="new"), BEFORE)
FIRST, NEXT = "Quarter 1 of 2026/27: 1 July to 30 September 2026", "Ad hoc review up to 9 May 2027"
ALONE = Known([SEEN], [FIRST], [], None, (), (), (), 12)


def sections(known: Known) -> Mapping[str, list[str]]:
    """Give the lines below each title."""
    found: dict[str, list[str]] = {}
    for line in explained(known)[1:]:
        if line and not line.startswith("  "):
            found[line] = []
        elif line:
            found[list(found)[-1]].append(line.strip())
    return found


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (replace(ROW, said="Did you mean Unfollow?"), "unfolow. Did you mean Unfollow?"),
        (replace(ROW, said="Due 1 May 2027"), "unfolow. Due 1 May 2027."),
        (replace(ROW, written=Written()), "–."),
        (replace(ROW, written=Written("Yes", "", "", "2027-05-01")), "Yes, 1 May 2027."),
    ],
)
def test_what_stood_in_a_row_and_what_is_said_of_it_are_sentences(row: Outcome, said: str) -> None:
    assert row_in_words(row) == said


def test_what_was_found_has_its_day_its_standing_and_its_links() -> None:
    last = replace(FOLLOW, status="overdue", happened_on=date(2026, 8, 3), priority="high")
    found = sections(replace(ALONE, seen=[replace(SEEN, finding=last)]))["What was found"]
    assert found[0].startswith("A follow by our account @")
    assert found[0].endswith(" on 3 August 2026.")
    assert found[2] == (
        "In the last review that has it, it was decided, and not done by its date. Its priority is "
        "high."
    )
    assert f"The account: {FOLLOW.subject.url}" in found
    info = replace(FOLLOW, status="new", priority="info", happened_on=None)
    found = sections(replace(ALONE, seen=[replace(SEEN, finding=info)]))["What was found"]
    assert found[0].endswith("What was read does not say when.")
    assert "nobody is asked to decide" in found[2]


def test_a_row_of_an_own_list_is_a_sentence_with_plain_dates() -> None:
    cells = ("Ours", "host", "tui.example", "named in a ruling", "2026-03-12", "We look again.",
             "https://panel.example/1", "2027-06-30")  # fmt: skip
    row = own.BETWEEN.join(cells)
    one = Evidence("Ours", "2026-03-12", row, cells[6], "ours.csv, line 2", "ab", "1", own.CORRECT)
    assert list(who_says_so(one)) == [
        "Ours, dated 12 March 2026, names the site tui.example as: named in a ruling. We look "
        "again. The row holds until 30 June 2027.",
        "Where it stands: ours.csv, line 2; to be read at https://panel.example/1",
        "Rows of lists were weighed by version 1 of this tool's rules for lists.",
        f"If it is wrong: {own.CORRECT}",
    ]


def test_other_rows_keep_their_words_and_write_dates_for_people() -> None:
    url = "https://a.example/2026-01-02"
    row = f"Theirs | low | seen 2026-01-02 at {url} in a-2026-01-02.csv | {url}"
    one = Evidence("Theirs", "2026-01-03", row, url)
    assert list(who_says_so(one)) == [
        f"Theirs, dated 3 January 2026: low; seen 2 January 2026 at {url} in a-2026-01-02.csv.",
        f"Where it stands: to be read at {url}",
    ]
    read = Evidence("The account as read on 4 October 2026", "2026-10-04", "status", "")
    assert list(who_says_so(read)) == ["The account as read on 4 October 2026: status."]
    without = replace(ALONE, seen=[replace(SEEN, finding=replace(FOLLOW, evidence=()))])
    assert sections(without)["Who says so"] == [
        "Nobody: the item rests on what was read of our account."
    ]


def test_the_rule_is_named_with_what_it_looks_for_and_its_clauses() -> None:
    check = CHECKS[0].words
    asked = [one for one in clauses.load().clauses if one.id in check.clauses]
    said = sections(replace(ALONE, check=check, clauses=asked))["The rule"]
    assert said[0] == f"“{check.title}” ({check.id}). It looks for {check.looks_for}."
    assert [f"clause {one.id} ({one.section})" in said[-1] for one in asked] == [True]
    assert "does not have" in sections(ALONE)["The rule"][0]


@pytest.mark.parametrize("check", [one.words for one in CHECKS], ids=lambda one: one.id)
def test_every_check_says_what_it_looks_for(check) -> None:
    assert check.looks_for
    assert check.looks_for[0].islower()
    assert not check.looks_for.endswith(".")


def test_the_history_goes_by_quarter_and_names_the_reviews_that_have_it_no_more() -> None:
    done = Earlier(replace(FOLLOW, status="done", note="It is gone."), READ_AT)
    known = replace(ALONE, seen=[SEEN, done], periods=[FIRST, FIRST], later=[NEXT])
    assert sections(known)["History"] == [
        "Quarter 1 of 2026/27 (1 July to 30 September 2026), read on 5 October 2026: found for the "
        "first time.",
        "Quarter 1 of 2026/27 (1 July to 30 September 2026), read on 2 November 2026: done as "
        "decided. It is gone.",
        f"{NEXT}: not among its items any more.",
    ]


def test_decisions_say_who_when_why_and_until_when() -> None:
    keep = decided(FOLLOW, "Keep", who="Ana", owner="")
    due = decided(FOLLOW, "Unfollow", reason="", due=date(2027, 1, 5))
    lacking = decided(FOLLOW, "Escalate", owner="", read_at=READ_AT + timedelta(days=1))
    other = decided(replace(FOLLOW, item="26Q3-0099-X"), "Keep")
    reading = Reading(READ_AT, (FileRead("back.xlsx", "f", 1),), (ROW,))
    known = replace(ALONE, decisions=(keep, other, due, lacking), readings=(reading,))
    place = "from row 2 of the sheet Findings in back.xlsx"
    nobody = "which does not say who saved it"
    assert sections(known)["Decisions"] == [
        f"Keep, read on 2 November 2026 {place}, last saved by Ana. Reason: Why. It stands until "
        "2 November 2027, if the evidence does not change before. A later decision replaced it.",
        f"Unfollow, read on 2 November 2026 {place}, {nobody}. No reason was written. Owner: Me. "
        "Due by 5 January 2027. A later decision replaced it.",
        f"Escalate, read on 3 November 2026 {place}, {nobody}. Reason: Why. It lacks an owner, "
        "which is asked for again.",
        "Not used on 2 November 2026: row 2 of the sheet Findings in back.xlsx said: unfolow.",
    ]
    assert sections(ALONE)["Decisions"] == ["Nobody has decided it in a workbook."]
