"""A saved page gives the list that a person sees on it, or says what to save instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.errors import SourceError
from connectors.list_page import is_page, page_list
from tests.connectors.page_files import MEMBERS, members_page, page_of


def texts(content, name="members.html"):
    return [[cell.text for cell in line.cells] for line in page_list(content, name).table.lines]


def test_the_list_of_members_is_its_biggest_table():
    assert texts(members_page(MEMBERS)) == [
        ["", "Surname, Firstname", "Party", "Electorate"],
        ["", "Example, Hon Āroha", "Kauri Party", "Tahi North"],
        ["", "van Example, Dr Bill", "Rimu Party", "List"],
        ["", "Example-Ngata, Mere", "Independent - not party affiliated", "Ōtahi"],
    ]


def test_a_code_page_is_read_as_its_own():
    rows = [("Müller, Zoë", "Kauri", "List"), ("Example, Bill", "Rimu", "List")]
    assert texts(members_page(rows, "cp1252"))[1][1] == "Müller, Zoë"


def test_the_address_is_that_which_the_browser_wrote():
    assert page_list(members_page(MEMBERS), "m").address == "https://parliament.tahi.example/mps/"
    cards = "<ul>" + "<li><b>A</b><p>B</p></li>" * 3 + "</ul>"
    linked = page_of(f'<link rel="canonical" href="https://tahi.example/mps">{cards}')
    assert page_list(linked, "m").address == "https://tahi.example/mps"


@pytest.mark.parametrize(("shown", "partial"), [("1 - 3 of 3", False), ("1 - 3 of 122", True)])
def test_a_page_that_shows_a_part_says_so(shown, partial):
    assert page_list(members_page(MEMBERS, shown=shown), "m").partial == partial


def test_a_page_that_states_nothing_is_not_partial():
    assert not page_list(members_page(MEMBERS, shown=""), "m").partial


def test_what_stands_below_a_name_has_a_column_of_its_own():
    row = "<tr><td><a href=/a>{}</a><p>{}</p></td><td>{}</td></tr>"
    rows = row.format("Example, Bill", "Rimu Party, Tahi North", 7) + row.format("B, A", "", 8)
    table = f"<table><tr><th>Member</th><th>Rank</th></tr>{rows}</table>"
    assert texts(page_of(table)) == [
        ["Member", "Member (2)", "Rank"],
        ["Example, Bill", "Rimu Party, Tahi North", "7"],
        ["B, A", "", "8"],
    ]


def test_cards_are_read_where_there_is_no_table():
    link = '<a href="/m/{0}"><span>Hon</span> <span>{0}</span></a>'
    card = f'<li class="card">{link}<span>{{1}}</span></li>'
    menu = "<nav><ul>" + "<li><a>Home</a><p>Start</p></li>" * 9 + "</ul></nav>"
    cards = card.format("Aroha", "Kauri, Tahi North") + card.format("Bill", "Rimu, List")
    assert texts(page_of(f"{menu}<ul>{cards}</ul>")) == [
        ["Name", "Text 2"],
        ["Hon Aroha", "Kauri, Tahi North"],
        ["Hon Bill", "Rimu, List"],
    ]


def test_scripts_choices_and_words_for_screen_readers_are_not_read():
    hidden = '<script>"<td>no"</script><select><option>no</select><i class="sr-only">no</i>'
    table = f"<table><tr><th>A<th>B<tr><td>1{hidden}<td>2</table>"
    assert texts(page_of(table)) == [["A", "B"], ["1", "2"]]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<title>Just a moment...</title>", "check for robots"),
        ("<h1>Captcha</h1><p>Tell us that you are no robot</p>", "check for robots"),
        ("<p>Members</p>", "neither a table nor a list"),
    ],
)
def test_a_page_without_a_list_says_what_to_save(page, said):
    with pytest.raises(SourceError, match=rf"^m\.html .*{said}.*Save as, Webpage complete"):
        page_list(page_of(page), "m.html")


def test_a_page_that_is_cut_off_is_refused():
    whole = members_page(MEMBERS)
    cut = whole[: whole.rfind(b"</tr>")]
    with pytest.raises(SourceError, match="cut off"):
        page_list(cut, "m.html")


def test_a_page_is_known_by_its_beginning():
    assert is_page(members_page(MEMBERS))
    assert is_page(b"\xef\xbb\xbf\r\n<!-- saved -->\r\n<HTML lang=en>")
    assert not is_page(b"Name,Party\nBill,Rimu\n")


PIECES = st.sampled_from(
    [
        "<table>",
        "</table>",
        "<tr>",
        "<td colspan=3>",
        "<th>",
        "<li>",
        "</li>",
        "<![if x]>",
        "<!--",
        "<a href=x>",
        "</a>",
        "<p>",
        "text",
        "&amp;",
        "<script>",
        "</script>",
        "<br/>",
        "</x>",
        "<!x",
    ]
)


@given(st.lists(PIECES, max_size=60))
def test_any_page_gives_a_list_or_a_sentence(pieces):
    try:
        rows = texts("".join(pieces).encode())
    except SourceError:
        return
    assert len({len(row) for row in rows}) == 1


def test_a_page_nested_without_end_is_read():
    assert texts(b"<div>" * 5000 + members_page(MEMBERS))
