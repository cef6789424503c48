from html import escape

from hypothesis import given
from hypothesis import strategies as st

from connectors.html_text import read_html

WORDS = st.text(st.characters(blacklist_categories=("C", "Z")), min_size=1, max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=6), st.sampled_from(["<br>", "<br />", "</p><p>"]))
def test_text_comes_back_with_its_lines(lines: list[str], between: str) -> None:
    found = read_html(f"<p>{between.join(map(escape, lines))}</p>")
    assert found.text == "\n".join(lines)
    assert found.links == ()


@given(st.lists(WORDS, max_size=6, unique=True))
def test_links_come_back_whole_and_once(words: list[str]) -> None:
    urls = [f"https://a.example/?q={word}&r=1" for word in words]
    anchors = "".join(f'<a href="{escape(url)}" rel="nofollow">cut…</a>' for url in urls * 2)
    assert read_html(anchors).links == tuple(urls)


@given(st.text(st.sampled_from("<>!/[]-a=\"' &p;#brhref")) | st.text())
def test_no_html_is_too_broken(content: str) -> None:
    assert isinstance(read_html(content).text, str)


def test_only_web_addresses_are_links() -> None:
    assert read_html('<a href="mailto:a@b.example">x</a><a>y</a><a href>z</a>').links == ()
