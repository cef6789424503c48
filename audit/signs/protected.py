"""The handles and names of public agencies, parties and office holders, to compare others with."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from audit.matching import actor_names
from audit.register import Register
from audit.register.accounts import name_part, older
from audit.register.spells import covers
from audit.signs.agencies import agencies
from audit.signs.skeleton import doubled, loose, packed, skeleton, spelling
from connectors.frames import TEXT

HANDLE, BODY, PERSON = "handle", "body", "person"
WRITTEN = ("kind", "platform", "written", "owner", "source", "as_at", "url")
FORMS = {
    "spelling": spelling,
    "packed": packed,
    "skeleton": skeleton,
    "loose": loose,
}


def protected(
    register: Register,
    day: date,
    own: Sequence[tuple[str, str]] = (),
    own_names: Sequence[str] = (),
) -> pd.DataFrame:
    """Give what accounts are compared with on a day: columns WRITTEN, FORMS and ``doubled``.

    ``kind`` is ``handle`` (of a platform; of parties, organisations and those who hold or seek an
    office), ``body`` (the name of a party, an organisation or a public agency) or ``person`` (the
    name of one who holds or seeks an office). ``own`` are the agency's own accounts, each a
    platform and a handle, and ``own_names`` its own names.
    """
    in_office = set(register.offices.loc[covers(register.offices, pd.Timestamp(day)), "actor"])
    parties = register.parties[covers(register.parties, pd.Timestamp(day))]
    people = register.people[register.people["actor"].isin(in_office)]
    bodies = pd.concat([parties, register.organisations, agencies(register.id)])
    parts = [
        _handles(register, day, in_office),
        _named(bodies, "name", BODY),
        _named(bodies, "name_mi", BODY),
        _named(people, "name", PERSON),
        _own(own, own_names),
    ]
    named = pd.concat(parts, ignore_index=True).astype(TEXT).fillna("")
    return with_forms(named[named["written"] != ""].drop_duplicates(list(WRITTEN[:4])))


def with_forms(named: pd.DataFrame) -> pd.DataFrame:
    """Add to texts (``written``) the forms in which they are compared; those without any go."""
    forms = {name: named["written"].map(form).astype(TEXT) for name, form in FORMS.items()}
    table = named.assign(**forms, doubled=named["written"].map(doubled).astype(TEXT))
    return table[table["skeleton"] != ""].reset_index(drop=True)


def _handles(register: Register, day: date, in_office: set[str]) -> pd.DataFrame:
    known = register.accounts
    public = known["actor"].isin(in_office) | ~known["actor"].str.startswith("per:")
    held = covers(known, pd.Timestamp(day)) & ~older(known)
    rows = known[public & held]
    return pd.DataFrame(
        {
            "kind": HANDLE,
            "platform": rows["platform"],
            "written": name_part(rows["handle"], rows["platform"]),
            "owner": rows["actor"].map(actor_names(register)),
            "source": rows["source"],
            "as_at": rows["as_at"],
            "url": rows["evidence_url"],
        }
    )


def _named(rows: pd.DataFrame, column: str, kind: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "kind": kind,
            "platform": "",
            "written": rows[column],
            "owner": rows["name"],
            "source": rows["source"],
            "as_at": rows["as_at"],
            "url": rows["evidence_url"],
        }
    )


def _own(own: Sequence[tuple[str, str]], own_names: Sequence[str]) -> pd.DataFrame:
    owner = next(iter(own_names), "your agency")
    platforms = pd.Series([platform for platform, _ in own], dtype=TEXT)
    handles = pd.DataFrame({"platform": platforms, "written": [handle for _, handle in own]})
    handles = handles.assign(
        kind=HANDLE, written=name_part(handles["written"].astype(TEXT), platforms)
    )
    names = pd.DataFrame({"kind": BODY, "platform": "", "written": list(own_names)})
    return pd.concat([handles, names]).assign(
        owner=owner, source="your configuration", as_at="", url=""
    )
