"""Which sentences say what a clause asks for: those of real-looking statements, and no trap."""

from collections.abc import Sequence

import pytest

from audit.guidance.clauses import load
from audit.guidance.sentences import sentences
from audit.guidance.wording import Found, find
from connectors.document import read_document
from tests.document_files import WRITERS
from tests.statements import LACKING, MAORI, POLICY, STATEMENT, Block

CLAUSES = {clause.id: clause for clause in load().clauses}
OF_STATEMENT = ("T2", "T3", "T4", "T5", "T6")
OF_POLICY = ("P2", "P3", "P4", "P5", "P6")


def found(clause: str, form: str, blocks: Sequence[Block]) -> Found:
    document = read_document(WRITERS[form](blocks), "a document")
    assert document.form == form
    return find(CLAUSES[clause].parts, sentences(document.paragraphs))


def is_said(clause: str, *paragraphs: str) -> bool:
    return not find(CLAUSES[clause].parts, sentences(paragraphs)).missing


@pytest.mark.parametrize("form", WRITERS)
def test_a_whole_statement_says_everything(form: str) -> None:
    assert not any(found(clause, form, STATEMENT).missing for clause in OF_STATEMENT)
    quotes = {clause: found(clause, form, STATEMENT).quotes for clause in OF_STATEMENT}
    assert quotes["T4"] == (
        "We read direct messages during office hours and reply to them within three working days, "
        "and we treat them like any other letter to the Ministry.",
    )
    assert quotes["T6"][0].startswith("Following an account or liking a post does not mean")
    assert quotes["T3"] == (
        "We read comments on working days and moderate them after they are posted.",
        "We may hide or delete comments that: are abusive, threatening or discriminate against "
        "anybody; share somebody's personal information; have nothing to do with the topic or "
        "advertise something; could affect how our political neutrality is seen",
    )


@pytest.mark.parametrize("form", WRITERS)
def test_a_statement_that_lacks_two_elements_lacks_those_alone(form: str) -> None:
    lacking = [clause for clause in OF_STATEMENT if found(clause, form, LACKING).missing]
    assert lacking == ["T4", "T6"]


@pytest.mark.parametrize("form", WRITERS)
def test_a_whole_policy_says_everything(form: str) -> None:
    assert not any(found(clause, form, POLICY).missing for clause in OF_POLICY)


@pytest.mark.parametrize("form", ["html", "docx"])
def test_a_statement_in_te_reo_says_everything(form: str) -> None:
    assert not any(found(clause, form, MAORI).missing for clause in OF_STATEMENT)


@pytest.mark.parametrize("clause", [*OF_STATEMENT, *OF_POLICY])
def test_headings_questions_and_promises_say_nothing(clause: str) -> None:
    whole = STATEMENT if clause.startswith("T") else POLICY
    paragraphs = [text for kind, text in whole if kind != "h"]
    asked = [one.rstrip(".:") + "?" for one in paragraphs if not one.endswith(":")]
    assert not is_said(clause, *[" ".join(one.split(". ")) for one in asked])
    promised = [one.replace(". ", ", ").rstrip(".") + ", to be confirmed." for one in paragraphs]
    assert not is_said(clause, *promised)
    assert not is_said(clause, *[text for kind, text in whole if kind == "h"])


SAID = {
    "T2": [
        "The Department uses its social media channels for sharing news about our services.",
        "Our team uses LinkedIn to promote vacancies.",
    ],
    "T3": [
        "Comments are moderated by our team, and we remove posts that are offensive or off-topic.",
        "The Ministry reserves the right to delete comments which contain spam or hate speech.",
    ],
    "T4": [
        "Private messages are checked once a day and we will respond where we can.",
        "We do not respond to direct messages on Instagram.",
    ],
    "T5": [
        "If you have feedback about our social media channels, please contact the Web Team.",
        "Members of the public can complain about our posts by phone or with this form.",
    ],
    "T6": [
        "Likes, follows and shares by the Ministry do not constitute endorsement.",
        "We may follow organisations and people, which doesn't imply that we agree with them.",
        "The Ministry does not necessarily endorse the views of accounts that we follow or like.",
    ],
    "P3": ["Staff must respect the privacy of people in photos, as the Privacy Act 2020 asks."],
    "P5": ["A register of staff authorised to use social media accounts is kept by the director."],
    "P6": ["Complaints from the public about our posts are logged and escalated to the manager."],
}


@pytest.mark.parametrize(("clause", "said"), [(c, s) for c, those in SAID.items() for s in those])
def test_other_ways_of_saying_it_count(clause: str, said: str) -> None:
    assert is_said(clause, said)


TRAPS = {
    "T2": [
        "Please do not use social media to share anything about our services with us.",
        "Our website uses cookies to share your visit with social media companies.",
        "You use our social media channels to engage with us at your own risk.",
        "Staff must use social media for sharing with care.",
    ],
    "T3": [
        "We do not moderate comments, even where they are offensive to somebody.",
        "Comments on our website are welcome and help us to do better.",
        "Facebook may remove comments under its own rules about spam.",
        "You may delete your own comments whenever they are no longer relevant.",
    ],
    "T4": [
        "Please do not send personal information in a private message to us.",
        "Our message is that people matter and we respond to their needs.",
        "Direct debit customers get a message from us and may reply to it.",
    ],
    "T5": [
        "We are concerned about people who post about our staff, and contact them.",
        "Complaints about privacy go to the Privacy Commissioner, whom you can contact.",
        "Contact us about your application for a grant from the fund.",
    ],
    "T6": [
        "Please follow our house rules, as we do not endorse abuse.",
        "We do not endorse comments left by people who follow this page.",
        "Following us does not mean that you endorse what we do.",
        "We follow accounts of organisations that we endorse and support.",
        "If you like our posts it does not mean you agree with everything.",
        "We do not like it when people endorse violence on our page.",
        "Products shown here are not endorsed by the Ministry.",
    ],
    "P2": ["The Standards of Integrity and Conduct are on the website of the Commission."],
    "P3": ["Read the Privacy Act before you start and ask questions about it."],
    "P4": ["The Official Information Act team sits on level four of the building."],
    "P5": ["We approved a new logo for use on all of our accounts this year."],
    "P6": ["People complain about the weather, and about our buses, every day."],
}


@pytest.mark.parametrize(("clause", "trap"), [(c, s) for c, those in TRAPS.items() for s in those])
def test_a_sentence_that_only_sounds_like_it_does_not_count(clause: str, trap: str) -> None:
    assert not is_said(clause, trap)
