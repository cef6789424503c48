"""Builds lists of posts as Meta Business Suite writes them."""

import csv
import io
from collections.abc import Sequence

_FACEBOOK = (
    "Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Caption type,"
    "Permalink,Is crosspost,Is share,Post type,Languages,Custom labels,Funded content status,"
    "Data comment,Date,Views,Reach,Reactions,Total clicks"
)
_INSTAGRAM = (
    "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,"
    "Permalink,Post type,Data comment,Date,Views,Reach,Likes,Shares,Follows,Comments,Saves"
)
FACEBOOK, INSTAGRAM = _FACEBOOK.split(","), _INSTAGRAM.split(",")


def facebook_row(number: int = 1, text: str = "Kia ora", **values: str) -> list[str]:
    cells = {
        "Post ID": f"18277201320946{number:02d}",
        "Page ID": "100045700821521",
        "Page name": "Example Agency",
        "Title": text,
        "Duration (sec)": "0",
        "Publish time": f"09/{number:02d}/2026 18:12",
        "Caption type": "N/A",
        "Permalink": f"https://www.facebook.com/example_agency/posts/pfbid{number}",
        "Is crosspost": "0",
        "Is share": "0",
        "Post type": "Photos",
        "Date": "Lifetime",
        "Views": "27",
        "Reach": "20",
        "Reactions": "4",
        "Total clicks": "1",
        **values,
    }
    return [cells.get(name, "") for name in FACEBOOK]


def instagram_row(number: int = 1, text: str = "Kia ora", **values: str) -> list[str]:
    cells = {
        "Post ID": f"181826865764150{number:02d}",
        "Account ID": "17841403398239763",
        "Account username": "example_agency",
        "Account name": "Example Agency",
        "Description": text,
        "Duration (sec)": "0",
        "Publish time": f"09/{number:02d}/2026 15:30",
        "Permalink": f"https://www.instagram.com/p/AAAAAAAAA{number:02d}/",
        "Post type": "IG carousel",
        "Date": "Lifetime",
        **values,
    }
    return [cells.get(name, "") for name in INSTAGRAM]


def sheet(heading: Sequence[str], *rows: Sequence[str]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([heading, *rows])
    return stream.getvalue().encode("utf-8-sig")
