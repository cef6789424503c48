from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.sources.hosts import place
from audit.sources.wrappers import unwrap

INNER = "https://gull.tauira/story?id=1"


@pytest.mark.parametrize(
    ("url", "inner"),
    [
        (f"https://l.facebook.com/l.php?u={quote(INNER, safe='')}&h=AT0", INNER),
        (f"https://www.facebook.com/l.php?u={quote(INNER, safe='')}", INNER),
        (f"https://www.google.co.nz/url?sa=t&q={quote(INNER, safe='')}", INNER),
        (f"https://www.google.com/url?url={quote(INNER, safe='')}", INNER),
        (f"https://translate.google.com/translate?hl=en&u={quote(INNER, safe='')}", INNER),
        (f"https://www.youtube.com/redirect?event=x&q={quote(INNER, safe='')}", INNER),
        (f"https://nam02.safelinks.protection.outlook.com/?url={quote(INNER, safe='')}", INNER),
        ("https://gull-tauira.translate.goog/story?_x_tr_sl=en", "https://gull.tauira/story"),
        ("https://a--b-tauira.translate.goog/", "https://a-b.tauira/"),
        ("https://web.archive.org/web/20240102030405/" + INNER, INNER),
        ("https://web.archive.org/web/2024id_/" + INNER, INNER),
        ("https://archive.ph/20240102030405/" + INNER, INNER),
        ("https://gull-tauira.cdn.ampproject.org/c/s/gull.tauira/story", "gull.tauira/story"),
        ("https://www.google.com/amp/s/gull.tauira/story", "gull.tauira/story"),
        ("https://12ft.io/" + INNER, INNER),
    ],
)
def test_the_address_inside_is_found(url: str, inner: str) -> None:
    found = unwrap(url)
    assert place(found.url) == place(inner)
    assert len(found.via) == 1


@pytest.mark.parametrize(
    "url",
    [
        INNER,
        "https://www.google.com/search?q=gull.tauira",
        "https://www.youtube.com/watch?v=abc",
        "https://archive.ph/AbCdE",
        "https://web.archive.org/",
        "https://t.co/abc",
        "",
        "https://[",
    ],
)
def test_what_holds_no_address_stays_as_it_is(url: str) -> None:
    assert unwrap(url).url == url
    assert unwrap(url).via == ()


def test_an_archived_copy_of_a_wrapped_address_reaches_the_inmost() -> None:
    twice = "https://web.archive.org/web/2024/https://l.facebook.com/l.php?u=" + quote(INNER)
    found = unwrap(twice)
    assert place(found.url).host == "gull.tauira"
    assert found.via == ("web.archive.org", "l.facebook.com")


@given(st.text())
def test_any_text_is_unwrapped_without_a_fault(text: str) -> None:
    unwrap(text)
    unwrap(f"https://l.facebook.com/l.php?u={text}")
