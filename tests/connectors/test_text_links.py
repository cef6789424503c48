"""Addresses in the text of a post."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.text_links import links_in, plain_link


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("", ()),
        ("See https://a.example/x.", ("https://a.example/x",)),
        (
            "(https://a.example/x_(y)) and www.b.example!",
            ("https://a.example/x_(y)", "https://www.b.example"),
        ),
        ("“https://a.example/x”, https://a.example/x", ("https://a.example/x",)),
        ("https:// and www.", ()),
        ("HTTPS://A.example/Pānui…", ("HTTPS://A.example/Pānui",)),
    ],
)
def test_links_in_a_text(text: str, links: tuple[str, ...]) -> None:
    assert links_in(text) == links


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("https://a.example/s?fbclid=IwAR0", "https://a.example/s"),
        ("https://a.example/s?id=1&fbclid=Iw&b=%20x#part", "https://a.example/s?id=1&b=%20x#part"),
        ("https://a.example/s?q=%C4%81", "https://a.example/s?q=%C4%81"),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F%3Ffbclid%3D1&h=AT",
            "https://a.example/",
        ),
        ("https://l.facebook.com/l.php?h=AT", "https://l.facebook.com/l.php?h=AT"),
        ("", ""),
        ("https://[bad", "https://[bad"),
        ("https://a.example/?fbclid=1&id=2", "https://a.example/?id=2"),
        ("https://a.example/?fbclid=1&__cft__[0]=AZ&__tn__=R#top", "https://a.example/#top"),
        ("https://a.example/?myfbclid=1", "https://a.example/?myfbclid=1"),
        ("https://a.example/??", "https://a.example/??"),
    ],
)
def test_a_link_without_what_follows_the_reader(written: str, plain: str) -> None:
    assert plain_link(written) == plain


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for link in links_in(text):
        assert link.casefold().startswith(("http://", "https://"))
    assert plain_link(plain_link(text)) == plain_link(text)
