"""The Electoral Commission's files read together: the result whole, or a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.update.results import is_result, read_results
from audit.update.results_members import shown_name
from connectors.errors import SourceError
from tests.audit.election_files import (
    WON,
    Won,
    candidates,
    feed,
    result,
    summary,
    votes_alone,
    winners,
)


def refused(files):
    with pytest.raises(SourceError) as caught:
        read_results(files)
    return str(caught.value)


def changed(files, name, before, after):
    content = files[name]
    assert before in content
    return {**files, name: content.replace(before, after, 1)}


@st.composite
def allocations(draw):
    number = draw(st.integers(1, 6))
    seats = st.integers(0, 5)
    votes = st.integers(1, 2_000_000)
    return [
        Won(f"The Party of {chr(65 + place)}", draw(votes), draw(seats), draw(seats))
        for place in range(number)
    ]


@given(allocations(), st.integers(0, 2), st.sampled_from(["feed", "statistics", "mixed", "both"]))
def test_any_allocation_is_read_back(won, independents, kind):
    own = candidates(won, independents)
    lists = {name: own[name] for name in ("candidates.xml", "electorates.xml")}
    files = {
        "feed": {**feed(won), **own},
        "statistics": summary(won, independents),
        "mixed": {**feed(won), **lists, **winners(won, independents)},
        "both": {**feed(won), **summary(won, independents), **own},
    }[kind]
    if kind != "statistics" and not any(one.electorates for one in won) + independents:
        return  # a House without electorates has no files of them
    read = read_results(files)
    got = {one.name: (one.votes, one.list_seats, one.electorate_seats) for one in read.parties}
    wanted = {one.name: (one.votes, one.listed, one.electorates) for one in won}
    assert got == wanted | ({"Independent": (0, 0, independents)} if independents else {})
    assert read.unexplained == 0
    if kind in ("feed", "mixed"):
        assert read.complete_members
        places = [(one.party, one.electorate == "List") for one in read.members]
        for one in won:
            assert places.count((one.name, True)) == one.listed
            assert places.count((one.name, False)) == one.electorates


def test_members_have_plain_names_and_their_place():
    read = read_results({**feed(), **candidates()})
    first, *_, last = read.members
    assert (first.name, first.party, first.electorate) == ("W2 McWinner", WON[0].name, "Tahi 1")
    assert (last.name, last.party, last.electorate) == ("N18 Te Listed", WON[0].name, "List")


def test_the_list_goes_in_its_order_past_the_winners():
    files = {**feed((Won("A", 9, 1, 1),)), **candidates((Won("A", 9, 1, 1),))}
    # the winner is first on the list, the next two are second and third
    assert [one.name for one in read_results(files).members] == ["W2 McWinner", "N4 Te Listed"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("McEXAMPLE, Mere", "Mere McExample"),
        ("O'EXAMPLE, Ōtara Ann", "Ōtara Ann O'Example"),
        ("NGĀIO-TE PŌ, Hana (poll cancelled)", "Hana Ngāio-Te Pō"),
        ("de EXAMPLE, TJ", "TJ de Example"),
    ],
)
def test_a_candidates_name_is_shown_as_people_write_it(written, shown):
    assert shown_name(written) == shown


def test_who_stood_is_not_who_won():
    files = {**feed(), **candidates()}
    del files["e03.xml"]
    read = read_results(files)
    assert read.members == ()
    assert "not given: Tahi 3" in " ".join(read.notes)


def test_winners_alone_are_not_the_whole_house():
    read = read_results({**feed(), **winners()})
    assert len(read.members) == 6
    assert not read.complete_members


def test_a_poll_that_was_put_off_has_no_winner():
    won = (Won("A", 9, 1, 1),)
    files = {**feed(won, electorates=2), **candidates(won, independents=1)}
    assert read_results(files).parties[-1].name == "Independent"
    put_off = read_results({**files, "e02.xml": result(2, {4: 0, 5: 0})})
    assert [one.name for one in put_off.parties] == ["A"]
    assert put_off.complete_members


def test_an_electorate_that_no_party_won_is_counted():
    read = read_results(feed(electorates=8))
    assert read.unexplained == 2
    assert "2 electorates went to no party" in read.notes[0]


def test_a_preliminary_count_says_so():
    assert read_results(feed(final="98.61")).final is False
    assert read_results(feed()).final is True
    assert read_results(summary()).final is None


def test_votes_without_seats_have_no_seats():
    read = read_results(votes_alone())
    assert [one.votes for one in read.parties] == [one.votes for one in WON]
    assert {one.seats for one in read.parties} == {None}
    assert read.notes == ("11 votes are of parties that percentage-votes.csv does not name.",)


@given(st.data())
def test_a_file_that_is_cut_off_is_refused(data):
    files = data.draw(st.sampled_from([feed(), summary(), {**feed(), **candidates()}]))
    name = data.draw(st.sampled_from(sorted(files)))
    body = files[name].rstrip()
    cut = data.draw(st.integers(0, len(body) - 3))
    refused({**files, name: body[:cut]})


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"a.html": b"<!DOCTYPE html><html><body>Just a moment...</body></html>"}, "results feed"),
        ({"a.html": b"<html><body><p>Blocked<br></body></html>"}, "not whole XML"),
        ({"a.xml": b"<MediaFeed><Election/></MediaFeed>"}, "'MediaFeed'"),
        ({"a.xml": b'<election updated="2026-11-27"><seats/></election>'}, "number alone"),
        ({"a.csv": b"Party,Votes\nKauri,3\n"}, "none of the Electoral"),
        ({"a.csv": b""}, "none of the Electoral"),
        ({}, "no file says"),
        ({"election.xml": feed()["election.xml"]}, "parties.xml"),
        ({**feed(), "again.xml": feed()["election.xml"]}, "Give one of them"),
        ({**summary(), "again.csv": summary()["overall-results-summary.csv"]}, "the same title"),
        (winners(), "no file says"),
        ({**feed(), "candidates.xml": candidates()["candidates.xml"]}, "electorates.xml"),
        ({"b.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><election>&b;</election>'}, "not whole XML"),
    ],
)
def test_another_file_is_refused_with_a_sentence(files, said):
    assert said in refused(files)


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("election.xml", b"<votes>50001<", b"<votes>40001<", "per cent"),
        ("election.xml", b"<votes>50001<", b"<votes>many<", "'many' is not a whole number"),
        ("election.xml", b"<total_seats>5<", b"<total_seats>6<", "do not add up"),
        ("election.xml", b'p_no="2"', b'p_no="9"', "number 9 is not in parties.xml"),
        ("election.xml", b'p_no="2"', b'p_no="1"', "twice"),
        ("election.xml", b'updated="2026', b'updated="soon', "has no 'updated'"),
        ("election.xml", b"votes_cast>80017", b"votes_cast>80", "more votes than were cast"),
        ("candidates.xml", b"<party>1<", b"<party>77<", "no name, party or electorate"),
        ("e01.xml", b"<votes>12<", b"<votes>40<", "the most votes alone"),
        ("e01.xml", b"<votes>12<", b"<votes>99<", "electorates in the count and won"),
        ("e01.xml", b'e_no="1"', b'e_no="2"', "given twice"),
    ],
)
def test_what_does_not_fit_is_refused(name, before, after, said):
    assert said in refused(changed({**feed(), **candidates()}, name, before, after))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (b",3,50001,62", b",3,50001,61", "per cent"),
        (b",3,50001,", b",4,50001,", "add up"),
        (b",,,80008,", b",,,80009,", "add up"),
        (b",,3,2,5", b",,3,2,6", "state of the parties"),
        (b",Seats,3,6,9", b",Seats,3,6,8", "state of the parties"),
        (b",3,50001,", b",three,50001,", "'three'"),
    ],
)
def test_a_summary_that_does_not_add_up_is_refused(before, after, said):
    assert said in refused(changed(summary(), "overall-results-summary.csv", before, after))


def test_two_counts_are_not_mixed():
    other = (Won("The Kauri Party", 50_001, 3, 2), *WON[1:])
    assert read_results({**feed(), **summary(other)}).final is True
    moved = (Won("The Kauri Party", 50_001, 2, 2), *WON[1:])
    assert "another result" in refused({**feed(), **summary(moved)})
    assert "another result" in refused({**feed(), **votes_alone((Won("The Kauri Party", 50_000),))})


def test_an_umbrella_party_has_two_rows():
    rows = "The Kauri Party,3,50001,62.50,6,,,,\nThe Kauri Party,,,,,2,90,1.00,9"
    files = changed(
        summary(),
        "overall-results-summary.csv",
        b"The Kauri Party,3,50001,62.50,6,2,90,1.00,9",
        rows.encode(),
    )
    assert read_results(files) == read_results(summary())


def test_a_result_is_known_by_what_it_holds():
    everything = {**feed(), **summary(), **votes_alone(), **winners()}
    assert all(is_result(content) for content in everything.values())
    assert is_result(candidates()["candidates.xml"])
    assert is_result(candidates()["e01.xml"])
    assert not is_result(b"name,party\nMere,Kauri\n")
    assert not is_result(b"<html><body>Members of Parliament</body></html>")
    assert not is_result(b"PK\x03\x04")
