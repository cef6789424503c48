"""The files of an invented election, of the shapes that the Electoral Commission publishes."""

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from audit.register.seats import Election
from audit.update.claims import Given

GIVEN = Given("RESULT", "https://tahi.example/result", "2026-11-28")
ELECTION = Election("2026", date(2026, 11, 7), date(2026, 11, 27))


@dataclass(frozen=True)
class Won:
    """What a party won; ``place`` is where it stands in the lists of parties."""

    name: str
    votes: int
    listed: int = 0
    electorates: int = 0


WON = (
    Won("The Kauri Party", 50_001, 3, 2),
    Won("Rimu Party", 30_000, 0, 4),
    Won("The Unheard Party (TUP)", 7),
)


def feed(won=WON, *, updated="2026-11-27T14:00:00", final="100.00", electorates=None):
    """Give election.xml and parties.xml."""
    total = sum(one.votes for one in won)
    rows = "".join(
        f'<party p_no="{number}"><votes>{one.votes}</votes>'
        f"<percent_votes>{_truncated(one.votes, total)}</percent_votes>"
        f"<party_seats>{one.listed}</party_seats>"
        f"<candidate_seats>{one.electorates}</candidate_seats>"
        f"<total_seats>{one.listed + one.electorates}</total_seats></party>\n"
        for number, one in enumerate(won, 1)
    )
    counted = sum(one.electorates for one in won) if electorates is None else electorates
    names = "".join(
        f'<party p_no="{number}"><abbrev>P{number}</abbrev>'
        f"<short_name>{escape(one.name)}</short_name>"
        f"<party_name>{escape(one.name)} </party_name><registered>yes</registered></party>\n"
        for number, one in enumerate(won, 1)
    )
    return {
        "election.xml": _xml(
            f'<election updated="{updated}"><statistics>'
            f"<total_votes_cast>{total + 9}</total_votes_cast>"
            f"<total_electorates_final>{counted}</total_electorates_final>"
            f"<percent_electorates_final>{final}</percent_electorates_final></statistics>"
            f"<partystatus>{rows}</partystatus></election>"
        ),
        "parties.xml": _xml(f"<parties>{names}</parties>"),
    }


def summary(won=WON, independents=0):
    """Give overall-results-summary.csv."""
    total = sum(one.votes for one in won)
    with_seats = [one for one in won if one.listed + one.electorates]
    listed, places = sum(one.listed for one in won), sum(one.electorates for one in won)
    lines = [
        "Summary of Overall Results",
        ",,,,Number of Names on Party List,,,,Number Nominated",
        ",,,,46,,,,49",
        ",,Party List,,,,Electorate Candidates",
        "Parties(Grouped),Seats Allocated,Votes,Percentage,,Seats Won,Votes,Percentage",
        "Registered Parties with List",
        *(
            f"{one.name},{one.listed},{one.votes},{_rounded(one.votes, total)},6,"
            f"{one.electorates},90,1.00,9"
            for one in won
        ),
        "An Umbrella Member,,,,,0,30,0.10,3",
        "Unregistered Parties",
        "A Party Without a List,0,0,0.00,0,0,74,0.00,1",
        f"Independent,0,0,0.00,0,{independents},187,0.68,36",
        f",,{listed},,,,{places + independents}",
        f",,,{total},,,,900",
        ",,,9,,,,40",
        "State of the Parties",
        *(f"{o.name},,{o.listed},{o.electorates},{o.listed + o.electorates}" for o in with_seats),
        *([f"Independent,,0,{independents},{independents}"] if independents else []),
        f",Seats,{listed},{places + independents},{listed + places + independents}",
    ]
    return {"overall-results-summary.csv": "\n".join([*lines, ""]).encode()}


def votes_alone(won=WON, others=11):
    """Give percentage-votes-for-registered-parties.csv, of one electorate and the totals."""
    total = sum(one.votes for one in won) + others
    named = [*((one.name, one.votes) for one in won), ("Other", others)]
    cells = ",".join(f"{votes},{_rounded(votes, total)}" for _, votes in named)
    lines = [
        "Percentage of Votes for Registered Parties",
        f",{',,'.join(name for name, _ in named)},,",
        f"Electorate,{'Votes,%,' * len(named)}Total Valid Votes",
        f"Tahi North,{cells},{total}",
        f"Combined Totals,{cells},{total}",
    ]
    return {"percentage-votes.csv": "\n".join(lines).encode()}


def candidates(won=WON, independents=0):
    """Give candidates.xml, electorates.xml and an eNN.xml for each electorate."""
    rows, places, results = [], [], {}
    number = 0
    winners = [p for p, one in enumerate(won, 1) for _ in range(one.electorates)]
    for place, party in enumerate([*winners, *[0] * independents], 1):
        number += 2
        rows.append(_candidate(number, f"McWINNER, W{number}", place, party, place % 2))
        rows.append(_candidate(number + 1, f"LOSER, L{number + 1}", place, 0, 0))
        places.append(
            f'<electorate e_no="{place}"><electorate_name>Tahi {place}</electorate_name>'
            "</electorate>"
        )
        results[f"e{place:02}.xml"] = result(place, {number: 40, number + 1: 12})
    for party, one in enumerate(won, 1):
        for place in range(one.listed + 1):
            number += 2
            rows.append(_candidate(number, f"TE LISTED, N{number}", 0, party, place + 2))
    return {
        "candidates.xml": _xml(f"<candidates>{''.join(reversed(rows))}</candidates>"),
        "electorates.xml": _xml(f"<electorates>{''.join(places)}</electorates>"),
        **results,
    }


def result(place, votes):
    """Give an electorate's own file, with its candidates' votes."""
    cast = "".join(
        f'<candidate c_no="{number}"><votes>{votes}</votes></candidate>'
        for number, votes in votes.items()
    )
    return _xml(
        f'<electorate e_no="{place}" final="true" updated="2026-11-27T00:00:00">'
        f"<candidatevotes>{cast}</candidatevotes></electorate>"
    )


def winners(won=WON, independents=0):
    """Give winning-electorate-candidates.csv: the same people under longer names."""
    names = [one.name for one in won for _ in range(one.electorates)]
    rows = [
        f'Tahi {place},"McWINNER, W{2 * place} Aroha",{name},40,28,51.30%,Yes'
        for place, name in enumerate([*names, *["Independent"] * independents], 1)
    ]
    heading = (
        "Electoral District,Electorate Candidate,Party,Valid Votes,Majority,"
        "Percentage of Elected Candidate Votes cast in Electorate,On the Party List"
    )
    lines = ["Winning Electorate Candidate Votes", heading, *rows]
    return {"winning-electorate-candidates.csv": "\n".join(lines).encode()}


def _candidate(number, name, electorate, party, place):
    return (
        f'<candidate c_no="{number}"><candidate_name>{name}</candidate_name>'
        f"<electorate>{electorate}</electorate><party>{party}</party>"
        f"<list_no>{place if party else 0}</list_no></candidate>"
    )


def _xml(inner):
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{inner}'.encode()


def _truncated(votes, total):
    return f"{10_000 * votes // max(total, 1) / 100:.2f}"


def _rounded(votes, total):
    return f"{100 * votes / max(total, 1):.2f}"
