import base64
import hashlib
import re

import pytest

from reports.clean import LIMIT
from reports.page import render_page
from tests.reports import page_cases
from tests.reports.example import example
from tests.reports.page_dom import Node, read

HOSTILE = {
    "script": "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></style></title>",
    "control": "before\x00\x07\x1b[31m\x9d\u202eafter\u2066\udfff\ufffe\r\n\ttext",
    "emoji": "\U0001f600" * 40_000,
    "style": "x{background:url(//evil.example)} @import 'x'; expression(alert(1))",
    "template": "{{ 7 * 7 }}{% raw %}{# #}&lt;b&gt;&#0;",
    "address": "javascript:alert(1)",
    "not secure": "http://x.com/harbour_news",
    "look-alike": 'https://x.com.evil.example/"onmouseover=alert(1)',
}
ELEMENTS = {
    "document", "html", "head", "meta", "title", "style", "body", "script", "svg", "symbol",
    "path", "circle", "use", "rect", "line", "text", "desc", "a", "header", "main", "footer",
    "section", "div", "p", "span", "strong", "h1", "h2", "h3", "dl", "dt", "dd", "ol", "ul", "li",
    "table", "caption", "thead", "tbody", "tr", "th", "td", "time", "wbr", "figure", "figcaption",
    "details", "summary",
}  # fmt: skip
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def poisoned(kind: str) -> tuple[str, Node]:
    page = render_page(page_cases.poisoned(example(), HOSTILE[kind]))
    return page, read(page)


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_makes_no_element_and_no_attribute(kind):
    page, document = poisoned(kind)
    assert {node.tag for node in document.walk()} <= ELEMENTS
    assert len(document.all("script")) == len(document.all("style")) == 1
    names = {name for node in document.walk() for name in node.attrs}
    assert not [name for name in names if name.startswith("on") or name in {"style", "src"}]
    assert not UNSEEN.search(page)


@pytest.mark.parametrize("kind", HOSTILE)
def test_links_lead_to_the_page_itself_or_to_a_platform(kind):
    for anchor in poisoned(kind)[1].all("a"):
        if not anchor.attrs["href"].startswith("#"):
            assert re.match(r"https://([a-z]+\.)?(x\.com|bsky\.app)/", anchor.attrs["href"])


def test_hostile_text_is_shown_as_text_and_shortened():
    assert HOSTILE["script"] in poisoned("script")[1].by_id("main").text
    page, document = poisoned("emoji")
    assert "[shortened]" in document.by_id("main").text
    texts = [node.text.encode("utf-16-le") for node in document.all("td", "li")]
    assert max(map(len, texts)) <= 2 * LIMIT
    assert len(page.encode()) < 1_500_000


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_filter_that_searches_the_file_for_code_finds_only_our_own(kind):
    page, document = poisoned(kind)
    for tag in ("style", "script"):
        page = page.replace(document.all(tag)[0].text, "")
    assert not re.search(r"\s(on[a-z]+|src|style)=|javascript:|url\(|@import", page, re.IGNORECASE)


def test_outside_links_tell_the_platform_nothing():
    outside = [
        a for a in read(render_page(example())).all("a") if a.attrs["href"].startswith("https://")
    ]
    assert outside
    assert {a.attrs["rel"] for a in outside} == {"noreferrer noopener"}


def test_the_policy_allows_the_real_style_and_script_by_hash_and_nothing_else():
    page = render_page(example())
    document = read(page)
    policy = next(
        node.attrs["content"]
        for node in document.all("meta")
        if node.attrs.get("http-equiv") == "Content-Security-Policy"
    )
    hashes = {}
    for tag in ("style", "script"):
        source = document.all(tag)[0].text.encode()
        hashes[tag] = base64.b64encode(hashlib.sha256(source).digest()).decode()
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{hashes['style']}'",
        f"script-src 'sha256-{hashes['script']}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    assert page.index("Content-Security-Policy") < page.index("<style>") < page.index("<script>")


def test_the_page_asks_for_nothing_from_outside():
    document = read(render_page(example()))
    style, script = document.all("style")[0].text, document.all("script")[0].text
    assert not re.search(r"url\(|@import", style)
    assert not re.search(
        r"fetch|XMLHttp|WebSocket|sendBeacon|eval|innerHTML|Storage|cookie|import\(", script
    )
    assert len(script.encode()) < 10_000
    named = {node.attrs.get("name"): node.attrs.get("content") for node in document.all("meta")}
    assert (named["robots"], named["referrer"]) == ("noindex, nofollow", "no-referrer")


def test_a_marking_cannot_leave_its_style_rule():
    marking = 'IN-CONFIDENCE"; } </style><script>alert(1)</script> \\'
    document = read(render_page(page_cases.marked(marking)))
    assert len(document.all("script")) == 1
    boxes = re.findall(
        r'@(?:top|bottom)-center \{ content: "([^"]*)"', document.all("style")[0].text
    )
    assert len(boxes) == 2
    spelled = re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code[1], 16)), boxes[0])
    assert spelled == marking
