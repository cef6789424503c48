"""Each check: it finds what it should, in the words a manager reads, and nothing else."""

from datetime import date

import pandas as pd
import pytest

from audit.case import Case
from audit.checks import CHECKS
from audit.sources.judged import RULES
from tests.audit.builders import acts, coverage

FLAG = {
    "flag_list": "Our list",
    "flag_label": "named in a ruling",
    "flag_reason": "",
    "flag_as_at": "2026-03-12",
    "flag_row": "Our list | account | x:1",
    "flag_url": "https://panel.example/1",
    "flag_level": "look",
    "flag_how": "by its id",
    "flag_file": "ours.csv, line 2",
    "flag_sha256": "4c",
    "flag_correct": "Mend the row.",
}
MEMBER = {
    "actor": "per:ari-kauri",
    "actor_name": "Ari Kauri",
    "party": "party:kauri",
    "party_name": "Kauri Party",
    "role": "member",
    "matched_by": "id",
    "register_source": "TAUIRA",
    "register_as_at": "2026-10-01",
}
GULL = {"account_id": "1", "handle": "gull", "name": "Gull News"}


def find(check: str, case: Case) -> pd.DataFrame:
    chosen = next(one for one in CHECKS if one.words.id == check)
    return chosen.find(case)


def case_of(table: pd.DataFrame, read: pd.DataFrame | None = None) -> Case:
    follows = table[table["kind"] == "follow"]
    return Case(table, follows, coverage() if read is None else read, date(2026, 10, 5))


def test_a_flagged_follow_says_who_says_so_and_when() -> None:
    table = acts({**GULL, **FLAG}, {"account_id": "2"}, {**GULL, **FLAG, "kind": "like"})
    hit = find("flagged-source-followed", case_of(table)).iloc[0]
    assert len(find("flagged-source-followed", case_of(table))) == 1
    assert hit["title"] == "Follows Gull News (@gull), which a list names"
    assert (
        hit["why"]
        == "On the list “Our list”, dated 12 March 2026, as: named in a ruling. Matched by its id."
    )
    assert hit["source_row"] == "Our list | account | x:1"
    assert hit["source_file"] == "ours.csv, line 2"
    assert hit["source_sha256"] == "4c"
    assert hit["source_rule"] == RULES
    assert hit["source_correct"] == "Mend the row."


def test_flagged_likes_and_reposts_are_found_one_by_one() -> None:
    table = acts(
        {**GULL, **FLAG, "kind": "like", "post_id": "1"},
        {**GULL, **FLAG, "kind": "like", "post_id": "2"},
        {**GULL, **FLAG, "kind": "repost", "post_id": "3"},
        {**GULL, "kind": "like", "post_id": "4"},
    )
    hits = find("flagged-source-shared", case_of(table))
    assert hits["suggested"].tolist() == ["Undo like", "Undo like", "Undo repost"]
    assert hits["title"].iloc[2].startswith("Reposted Gull News (@gull)")


def test_a_flagged_link_names_the_host() -> None:
    url = "https://gull.example/1"
    table = acts({"kind": "link", "url": url, "host": "gull.example", "post_id": "1", **FLAG})
    hit = find("flagged-link-posted", case_of(table)).iloc[0]
    assert hit["title"] == "Linked to gull.example, which a list names"
    assert hit["subject_url"] == url


@pytest.mark.parametrize(
    ("role", "found"),
    [("member", 1), ("candidate", 1), ("party", 1), ("organisation", 0), ("former member", 0)],
)
def test_political_likes_are_those_of_people_in_or_seeking_office(role: str, found: int) -> None:
    table = acts({**GULL, **MEMBER, "role": role, "kind": "like", "post_id": "1"})
    assert len(find("political-account-shared", case_of(table))) == found


def test_a_political_follow_alone_is_no_finding() -> None:
    assert find("political-account-shared", case_of(acts({**GULL, **MEMBER}))).empty


def test_a_political_like_says_how_the_account_was_matched() -> None:
    table = acts({**GULL, **MEMBER, "kind": "quote", "post_id": "1"})
    hit = find("political-account-shared", case_of(table)).iloc[0]
    assert hit["title"] == "Quoted Ari Kauri (member, Kauri Party)"
    held = acts({**GULL, **MEMBER, "kind": "like", "post_id": "1", "office": "Minister: Health"})
    title = find("political-account-shared", case_of(held)).iloc[0]["title"]
    assert title == "Liked a post by Ari Kauri (Minister: Health, Kauri Party)"
    assert hit["why"] == "The register has Gull News (@gull) as theirs, matched by id."
    assert hit["suggested"] == "Escalate"


def test_a_purpose_is_asked_for_again_when_its_review_date_is_over() -> None:
    over, today = pd.Timestamp("2026-10-04"), pd.Timestamp("2026-10-05")
    table = acts(
        {"account_id": "@gull", "purpose": "Regulated entity", "review_by": over},
        {"account_id": "@heron", "purpose": "Regulated entity", "review_by": today},
    )
    assert find("purpose-missing", case_of(table))["title"].tolist() == [
        "The purpose of following @gull was to be looked at again by 4 October 2026"
    ]


def test_a_follow_without_a_purpose_is_for_information() -> None:
    table = acts({**GULL, "purpose": "Regulated entity"}, {"account_id": "@heron"})
    hits = find("purpose-missing", case_of(table))
    assert hits["title"].tolist() == ["No purpose is recorded for following @heron"]


def test_what_could_not_be_read_is_one_item_for_each_reason() -> None:
    read = coverage(
        {"kind": "follow", "status": "failed", "reason": "The zip is cut."},
        {"kind": "like", "status": "failed", "reason": "The zip is cut."},
        {"kind": "link", "status": "partial", "reason": "Some are cut."},
        {"kind": "post", "status": "partial", "stated": 9, "fetched": 7, "reason": "Two are not."},
        {"kind": "quote", "status": "unavailable", "reason": "The platform gives none."},
    )
    hits = find("account-not-read", case_of(acts(), read))
    assert hits["title"].tolist() == [
        "Could not read the follows and likes of this account",
        "Read only part of the posts of this account",
    ]
    assert hits["why"].tolist() == ["The zip is cut.", "Two are not."]


@pytest.mark.parametrize("check", [one.words.id for one in CHECKS])
def test_nothing_to_look_at_is_no_hit(check: str) -> None:
    assert find(check, case_of(acts())).empty


def test_every_check_has_words_for_people() -> None:
    for check in CHECKS:
        words = check.words
        assert all([words.id, words.title, words.why, words.remedy, words.clauses])
        assert words.priority in {"high", "medium", "low", "info"}
