from dataclasses import replace

from audit.review.model import Changes
from audit.review.words import weekday
from reports import coverage_words, text
from reports.page import render_page
from tests.reports import page_cases
from tests.reports.example import example
from tests.reports.page_dom import Node, read

ORDER = (
    "Decide these first",
    "What to do now",
    "What this review cannot tell you",
    "Balance",
    "What changed",
    "Findings",
    "What the guidance asks",
    "Coverage",
    "Method",
    "Sign-off",
)

WAITING = {"open", "overdue", "cannot_tell", "returned"}


def document(review=None) -> Node:
    return read(render_page(review or example()))


def numbers(page: Node) -> list[list[str]]:
    return [
        [part.words for part in box.all("dd", "dt")]
        for box in page.classed("numbers")[0].all("div")
    ]


def test_the_parts_stand_in_their_order():
    assert tuple(heading.words for heading in document().all("h2")) == ORDER


def test_page_one_opens_with_the_answer_in_bold_then_balance_then_gaps():
    review = example()
    answer = document(review).classed("answer")[0]
    assert answer.all("strong")[0].words == review.answer
    assert answer.words.startswith(review.answer)
    assert answer.words.endswith(coverage_words.not_covered(review))
    assert review.headline in answer.words


def test_the_four_numbers_are_the_reviews_own():
    still_open = tuple(replace(f, status="open") for f in example().findings[:2])
    review = replace(example(), findings=still_open + example().findings[2:])
    shown = numbers(document(review))
    figures = [box[1] for box in shown]
    summary = review.summary
    assert figures == [
        f"{summary.need_decision:,}",
        f"{sum(one.needs_decision and one.status in WAITING for one in review.findings)}",
        f"{summary.items_checked:,}",
        f"{summary.accounts_read} of {summary.accounts_total}",
    ]


def test_a_later_review_says_what_became_of_the_decisions_that_came_back():
    page = document(replace(example(), summary=replace(example().summary, baseline=False)))
    still_open = " ".join(numbers(page)[1])
    assert "still open from an earlier review" in still_open
    assert f"1 overdue. {example().decisions.sentence}" in still_open


def test_what_no_list_can_tell_is_counted_beside_what_is_overdue():
    first, *rest = example().findings
    review = replace(example(), findings=(replace(first, status="cannot_tell"), *rest))
    page = document(replace(review, summary=replace(review.summary, baseline=False)))
    assert "overdue. Of 1 no list tells whether it was done." in " ".join(numbers(page)[1])


def test_the_steps_say_that_the_next_run_reads_decisions():
    assert text.decisions.READ_BY_THE_NEXT in document().all("ol")[0].words


def test_a_long_caveat_of_the_register_stands_whole_on_page_one():
    caveat = "The register: " + "it names who sits in Parliament and no one else. " * 8
    page = document(replace(example(), limits=(caveat.strip(),)))
    assert caveat.strip() == page.classed("limits")[0].all("li")[0].words


def test_a_first_review_says_so():
    review = replace(example(), summary=replace(example().summary, baseline=True))
    assert numbers(document(review))[1][1] == "First review"


def test_at_most_five_items_come_first_and_they_are_the_highest():
    page = document(page_cases.many(40))
    rows = page.by_id("first-items").all("tbody")[0].all("tr")
    assert len(rows) == 5
    assert {row.classed("priority")[0].words for row in rows} == {"High"}
    assert text.document.FLAG_IS_A_PROMPT in page.text


def test_missing_purposes_are_one_line_on_page_one_however_many():
    def said(number: int) -> str:
        summary = replace(example().summary, purpose_missing=number)
        return document(replace(example(), summary=summary)).text

    assert "1,234 follows have no purpose that holds: write it on the sheet" in said(1234)
    assert "1 follow has no purpose that holds" in said(1)
    assert "no purpose that holds" not in said(0)


def test_information_is_never_put_among_what_to_decide():
    findings = tuple(replace(f, priority="info") for f in example().findings)
    page = document(replace(example(), findings=findings))
    assert "first-items" not in {node.attrs.get("id") for node in page.walk()}
    assert "No item needs a decision now" in page.text


def test_what_to_do_names_the_file_the_sheet_and_the_day():
    steps = document().all("ol")[0].words
    assert f"review-{example().period.id}.xlsx" in steps
    assert "sheet Findings" in steps
    assert weekday(example().summary.decide_by) in steps


def test_every_limit_is_on_the_page_and_the_first_six_on_page_one():
    limits = tuple(f"Limit number {place} of this review." for place in range(1, 10))
    page = document(replace(example(), limits=limits))
    shown = [item.words for item in page.classed("limits")[0].all("li")]
    assert shown == [*limits[:6], text.balance.COUNTS_ONLY]
    assert "3 more limits, under Coverage" in page.text
    assert all(limit in page.by_id("main").text for limit in limits)


def test_the_page_holds_500_findings_and_says_where_the_rest_is():
    page = document(page_cases.many(2_000))
    assert len(page.by_id("all-findings").all("tbody")[0].all("tr")) == 500
    assert "the first 500 of 2,000 findings; the rest is in the workbook" in page.words


def test_looked_and_found_nothing_does_not_read_like_could_not_look():
    found = document(page_cases.nothing_found()).by_id("main").words
    unread = document(page_cases.unreadable()).by_id("main").words
    unasked = document(page_cases.empty()).by_id("main").words
    assert "No items were found in what we checked" in found
    assert "could not be read, so this review cannot say" in unread
    assert "asked for in this review, so it cannot say" in unasked
    for page in (unread, unasked):
        assert "No items were found" not in page
        assert "Everything that was asked for could be read" not in page


def test_a_list_that_could_not_be_read_has_no_result():
    page = document(page_cases.unreadable())
    assert "You follow nobody" not in page.text
    assert not page.classed("verdict")


def test_a_short_list_gets_counts_and_no_chart():
    short = tuple(replace(b, verdict="too_few") for b in example().balance)
    page = document(replace(example(), balance=short, changes=Changes()))
    assert text.balance.NO_CHART in page.text
    assert [chart.all("title")[0].attrs["id"] for chart in page.classed("chart")] == [
        "known-chart-title"
    ]
    assert page.by_id("list-1-figures").all("thead")[0].words.startswith("Party Accounts")


def test_the_marking_stands_at_the_top_and_the_bottom_or_nowhere():
    marked = document(page_cases.marked("IN-CONFIDENCE")).classed("marking")
    assert [node.words for node in marked] == ["IN-CONFIDENCE", "IN-CONFIDENCE"]
    assert not document(page_cases.marked("")).classed("marking")


def test_the_record_names_run_version_and_time():
    review = example()
    record = document(review).all("footer")[0].words
    assert review.run_id in record
    assert f"{text.document.AUTHOR} {review.tool_version}" in record
    assert weekday(review.observed_at) in record
