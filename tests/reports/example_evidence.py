"""The rows behind the example Review's figures; every account is invented."""

from datetime import date, timedelta

import pandas as pd

from audit.review import model

_DAY = date(2026, 7, 3)
_PEOPLE = (
    ("hone_kauri", "Hōne Example", "Kauri Party", "Member of Parliament for Tauira"),
    ("mere_rimu", "Mere Sample", "Rimu Party", "Member of Parliament"),
    ("harbour_news", "Harbour News", "", ""),
    ("tall_tales", "Tall Tales Daily", "", ""),
    ("kereru_trust", "Kererū Trust | Te Tarahiti Kererū", "", ""),
)


_LONG = (
    "Ngā mihi nui to everyone who came to the opening of the new bridge on Saturday. It took three "
    "years, four designs and a great many cups of tea."
)


def followed(number: int = 40) -> pd.DataFrame:
    return _frame("followed", [_follow(place) for place in range(number)])


def likes(number: int = 30) -> pd.DataFrame:
    return _frame("likes", [_act(place) for place in range(number)])


def reposts(number: int = 12) -> pd.DataFrame:
    kinds = ("repost", "quote")
    return _frame("reposts", [_act(place) | {"kind": kinds[place % 2]} for place in range(number)])


def links(number: int = 8) -> pd.DataFrame:
    return _frame("links", [_link(place) for place in range(number)])


def nothing() -> model.EvidenceTables:
    return model.EvidenceTables(followed(0), likes(0), reposts(0), links(0))


def everything() -> model.EvidenceTables:
    return model.EvidenceTables(followed(), likes(), reposts(), links())


def _who(place: int) -> dict[str, object]:
    handle, name, party, role = _PEOPLE[place % len(_PEOPLE)]
    handle = f"{handle}{place}"
    return {
        "platform": "x", "our_account": "example_ministry", "account": handle,
        "name": f"{name} {place}", "url": f"https://x.com/{handle}", "party": party or None,
        "role": role or None,
        "flagged_by": "Ministry's own list" if handle.startswith("tall") else None,
    }  # fmt: skip


def _follow(place: int) -> dict[str, object]:
    known = place % 3 == 0
    return _who(place) | {
        "matched_by": "id" if place % 5 == 0 else "handle" if place % 5 == 1 else None,
        "status": "active", "happened_on": None,
        "purpose": "Partner in the roads programme" if known else None,
        "owner": "Communications" if known else None,
        "review_by": date(2027, 3, 31) if known else None,
    }  # fmt: skip


def _act(place: int) -> dict[str, object]:
    who = _who(place)
    unknown = place % 7 == 6
    if unknown:
        who |= {"account": None, "name": None, "url": None, "party": None, "role": None}
    return who | {
        "happened_on": _DAY + timedelta(days=place),
        "unknown_reason": "deleted" if unknown else None,
        "post_url": f"https://x.com/i/status/{1900000000000000000 + place}",
        "text": _LONG if place % 2 else "Kia ora!",
    }


def _link(place: int) -> dict[str, object]:
    host = ("bridges.example", "tall-tales.example")[place % 2]
    return {
        "platform": "mastodon", "our_account": "example@social.example", "host": host,
        "url": f"https://{host}/2026/07/{place}/the-new-bridge",
        "flagged_by": "Ministry's own list" if place % 2 else None,
        "happened_on": _DAY + timedelta(days=place),
        "post_url": f"https://social.example/@example/{place}",
    }  # fmt: skip


def _frame(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(model.EVIDENCE_COLUMNS[name]))
