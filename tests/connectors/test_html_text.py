from html import escape

from hypothesis import example, given
from hypothesis import strategies as st

from connectors import html_text
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


PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<br>",
            "<br/>",
            "<br />",
            "<span>",
            "</span>",
            "<b>",
            "</a>",
            "<a>",
            "<p/>",
        ),
        *(
            '<a href="https://a.example/?b=1&amp;c=2" rel="tag">',
            '<a href="https://a.example/&lt">',
        ),
        *('<p class="<br>">', '<a href="</p>', '">', "</br>", "<!--", "<script>", "<BR>", "< p>"),
        *(
            "&",
            "&am",
            "p;",
            "&amp",
            "&lt;",
            "&#60",
            "#",
            ";",
            " ",
            "\n",
            "\f",
            "\xa0",
            "<",
            ">",
            '"',
        ),
    ]
)


@example("&am<b>p; &#6</span>0")
@example('<p class="<br>">a<a href="</p>">b</a>')
@example('<a href="https://a.example/&lt">b</a>')
@given(st.lists(PIECES | st.text(max_size=3), max_size=12).map("".join))
def test_the_short_way_gives_what_the_parser_gives(content: str) -> None:
    plainly = html_text._read_plainly(content)
    assert plainly is None or plainly == html_text._read_in_full(content)


def test_what_servers_write_goes_the_short_way() -> None:
    mention = '<span class="h-card"><a href="https://b.example/@c" class="mention">@<span>c</span>'
    link = '<a href="https://a.example/?b=1&amp;c=2"><span class="invisible">https://</span>a…</a>'
    content = f"<p>{mention}</a></span> &amp; {link}<br />ā</p><p>b</p>"
    assert html_text._read_plainly(content) == html_text._read_in_full(content)
    assert read_html(content).text == "@c & https://a…\nā\nb"
    assert read_html(content).links == ("https://a.example/?b=1&c=2",)


def test_only_web_addresses_are_links() -> None:
    assert read_html('<a href="mailto:a@b.example">x</a><a>y</a><a href>z</a>').links == ()
