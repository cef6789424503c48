"""How each clause stands: met only by what was seen, and never by what could not be looked at."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.checks import CHECKS
from audit.config_sections import GovernanceSection
from audit.guidance.clauses import load
from audit.guidance.given import Answer, AuthorisedUsers, Given, GivenDocument
from audit.guidance.lines import ANSWERS
from audit.purposed import Purposed
from connectors.document import read_document
from connectors.frames import KINDS
from reports import text
from tests.audit.guidance.facts import (
    DOCUMENTS,
    TODAY,
    answered,
    balance,
    document,
    finding,
    judged,
    row,
)
from tests.document_files import WRITERS
from tests.statements import LACKING, MAORI, POLICY, STATEMENT, Block

CLAUSES = load().clauses


def test_every_clause_has_a_line_and_every_check_a_clause() -> None:
    assert list(judged()) == [clause.id for clause in CLAUSES]
    assert {check.words.id for check in CHECKS} >= {c for one in CLAUSES for c in one.checks}
    mapped = {(check, one.id) for one in CLAUSES for check in one.checks}
    for check in CHECKS:
        assert any((check.words.id, clause) in mapped for clause in check.words.clauses)
    assert set(text.guidance.ANSWERS) == set(ANSWERS)


def test_all_read_and_nothing_found() -> None:
    lines = judged()
    met = [clause for clause, line in lines.items() if line.status == "met"]
    assert met == [
        "P1", "P2", "P3", "P4", "P5", "P6", "T1", "T2", "T3", "T4", "T5", "T6", "R1", "R2",
        "F2", "F3", "F4", "F5",
    ]  # fmt: skip
    assert all(lines[c].status == "needs_a_person" for c in ("S1", "S2", "F1", "M1", "M2", "M3"))
    assert all(line.question for line in lines.values() if line.status == "needs_a_person")
    assert lines["T6"].evidence == (
        "The transparency statement says: “Following an account or liking a post does not mean "
        "that we endorse the views of whoever is behind it.”"
    )


@given(
    st.sampled_from(KINDS), st.sampled_from(["partial", "unavailable", "failed", "not_attempted"])
)
def test_what_could_not_be_read_is_never_met(kind: str, status: str) -> None:
    coverage = tuple(row(one, status=status if one == kind else "complete") for one in KINDS)
    lines = judged(coverage=coverage)
    for clause in CLAUSES:
        if kind in clause.kinds:
            assert lines[clause.id].status == "not_assessed"
            assert "@manatu_tauira on X" in lines[clause.id].evidence


def test_acts_of_unknown_authors_are_not_looked_at() -> None:
    coverage = tuple(row(kind, unattributed=int(kind == "like")) for kind in KINDS)
    assert judged(coverage=coverage)["F4"].status == "not_assessed"


def test_no_account_at_all_is_not_assessed() -> None:
    lines = judged(coverage=(), balance=())
    assert {lines[c].status for c in ("R2", "S2", "F1", "F2", "F3", "F4", "F5")} == {"not_assessed"}


@pytest.mark.parametrize("need", sorted({need for clause in CLAUSES for need in clause.needs}))
def test_what_was_not_looked_for_is_not_met(need: str) -> None:
    lines = judged(lacks={need: "It was switched off."})
    for clause in CLAUSES:
        if need in clause.needs:
            assert lines[clause.id].status == "not_assessed"
            assert "It was switched off." in lines[clause.id].evidence


def test_findings_ask_for_a_look_until_they_are_decided() -> None:
    found = finding("purpose-missing", priority="info")
    line = judged(findings=(found,))["F1"]
    assert (line.status, line.findings) == ("attention", (found.item,))
    assert line.evidence == "1 finding to look at: “Follow without a recorded purpose”."
    decided = replace(found, status="decided")
    line = judged(findings=(decided,))["F1"]
    assert (line.status, line.evidence) == ("needs_a_person", "1 finding decided.")
    yes = judged(findings=(decided,), given=answered("F1", "Yes"))["F1"]
    assert yes.status == "met"


def test_what_is_for_information_is_told_and_asks_for_nothing() -> None:
    line = judged(findings=(finding("listed-for-information", priority="info"),))["F3"]
    assert (line.status, line.findings) == ("met", ("26Q3-0001-G",))
    assert line.evidence.endswith("1 item for information.")


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        ("no_sign", "met"),
        ("uneven", "attention"),
        ("strongly_uneven", "attention"),
        ("too_few", "not_assessed"),
        ("none", "not_assessed"),
        ("not_assessable", "not_assessed"),
    ],
)
def test_the_balance_tells_of_a_broad_range(verdict: str, status: str) -> None:
    assert judged(balance=(balance(verdict),))["F2"].status == status


def written(form: str, blocks: tuple[Block, ...]) -> Given:
    read = read_document(WRITERS[form](blocks), f"statement.{form}")
    statement = document("statement", (), paragraphs=read.paragraphs)
    return Given((DOCUMENTS[0], statement))


@pytest.mark.parametrize("form", WRITERS)
def test_a_whole_statement_is_met_and_quoted_in_each_form(form: str) -> None:
    lines = judged(given=written(form, STATEMENT))
    assert {lines[c].status for c in ("T1", "T2", "T3", "T4", "T5", "T6")} == {"met"}
    assert lines["T5"].evidence == (
        "The transparency statement says: “If you are concerned about how we use social media, "
        "e-mail social@manatu.tauira.example or write to the Ministry, and we will look into it.”"
    )


@pytest.mark.parametrize("form", WRITERS)
def test_a_statement_that_lacks_two_elements_is_asked_about_those(form: str) -> None:
    lines = judged(given=written(form, LACKING))
    asked = [c for c, line in lines.items() if c[0] == "T" and line.status != "met"]
    assert asked == ["T4", "T6"]
    assert lines["T4"].status == "needs_a_person"
    assert lines["T4"].evidence == (
        "No sentence of the transparency statement was found that says how private or direct "
        "messages are managed and answered. It may be said in other words: please look."
    )
    assert lines["T4"].question


def test_an_unread_document_is_no_missing_element() -> None:
    unread = document("statement", (), failure="www.example cannot be reached, in 4 tries.")
    lines = judged(given=Given((DOCUMENTS[0], unread)))
    for clause in ("T1", "T2", "T3", "T4", "T5", "T6"):
        assert lines[clause].status == "not_assessed"
        assert "could not be read" in lines[clause].evidence
        assert "cannot be reached" in lines[clause].evidence


def test_a_sign_in_page_is_no_statement() -> None:
    page = document("statement", (("p", "Sign in to go on. " * 30),))
    lines = judged(given=Given((page,)))
    assert {lines[c].status for c in ("T1", "T2", "T6")} == {"not_assessed"}
    assert "sign-in page" in lines["T1"].evidence


def test_a_statement_in_te_reo_meets_its_clauses() -> None:
    lines = judged(given=Given((document("statement", MAORI),)))
    assert {lines[c].status for c in ("T1", "T2", "T3", "T4", "T5", "T6")} == {"met"}


@pytest.mark.parametrize(
    "place",
    ["statement.pdf", "https://intranet.example/s", "http://10.1.2.3/s", "https://wiki/s",
     "https://manatu.sharepoint.com/s"],
)  # fmt: skip
def test_whether_the_public_reaches_it_is_not_known_from_within(place: str) -> None:
    statement = replace(DOCUMENTS[1], place=place)
    assert judged(given=Given((statement,)))["T1"].status == "needs_a_person"


@pytest.mark.parametrize(
    ("policy", "statement", "status"),
    [
        (date(2025, 10, 5), date(2026, 10, 5), "met"),
        (date(2025, 10, 4), date(2026, 10, 5), "not_met"),
        (date(2026, 10, 6), date(2026, 1, 1), "needs_a_person"),
        (None, date(2026, 1, 1), "needs_a_person"),
        (None, date(2024, 1, 1), "not_met"),
    ],
)
def test_reviews_count_for_twelve_months(policy: date | None, statement: date, status: str) -> None:
    settings_ = GovernanceSection(policy_reviewed=policy, statement_reviewed=statement)
    assert judged(settings=settings_)["R1"].status == status


def test_the_interval_is_a_setting() -> None:
    days = {"policy_reviewed": date(2024, 11, 1), "statement_reviewed": date(2024, 11, 1)}
    assert judged(settings=GovernanceSection(**days))["R1"].status == "not_met"
    assert judged(settings=GovernanceSection(**days, review_months=24))["R1"].status == "met"


def test_an_old_list_of_users_is_looked_at() -> None:
    given_ = Given(DOCUMENTS, AuthorisedUsers("users.csv", 6, "ab"))
    old = GovernanceSection(authorised_users_reviewed=date(2025, 1, 1))
    line = judged(given=given_, settings=old)["P5"]
    assert line.status == "attention"
    assert "6 rows" in line.evidence
    fresh = GovernanceSection(authorised_users_reviewed=date(2026, 1, 1))
    assert judged(given=given_, settings=fresh)["P5"].status == "met"


def test_a_process_for_concerns_is_shown_beside_the_policy() -> None:
    process = GivenDocument("concerns", "the configuration", TODAY, paragraphs=("E-mail us.",))
    lines = judged(given=Given((document("policy", POLICY[:2]), process)))
    assert lines["P6"].status != "met"
    assert "“E-mail us.”" in lines["P6"].evidence


@pytest.mark.parametrize(("said", "status"), list(ANSWERS.items()))
def test_a_person_answers_what_is_open(said: str, status: str) -> None:
    line = judged(given=answered("M1", said))["M1"]
    assert (line.status, line.answer, line.by, line.answered_on) == (status, said, "Hana", TODAY)
    assert f"Hana answered “{said}” on 5 October 2026." in line.evidence


@pytest.mark.parametrize(
    "given_",
    [
        answered("M1", "Yes", date(2025, 10, 4)),
        answered("M1", "Yes", date(2026, 10, 6)),
        answered("M1", "Yes", None),
        answered("M1", "Yes", by=""),
        answered("M1", "Perhaps"),
    ],
)
def test_an_answer_that_does_not_count_is_asked_again(given_: Given) -> None:
    line = judged(given=given_)["M1"]
    assert line.status == "needs_a_person"
    assert line.question
    assert "please" in line.evidence


def test_a_no_weighs_more_than_a_sentence_and_a_yes_less_than_findings() -> None:
    assert judged(given=answered("T6", "No"))["T6"].status == "not_met"
    found = (finding("politics-posted"),)
    assert judged(given=answered("S2", "Yes"), findings=found)["S2"].status == "attention"
    coverage = tuple(row(kind, status="failed") for kind in KINDS)
    assert judged(given=answered("S2", "Yes"), coverage=coverage)["S2"].status == "not_assessed"


def test_a_document_that_cannot_be_read_may_be_attested() -> None:
    unread = document("policy", (), failure="It is locked.")
    given_ = Given((unread,), answers=(Answer("P2", "Yes", "Hana", TODAY),))
    assert judged(given=given_)["P2"].status == "met"


def test_a_clause_that_rests_on_another_waits_for_it() -> None:
    attested = (Answer("M2", "Yes", "Hana", TODAY), Answer("M3", "Yes", "Hana", TODAY))
    whole = judged(given=Given(DOCUMENTS, answers=attested))
    assert (whole["M2"].status, whole["M3"].status) == ("met", "met")
    lacking = judged(given=Given((document("statement", LACKING),), answers=attested))
    assert (lacking["M2"].status, lacking["M3"].status) == ("met", "needs_a_person")
    assert "It rests on T4" in lacking["M3"].evidence


PURPOSED = Purposed({"followed": (79, 120), "liked": (0, 0), "shared": (3, 1_034)}, websites=60)


def test_purposes_are_counted_and_what_has_none_is_named() -> None:
    lines = judged(purposed=PURPOSED)
    assert lines["S1"].evidence == (
        "This review covers 3 posts, 0 reposts, 0 quotes and 0 links. A purpose that still stands "
        "is recorded for 3 of 1,034 accounts reposted or quoted. Lists of purposes name accounts "
        "alone, so none is counted for your own posts and links to 60 websites."
    )
    assert judged()["F1"].evidence == "What was read holds no follows."
    following = judged(purposed=PURPOSED, totals={"follow": 120})
    assert following["F1"].evidence == (
        "Every followed account has a recorded purpose that still stands. A purpose that still "
        "stands is recorded for 79 of 120 accounts followed and 3 of 1,034 accounts reposted or "
        "quoted. Lists of purposes name accounts alone, so none is counted for links to 60 "
        "websites."
    )


def test_without_a_list_no_purpose_is_counted() -> None:
    lines = judged(purposed=PURPOSED, lacks={"purposes": "No list."})
    assert lines["S1"].evidence.endswith("No list of purposes is given, so no purpose is counted.")
    assert "purpose that still stands" not in lines["F1"].evidence


def test_findings_of_several_checks_are_counted_by_name() -> None:
    found = [finding("says-automated", item=str(number)) for number in range(2)]
    line = judged(findings=(*found, finding("account-gone", item="2")))["R2"]
    assert line.evidence.startswith(
        "3 findings to look at: “says-automated” (2) and “account-gone” (1)."
    )
