"""Shortened links are matched by where they lead only if that is wanted; a rebuild asks nobody."""

import json
from pathlib import Path

import pandas as pd

from audit import config
from audit.run import make
from audit.run.make import Made
from audit.sources.short_links import NAME, load
from connectors import frames
from tests.run.job import lay_out, run

LIST = "What,Link in post\nlink,https://bit.ly/1\nlink,https://kea.example/2\n"
FLAGGED = "list,kind,key,label,as_at\nOurs,host,heron.example,named in a ruling,2026-08-01\n"
KEPT = "url,target,asked_on\nhttps://bit.ly/1,https://www.heron.example/a,2026-10-01\n"


def made(folder: Path, setting: str) -> Made:
    lay_out(folder)
    (folder / "links.csv").write_text(LIST)
    (folder / "ours.csv").write_text(FLAGGED)
    (folder / "sources").mkdir()
    (folder / "sources" / NAME).write_text(KEPT)
    (folder / "config.toml").write_text(
        '[agency]\nname = "Ministry of Example"\n'
        '[register]\njurisdiction = "sample/register"\n'
        f'[sources]\nown = ["ours.csv"]\n{setting}\n'
        '[[account]]\nplatform = "x"\nhandle = "ours"\nread = "list"\npath = "links.csv"\n'
    )
    return run(config.load(folder / "config.toml"))


def flagged(one: Made) -> list[str]:
    review = json.loads((one.folder / "review.json").read_bytes())
    return [
        finding["why"]
        for finding in review["findings"]
        if finding["check"] == "flagged-link-posted"
    ]


def test_where_links_lead_is_read_back_and_others_stay(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(KEPT)
    short = load([tmp_path / NAME])
    urls = pd.Series(["https://bit.ly/1", "https://kea.example/", None], dtype=frames.TEXT)
    led = short.leading(urls)
    assert led.fillna("").tolist() == ["https://www.heron.example/a", "https://kea.example/", ""]
    assert [file.name for file in short.files] == [NAME]


def test_a_shortened_link_is_matched_by_where_it_leads_if_that_is_wanted(tmp_path: Path) -> None:
    one = made(tmp_path, "shorteners = true")
    (why,) = flagged(one)
    assert why.endswith("Matched by the host, through bit.ly.")
    again = make.rebuild(one.folder, tmp_path / "again", lambda _: None)
    assert (again.folder / "review.json").read_bytes() == (one.folder / "review.json").read_bytes()


def test_without_it_a_shortened_link_is_matched_by_nothing(tmp_path: Path) -> None:
    assert flagged(made(tmp_path, "")) == []
