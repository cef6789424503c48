"""What in a text belongs to a person, and what says that it is paid: precision before all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.own_posts.paid import paid_in
from audit.own_posts.personal import own_of, personal_in

OWN = own_of(["manatu.tauira.example"], ["+64 4 555 0100", "0800 555 010", "Hana@post.example"])


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Write to hemi.rata@mail.example!", ["an e-mail address (h…@mail.example)"]),
        ("(aroha_k@post.example.nz)", ["an e-mail address (a…@post.example.nz)"]),
        ("Ring Hēmi on 021 555 0123.", ["a phone number (021… ending in 23)"]),
        ("+64 21 555 0123", ["a phone number (021… ending in 23)"]),
        ("0064215550123", ["a phone number (021… ending in 23)"]),
        ("(04) 555-0199", ["a phone number (045… ending in 99)"]),
        ("She lives at 12 Rātā Street, Tauira", ["a home address (… Rātā Street)"]),
        ("his house, 7A Te Ara Road", ["a home address (… Te Ara Road)"]),
        ("Kei te noho ia ki 3 Kauri Avenue", ["a home address (… Kauri Avenue)"]),
    ],
)
def test_what_belongs_to_a_person_is_seen_and_masked(text: str, seen: list[str]) -> None:
    assert personal_in(text, OWN) == seen


@pytest.mark.parametrize(
    "text",
    [
        "Write to media@manatu.tauira.example or kaimahi@news.manatu.tauira.example",
        "Write to info@council.example, enquiries.north@rivers.example or oia@office.example",
        "Write to hana@post.example",
        "Follow @hemi@social.example and @aroha",
        "https://medium.example/@writer/123",
        "https://www.example/maps/@-41.2889,174.7772",
        "Ring us on 04 555 0100 or 0800 555 010 or 0508 123 456",
        "Ring 111 in an emergency, 105 if not",
        "$021,555,0123 in 2021-2025, from 03/04/2025 to 04/05/2026",
        "ISBN 978-0-473-12345-6, NZBN 9429000000000, 0211234",
        "Reference 0215550123456789",
        "https://www.example/item/0215550123",
        "Come to the open day at 12 Queen Street on Friday",
        "Road works on 100 Main Road until 5pm. Residents know already",
        "Our office address is 1 Lambton Quay",
        "The Prime Minister lives in Tauira",
    ],
)
def test_what_is_ours_a_role_s_or_a_place_is_left_alone(text: str) -> None:
    assert personal_in(text, OWN) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("A new film #ad", ["#ad"]),
        ("#Sponsored: tramping boots #AD", ["#Sponsored", "#AD"]),
        ("In paid partnership with a museum", ["In paid partnership"]),
        ("Sponsored by the Kauri Bank", ["Sponsored by"]),
        ("#PaidPartnership", ["#PaidPartnership"]),
    ],
)
def test_marks_of_paid_content_are_seen(text: str, seen: list[str]) -> None:
    assert paid_in(text) == seen


@pytest.mark.parametrize(
    "text",
    [
        "#adventure #address #spring", "We paid our respects", "ad hoc, AD 1840",
        "Employers who paid for parental leave", "&#ad;", "Sponsor a child's reading",
        "https://www.example/page#ad1",
    ],
)  # fmt: skip
def test_words_that_only_look_like_marks_are_not(text: str) -> None:
    assert paid_in(text) == []


@given(st.text(max_size=80))
def test_any_text_can_be_looked_at(text: str) -> None:
    assert all(seen.startswith("a") for seen in personal_in(text, OWN))
    assert all(mark in text for mark in paid_in(text))
