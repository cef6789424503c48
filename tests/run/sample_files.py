"""The sample's files in a folder, and how platforms and people change them over a year."""

import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from tests.run.sample_network import Network

FOLLOWS = "mastodon/following_accounts.csv"
Follow = dict[str, dict[str, str]]
_ON_X, _MANIFEST = "data/following.js", "data/manifest.js"


@dataclass(frozen=True)
class Sample:
    """The files of the sample in a folder, and how people and platforms change them."""

    folder: Path
    network: Network

    def downloaded_on(self, day: date) -> None:
        """Date every export and list as downloaded on a day."""
        settings = self.folder.parent / "config.toml"
        archive = next((self.folder / "mastodon").glob("archive-*"))
        dated = archive.with_name(re.sub(r"\d{14}", f"{day:%Y%m%d}213000", archive.name))
        archive.rename(dated)
        text = settings.read_text("utf-8").replace(archive.name, dated.name)
        settings.write_text(re.sub(r"as_at = \S+", f"as_at = {day}", text), "utf-8")
        made = re.compile(r'(?<="generationDate": ")[\d-]+')
        self._in_archive(_MANIFEST, lambda text: made.sub(day.isoformat(), text))

    def follow_on_x(self, account: str) -> None:
        link = f"https://twitter.com/intent/user?user_id={account}"
        self._follows_on_x(
            lambda records: [*records, {"following": {"accountId": account, "userLink": link}}]
        )

    def unfollow_on_x(self, account: str) -> None:
        self._follows_on_x(
            lambda records: [one for one in records if one["following"]["accountId"] != account]
        )

    def edit(self, name: str, before: str, after: str) -> None:
        """Put one text in place of another in a text file; it stands there."""
        path = self.folder / name
        text = path.read_bytes().decode("utf-8")
        assert before in text, before
        path.write_bytes(text.replace(before, after).encode("utf-8"))

    def add_line(self, name: str, line: str) -> None:
        path = self.folder / name
        path.write_bytes(path.read_bytes() + f"{line}\n".encode())

    def on_facebook(self, page: str, *, say: str = "") -> None:
        """Take a page out of the list kept by hand, or say something else than its address."""
        path = self.folder / "facebook-list.xlsx"
        book = load_workbook(path)
        sheet = book["Facebook"]
        row = next(row for row in sheet.iter_rows() if page in str(row[1].value))
        if say:
            row[1].value = say
        else:
            sheet.delete_rows(row[1].row)
        book.save(path)

    def _follows_on_x(self, change: Callable[[list[Follow]], list[Follow]]) -> None:
        """Change the records of follows, and their number in the manifest."""
        counts: list[int] = []

        def changed(text: str) -> str:
            head, _, body = text.partition(" = ")
            before = json.loads(body)
            after = change(before)
            counts.extend(map(len, (before, after)))
            assert len(before) != len(after)
            return f"{head} = {json.dumps(after)}"

        self._in_archive(_ON_X, changed)
        before, after = (f'"count": "{one}"' for one in counts)
        self._in_archive(_MANIFEST, lambda text: text.replace(before, after, 1))

    def _in_archive(self, name: str, change: Callable[[str], str]) -> None:
        path = self.folder / "x-archive.zip"
        with zipfile.ZipFile(path) as archive:
            members = {one: archive.read(one) for one in archive.namelist()}
        members[name] = change(members[name].decode("utf-8")).encode("utf-8")
        with zipfile.ZipFile(path, "w") as archive:
            for one, content in members.items():
                archive.writestr(one, content)
