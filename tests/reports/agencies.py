"""Agencies that are really run: one that did nothing, one that writes te reo Māori, one attacked.

Each is a folder with the sample's register, a configuration and exports as they come; nothing of
the review is put in by hand.
"""

import csv
import io
import json
import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from audit.run.make import Made
from tests.connectors import x_files
from tests.reports.example import HOSTILE
from tests.run import job

_ARCHIVE = "x-archive.zip"
_FLAGS = ("list", "kind", "key", "label", "reason", "evidence_url", "as_at", "expires")
_PURPOSES = ("platform", "account", "purpose", "owner", "review_by")
_FEW = tuple(text.encode("utf-8", "replace").decode() for text in HOSTILE)
_MARKUP = "</style></title><img src=x onerror=alert(1)> javascript:alert(1) @import url(x)"
_ATTACKS = (*_FEW, _MARKUP, "{{ 7 * 7 }}{% raw %}&lt;b&gt;&#0;")
_KAURI = ("4100052364500501507", "kauri_tauira")


def nothing_done(folder: Path) -> Made:
    """An account that follows nobody, and never liked, reposted or posted anything."""
    _lay_out(folder, "Ministry of Example", "Te Manatū Tauira", x_files.empty_files())
    return _run(folder)


def te_reo(folder: Path) -> Made:
    """All names and texts in te reo Māori, each macron as a letter and a mark of its own (NFD).

    It has one name alone, in te reo, which one of the two settings spells in that way too.
    """
    names = (
        "Te Pūtahi o ngā Kererū",
        "Ngā Kōrero ā-Rohe",
        "Te Rōpū Whakahaere Wētā",
        "Pūkenga Mōrehu",
    )
    texts = (
        "Nau mai, haere mai ki te whakatuwheratanga o te piriti hou ā te Rāhoroi.",
        "Ngā mihi nui ki ngā kaimahi katoa – he rā nui tēnei mō te hapori.",
    )
    files = _archive([_decomposed(name) for name in names], [_decomposed(text) for text in texts])
    own = "Te Tari Whenua ā-Motu o Tauira"
    _lay_out(
        folder, own, _decomposed(own), files,
        flags=[_decomposed("He tuhinga nā te Rōpū Pāpāho")] * len(names),
        purposes=[_decomposed("He hoa mahi tahi nō mātou mō te kāinga")] * 2,
    )  # fmt: skip
    return _run(folder)


def attacked(folder: Path) -> Made:
    """Every text from outside is hostile: names, posts, lists, purposes, the agency's names."""
    files = _archive(_ATTACKS, _ATTACKS)
    _lay_out(
        folder, f"{_ATTACKS[0]} {_MARKUP}", "\u202e🥝" + "e\u0301" * 90, files,
        flags=_ATTACKS, purposes=_ATTACKS,
    )  # fmt: skip
    return _run(folder)


def _run(folder: Path) -> Made:
    return job.run(job.config.load(folder / "config.toml"))


def _lay_out(
    folder: Path,
    name: str,
    name_mi: str,
    archive: Mapping[str, bytes],
    flags: Sequence[str] = (),
    purposes: Sequence[str] = (),
) -> None:
    job.lay_out(folder)
    with zipfile.ZipFile(folder / _ARCHIVE, "w") as package:
        for path, content in archive.items():
            package.writestr(path, content)
    (folder / "flagged.csv").write_text(_flagged(flags), encoding="utf-8")
    rows = [("x", _id(place), words, words, "2027-03-31") for place, words in enumerate(purposes)]
    (folder / "purposes.csv").write_text(_csv(_PURPOSES, rows), encoding="utf-8")
    (folder / "config.toml").write_text(_configuration(name, name_mi), encoding="utf-8")


def _configuration(name: str, name_mi: str) -> str:
    def spelled(text: str) -> str:
        return json.dumps(text, ensure_ascii=False)  # a text of JSON is one of TOML

    return (
        f"[agency]\nname = {spelled(name)}\nname_mi = {spelled(name_mi)}\n"
        '[review]\nmarking = "IN-CONFIDENCE"\npurposes = ["purposes.csv"]\n'
        '[register]\njurisdiction = "sample/register"\n[sources]\nown = ["flagged.csv"]\n'
        f'[[account]]\nplatform = "x"\nhandle = "{x_files.OWN_HANDLE}"\nread = "export"\n'
        f'path = "{_ARCHIVE}"\n'
    )


def _archive(names: Sequence[str], texts: Sequence[str]) -> Mapping[str, bytes]:
    """An archive that follows, likes and reposts one account for each name, and a party."""
    ids = [_id(place) for place in range(len(names))]
    people = [(_id(place), f"hoa_{place}", name) for place, name in enumerate(names)]
    likes = [x_files.like(str(5000 + place), text) for place, text in enumerate(texts)]
    posts = [
        x_files.post(
            str(6000 + place),
            f"RT @{person[1]}: {texts[place % len(texts)][:120]}",
            urls=(f"https://pages.example/{place}?q=<script>&a=1",),
            mentions=(x_files.mention(person, 3),),
            created_at="Tue Aug 11 07:00:29 +0000 2026",
        )
        for place, person in enumerate(people)
    ]
    counts = {"following.js": len(ids) + 1, "like.js": len(likes), "tweets.js": len(posts)}
    return {
        "data/manifest.js": x_files.manifest(counts),
        "data/following.js": x_files.following(*ids, _KAURI[0]),
        "data/like.js": x_files.script("like.part0", likes),
        "data/tweets.js": x_files.script("tweets.part0", posts),
    }


def _flagged(labels: Sequence[str]) -> str:
    rows = [
        (
            label,
            "account",
            f"x:{_id(place)}",
            label,
            label,
            "https://panel.example/4",
            "2026-08-01",
            "",
        )
        for place, label in enumerate(labels)
    ]
    return _csv(_FLAGS, rows)


def _csv(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(header)
    writer.writerows(rows)
    return stream.getvalue()


def _id(place: int) -> str:
    return str(1_700_000_000_000_000_000 + place)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)
