"""One row of a hand-kept list as acts of the agency, or why it is none."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from connectors.collected import OwnAccount
from connectors.list_dates import read_date
from connectors.list_header import Columns
from connectors.list_tables import Cell, Line
from connectors.list_words import kind_named, platforms_named, undone
from connectors.post_addresses import leads_to_post, post_id_of
from connectors.profile_form import Profile
from connectors.profiles import address_of, parse_profile
from connectors.records import Outcome, Row

ROUNDED = "the number was rounded by a spreadsheet"
NO_ACCOUNT = "no account can be read in it"
NO_LINK = "no link can be read in it"
TWO_PLATFORMS = "it names more than one platform"
HEADING = "a title or heading"
TOTAL = "a total"
_TOTAL = re.compile(r"(?:sub|grand ?)?-?total\b.*", re.IGNORECASE)
_TARGETED = ("follow", "like", "repost", "quote")


@dataclass(frozen=True)
class Lost:
    """A row that was not understood: of which kind, where it stands, and why."""

    kind: str
    label: str
    number: int
    reason: str


@dataclass
class Rows:
    """Reads the rows for one own account; counts what each kind lost and which dates."""

    account: OwnAccount
    agency_account: str
    profiles: dict[str, Profile] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    lost: list[Lost] = field(default_factory=list)
    rounded: int = 0
    undated: Counter[str] = field(default_factory=Counter)
    month_first: list[str] = field(default_factory=list)
    _seen: set[tuple[object, ...]] = field(default_factory=set)

    def again(self, row: Row) -> bool:
        """Tell whether the same act was read before, and remember it."""
        key: tuple[object, ...] = (row["kind"], row.get("account_id"))
        if row["kind"] != "follow":
            # One post may be written with several addresses, and its id is one.
            post = row.get("post_id") or row.get("post_url")
            key = (*key, post, row.get("url"), row.get("text"), row.get("happened_at"))
        known = key in self._seen
        self._seen.add(key)
        return known


@dataclass(frozen=True)
class Sheet:
    """Reads the rows of one sheet; ``platform`` and ``title`` hold where a row does not say."""

    rows: Rows
    label: str
    columns: Columns
    platform: str
    title: str
    month_first: bool

    def read(self, line: Line, _: int) -> Outcome:
        """Read one row."""
        if self.columns.repeats(line):
            return HEADING
        first = next(cell for cell in line.cells if cell)
        if _TOTAL.fullmatch(first.text):
            return TOTAL
        kind = self._kind(line)
        said = self._text("platform", line)
        named = platforms_named(said) if said else (self.platform,)
        if not named:
            return f"belongs to {said[:40]}"
        if len(named) > 1:
            return self._lost(TWO_PLATFORMS, kind, line)
        profile = self._profile(kind, line, named[0])
        platform = profile.platform if profile else named[0]
        if platform != self.rows.account.platform:
            return f"belongs to {platform}"
        over = undone(self._text("kind", line) or self.title)
        return f"a row that says {over}" if over else self._acts(kind, line, profile)

    def _acts(self, kind: str, line: Line, profile: Profile | None) -> Outcome:
        post_url, link = self._post(kind, line), self._address("shared", line)
        if kind == "link":
            link = link or self._address("account", line) or post_url
        if kind == "link" and not link:
            return self._lost(NO_LINK, kind, line)
        if kind in _TARGETED and profile is None and (kind == "follow" or not post_url):
            cells = self.columns.cells("account", line)
            reason = ROUNDED if any(cell.rounded for cell in cells) else NO_ACCOUNT
            return self._lost(reason, kind, line)
        post_id = post_id_of(post_url, self.rows.account.platform) if post_url else None
        shared = {**self._shared(line), "post_id": post_id, "post_url": post_url}
        target = self._target(kind, line, profile)
        acts = [] if kind == "link" else [{**shared, "kind": kind, **target}]
        if link and kind != "follow":
            acts.append({**shared, "kind": "link", "url": link})
        fresh = [row for row in acts if not self.rows.again(row)]
        return fresh or "the same row twice"

    def _target(self, kind: str, line: Line, profile: Profile | None) -> Row:
        if kind not in _TARGETED:
            return {}
        if profile is None:
            return {"unknown_reason": "not_in_export"}
        self.rows.profiles.setdefault(profile.account_id, profile)
        name = self._text("name", line)
        if name:
            self.rows.names.setdefault(profile.account_id, name)
        return {"account_id": profile.account_id}

    def _shared(self, line: Line) -> Row:
        return {
            "platform": self.rows.account.platform,
            "agency_account": self.rows.agency_account,
            "text": self._text("text", line) or None,
            "happened_at": self._date(line),
            "evidence": f"{self.label}, row {line.number}",
        }

    def _lost(self, reason: str, kind: str, line: Line) -> str:
        self.rows.lost.append(Lost(kind, self.label, line.number, reason))
        return reason

    def _kind(self, line: Line) -> str:
        said = self._text("kind", line)
        if not said and self._text("shared", line) and not self.columns.cells("account", line):
            return "link"
        return kind_named(said or self.title)

    def _profile(self, kind: str, line: Line, platform: str) -> Profile | None:
        """Read whom a row names: an id outweighs a handle, an address or @ may be a name's."""
        authors = [] if kind == "follow" else self._parsed("author", line, platform)
        found = authors or self._parsed("account", line, platform)
        if found:
            return found[0]
        by_name = [
            cell for cell in self.columns.cells("name", line) if cell.link or _is_marked(cell.text)
        ]
        posts = [] if kind == "follow" else self.columns.cells("post", line)
        return next(iter(_profiles([*by_name, *posts], platform)), None)

    def _parsed(self, role: str, line: Line, platform: str | None) -> list[Profile]:
        cells = self.columns.cells(role, line)
        kept = [cell for cell in cells if not cell.rounded]
        found = _profiles(kept, platform)
        self.rows.rounded += bool(found) and len(kept) < len(cells)
        return found

    def _text(self, role: str, line: Line) -> str:
        return " ".join(cell.text for cell in self.columns.cells(role, line))

    def _post(self, kind: str, line: Line) -> str | None:
        """Give the address of the post, which may stand where only an account was asked for."""
        if kind in ("follow", "link"):
            return self._address("post", line)
        platform = self.rows.account.platform
        elsewhere = (
            address
            for role in ("account", "author", "name")
            for address in self._addresses(role, line)
            if leads_to_post(address, platform)
        )
        return self._address("post", line) or next(elsewhere, None)

    def _address(self, role: str, line: Line) -> str | None:
        return next(self._addresses(role, line), None)

    def _addresses(self, role: str, line: Line) -> Iterator[str]:
        for cell in self.columns.cells(role, line):
            for text in (cell.link, cell.text):
                if text and address_of(text):
                    yield text if "://" in text else f"https://{text}"

    def _date(self, line: Line) -> datetime | None:
        cells = self.columns.cells("date", line)
        if not cells:
            return None
        latest = self.rows.account.read_at + timedelta(days=1)
        dates = (read_date(cell, month_first_seen=self.month_first) for cell in cells)
        # A date ahead, such as of the next review, is passed; one that cannot be read is not.
        date = next((date for date in dates if date is None or date <= latest), None)
        if date is None:
            self.rows.undated[self.label] += 1
        return date


def _profiles(cells: Sequence[Cell], platform: str | None) -> list[Profile]:
    """Read accounts, the surest first: an id, then an address or a handle with @, then a word."""
    texts = [text for cell in cells for text in (cell.link, cell.text) if text]
    found = [(text, profile) for text in texts if (profile := parse_profile(text, platform))]
    found.sort(key=lambda pair: (pair[1].handle is not None, not _is_marked(pair[0])))
    return [profile for _, profile in found]


def _is_marked(text: str) -> bool:
    return text.startswith("@") or address_of(text) is not None
