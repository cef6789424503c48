"""The time in the address of an Instagram post."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.exports.meta_shortcode import shortcode_time

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BEGIN = datetime(2011, 8, 24, 21, 7, 1, 721_000, tzinfo=UTC)


def shortcode(at: datetime, serial: int = 0) -> str:
    number = ((at - BEGIN) // timedelta(milliseconds=1) << 23) + serial
    digits = ""
    while number or len(digits) < 11:
        number, digit = divmod(number, 64)
        digits = LETTERS[digit] + digits
    return digits


@given(
    at=st.datetimes(datetime(2012, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    serial=st.integers(0, 2**23 - 1),
)
def test_the_time_comes_back(at: datetime, serial: int) -> None:
    exact = at.replace(microsecond=at.microsecond // 1000 * 1000)
    address = f"https://www.instagram.com/p/{shortcode(exact, serial)}/?igsh=x"
    assert shortcode_time(address) == exact


@pytest.mark.parametrize(
    "path",
    ["reel/CAAAAAAAAAA", "agency/p/CAAAAAAAAAA/", "tv/CAAAAAAAAAA#a", "@agency/post/CAAAAAAAAAA"],
)
def test_every_kind_of_address(path: str) -> None:
    assert shortcode_time(f"https://www.instagram.com/{path}") is not None


@pytest.mark.parametrize(
    "address", ["", "https://www.instagram.com/agency/", "/p/short/", "/p/" + "A" * 12]
)
def test_an_address_without_a_code(address: str) -> None:
    assert shortcode_time(address) is None
