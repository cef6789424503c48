"""An election of the invented country, with every source that its result brings.

The old House: two members of Kauri, one of Rimu. The new one: one of Kauri, two of Rimu. Aroha
keeps her seat, Bill loses his, Caro comes in from a candidacy, and Erin is new to the register.
"""

from pathlib import Path

from tests.audit.election_files import Won, feed, result
from tests.audit.small_pack import SOURCED, write_pack
from tests.servers.wikidata import HOUSE, Day, Graph

POLLING_DAY, DECLARED = "2026-11-07", "2026-11-27"
WON = (Won("The Kauri Party", 4_000, 0, 1), Won("The Rimu Party", 6_000, 1, 1))
AROHA, CARO, ERIN, KAURI, RIMU = "Q101", "Q103", "Q105", "Q1", "Q2"
NORTH, SOUTH = "Q51", "Q52"
_WIKIDATA = f"""
[wikidata]
membership = "{HOUSE}"
since = 2023-10-15
languages = ["en", "mi"]
no_district = "List"
[wikidata.parties]
{KAURI} = "party:kauri"
{RIMU} = "party:rimu"
"""
_PACK = {
    "offices": [
        f"per:aroha-example,member,party:kauri,Tahi North,,2023-10-15,{POLLING_DAY},{SOURCED}",
        f"per:bill-example,member,party:kauri,Tahi South,,2023-10-15,{POLLING_DAY},{SOURCED}",
        f"per:dan-example,member,party:rimu,List,,2023-10-15,{POLLING_DAY},{SOURCED}",
        f"per:caro-example,candidate,party:rimu,Tahi South,,2026-10-09,,{SOURCED}",
    ],
    "seats": [f"2023-10-15,party:kauri,2,{SOURCED}", f"2023-10-15,party:rimu,1,{SOURCED}"],
    "elections": [
        f"2023,2023-10-14,2023-11-03,,,party:kauri,6000,2,{SOURCED}",
        f"2023,2023-10-14,2023-11-03,,,party:rimu,4000,1,{SOURCED}",
        f"2026,{POLLING_DAY},,,,,,,{SOURCED}",
    ],
    "accounts": [
        f"per:aroha-example,x,ArohaExample,111,,,,last_known,{SOURCED}",
        f"per:bill-example,x,bill_example,,,,,last_known,{SOURCED}",
        f"per:dan-example,x,dan_example,,,,,last_known,{SOURCED}",
    ],
}
_PAGE = """<!DOCTYPE html><html><head><title>Members of Parliament</title></head><body><table>
<tr><th>Name</th><th>Party</th><th>Electorate</th></tr>
<tr><td>Example, Hon Aroha</td><td>The Kauri Party</td><td>Tahi North</td></tr>
<tr><td>Example, Caro</td><td>Rimu</td><td>Tahi South</td></tr>
<tr><td>Kōwhai, Dr Erin</td><td>Rimu</td><td>List</td></tr>
</table></body></html>"""


def write_old_pack(folder: Path) -> Path:
    """Write the register as it stood before the election, in Wikidata's words too."""
    write_pack(folder, **_PACK)
    with (folder / "pack.toml").open("a", encoding="utf-8") as manifest:
        manifest.write(_WIKIDATA)
    return folder


def write_result(folder: Path) -> Path:
    """Write the Commission's feed of the official result, with the candidates."""
    folder.mkdir()
    people = [
        ("EXAMPLE, Aroha", 1, 1, 1),
        ("OTHER, Olive", 1, 2, 2),
        ("EXAMPLE, Caro", 2, 2, 3),
        ("KŌWHAI, Erin", 0, 2, 1),
    ]
    stood = "".join(
        f'<candidate c_no="{number}"><candidate_name>{name}</candidate_name>'
        f"<electorate>{place}</electorate><party>{party}</party><list_no>{listed}</list_no>"
        "</candidate>"
        for number, (name, place, party, listed) in enumerate(people, 1)
    )
    named = "".join(
        f'<electorate e_no="{number}"><electorate_name>{name}</electorate_name></electorate>'
        for number, name in enumerate(("Tahi North", "Tahi South"), 1)
    )
    start = '<?xml version="1.0" encoding="UTF-8"?>\n'
    files = {
        **feed(WON),
        "candidates.xml": f"{start}<candidates>{stood}</candidates>".encode(),
        "electorates.xml": f"{start}<electorates>{named}</electorates>".encode(),
        "e01.xml": result(1, {1: 60, 2: 40}),
        "e02.xml": result(2, {3: 70}),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def write_member_page(path: Path) -> Path:
    """Write Parliament's list of members as a browser saves it."""
    path.write_text(_PAGE, encoding="utf-8")
    return path


def wikidata_graph() -> Graph:
    """Give what Wikidata says by then: seats of the new House, and accounts it knows."""
    graph = Graph()
    graph.item(KAURI, en="The Kauri Party")
    graph.item(RIMU, en="The Rimu Party")
    graph.item(NORTH, en="Tahi North")
    graph.item(SOUTH, en="Tahi South")
    begins = Day("2026-11-08")
    for item, name, party, place in (
        (AROHA, "Aroha Example", KAURI, NORTH),
        (CARO, "Caro Example", RIMU, SOUTH),
    ):
        graph.politician(item, party, en=name)
        graph.seat(item, P580=begins, P768=place, P4100=party)
    graph.politician(ERIN, RIMU, mi="Erin Kōwhai")
    graph.seat(ERIN, P580=begins, P4100=RIMU)
    graph.state(CARO, "P2002", "caro_mp", P6552="333", P580=Day("2026-11-20"))
    graph.state(ERIN, "P2002", "erin_kowhai", rank="Preferred", P6552="555")
    graph.state(ERIN, "P2002", "erin_old", P582=Day("2026-01-31"))
    return graph
