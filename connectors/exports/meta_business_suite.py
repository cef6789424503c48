"""The list of own posts that Meta Business Suite makes (Content, Export): CSV, one row a post.

A poor substitute for an export: posts of the days chosen, for Facebook with a mark on shares; no
follows, no reactions, and nothing of the card of a link. One list may hold several Pages.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from connectors import frames
from connectors.archive import Archive
from connectors.collected import Collected, OwnAccount
from connectors.coverage import Reach, coverage
from connectors.errors import SourceError
from connectors.exports.another import refuse
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.facebook_reactions import author_of
from connectors.exports.meta_business_rows import CUT, Sheet, layout_of, read_sheet
from connectors.profile_form import Profile
from connectors.profiles import parse_profile
from connectors.records import Gathered, Outcome, Row, gather
from connectors.text_links import links_in

NOT_A_POST = "without the address of a post"
_POSTS_ALONE = (
    "A list from Meta Business Suite holds own posts alone. Give the export of the account itself."
)
_DAYS = "Posts of the days chosen when the list was made."
_ZONE = (
    "The list gives times without a zone; they are read as Pacific time and may be up to a day off."
)
_LINKS = "Addresses in the text alone: the list leaves out a link that stands in a card."
_SHARES = "The list marks a post as a share and does not say whose post it was."


@dataclass
class _Posts:
    """Reads the rows of one own account; each post counts once."""

    account: OwnAccount
    agency_account: str
    ours: frozenset[tuple[str, str]]
    _seen: set[str] = field(default_factory=set)

    def post(self, sheet: Sheet, row: Sequence[str], number: int) -> Outcome:
        """Read one row."""
        layout = sheet.layout
        if len(row) < sheet.width:
            return CUT
        if _owner(sheet, row) not in self.ours:
            return f"belongs to {sheet.cell(row, layout.owner)[:40] or 'another account'}"
        address = sheet.cell(row, layout.address)
        if not address.startswith("https://"):
            return NOT_A_POST
        if address in self._seen:
            return "the same post twice"
        self._seen.add(address)
        text = next(filter(None, (sheet.cell(row, column) for column in layout.texts)), "")
        base: Row = {
            "platform": self.account.platform,
            "agency_account": self.agency_account,
            "post_url": address,
            "text": text or None,
            "happened_at": sheet.time(row),
            "evidence": f"{sheet.member.name}, row {number + 1}",
        }
        rows = [{**base, "kind": "post"}]
        rows += [{**base, "kind": "link", "url": link} for link in links_in(text)]
        if sheet.cell(row, layout.shared) == "1":
            # Whose post was shared is not in the list, and its address is that of the share.
            rows.append({**base, "kind": "repost", "unknown_reason": "not_in_export"})
        return rows


def _recognise(platform: str, archive: Archive) -> bool:
    """Tell a list of posts of this platform by its heading or its first row."""
    return any(
        layout is not None and layout.platform == platform
        for layout in (layout_of(archive, member) for member in archive.find(r"[^/]+\.csv"))
    )


def read(archive: Archive, account: OwnAccount) -> Collected:
    """Read the posts; raises SourceError where none of several Pages in a list fits ours."""
    sheets = tuple(_sheets(archive, account.platform))
    own = parse_profile(account.handle, account.platform)
    agency_account = own.account_id if own else f"@{account.handle.casefold()}"
    ours = _ours(sheets, own, account)
    _refuse_another(account, own, ours)
    posts = _Posts(account, agency_account, ours)
    read_ = tuple(_gathered(posts, sheet) for sheet in sheets)
    interactions = frames.concat("interactions", [one.interactions for one in read_])
    as_at = account.as_at or account.read_at
    reach = _reach(account.platform, sheets, read_)
    return Collected(
        agency_account=agency_account,
        interactions=interactions,
        accounts=frames.empty("accounts"),
        coverage=coverage(account, agency_account, interactions, reach, as_at),
        inputs=archive.inputs,
        tallies=tuple(one.tally for one in read_),
        notes=tuple(_notes(posts)),
    )


def _sheets(archive: Archive, platform: str) -> Iterator[Sheet]:
    for member in archive.find(r"[^/]+\.csv"):
        layout = layout_of(archive, member)
        if layout is not None and layout.platform == platform:
            yield read_sheet(archive, member, layout)


def _gathered(posts: _Posts, sheet: Sheet) -> Gathered:
    return gather(sheet.member.name, sheet.rows, partial(posts.post, sheet), posts.account)


def _owner(sheet: Sheet, row: Sequence[str]) -> tuple[str, str]:
    # The name too: a spreadsheet rounds the ids of two Pages to one number.
    layout = sheet.layout
    return sheet.cell(row, layout.owner_id).casefold(), sheet.cell(row, layout.owner)


def _ours(
    sheets: Sequence[Sheet], own: Profile | None, account: OwnAccount
) -> frozenset[tuple[str, str]]:
    """Tell which of the accounts in the lists is ours: the only one, or the one that fits."""
    found: set[tuple[str, str]] = set()
    fits: set[tuple[str, str]] = set()
    for sheet in sheets:
        for row in sheet.rows:
            owner = _owner(sheet, row)
            found.add(owner)
            author = author_of(sheet.cell(row, sheet.layout.address))
            if own and own.account_id in (owner[0], f"@{owner[0]}", author and author.account_id):
                fits.add(owner)
    if fits or len(found) <= 1:
        return frozenset(fits or found)
    names = sorted({name for _, name in found if name})
    raise SourceError(
        f"The list holds posts of {', '.join(names[:4])}, and none can be told as "
        f"{account.label}. Choose this account alone in Meta Business Suite."
    )


def _refuse_another(
    account: OwnAccount, own: Profile | None, ours: frozenset[tuple[str, str]]
) -> None:
    """Refuse another's list of Instagram posts; of Pages a list gives no handle for certain."""
    others = [username for username, _ in ours if own and f"@{username}" != own.account_id]
    if account.platform == "instagram" and any(others):
        refuse(account, max(others))


def _reach(
    platform: str, sheets: Sequence[Sheet], gathered: Sequence[Gathered]
) -> Mapping[str, Reach]:
    cut = [sheet.trouble for sheet in sheets if sheet.trouble]
    for one in gathered:
        bad = sum(one.tally.reported.get(reason, 0) for reason in (CUT, NOT_A_POST))
        if bad:
            cut.append(f"{bad:,} of {one.tally.records:,} rows of {one.tally.source} are no posts.")
    nothing = Reach("unavailable", _POSTS_ALONE)
    posts = Reach("complete", _DAYS if platform == "instagram" else f"{_DAYS} {_ZONE}").but(*cut)
    shares = Reach("complete", _DAYS).but(_SHARES, *cut)
    return {
        "follow": nothing,
        "like": nothing,
        "repost": shares if platform == "facebook" else nothing,
        "quote": nothing,
        "link": Reach("complete").but(_LINKS, *cut),
        "post": posts,
    }


def _notes(posts: _Posts) -> Iterator[str]:
    account = posts.account
    yield (
        "The posts come from a list of Meta Business Suite, not from an export: what the account "
        "follows and likes is not in it."
    )
    named = ", ".join(sorted(name for _, name in posts.ours if name))
    if account.platform == "facebook" and named:
        yield f"The list names its Page {named}; it is read as {account.handle}'s."


def _owners(platform: str, archive: Archive) -> tuple[ExportOwner, ...]:
    """Give each account whose posts a list holds: its handle as the addresses of posts have it."""
    found: dict[tuple[str, str], ExportOwner] = {}
    for sheet in _sheets(archive, platform):
        for row in sheet.rows:
            key = _owner(sheet, row)
            if key not in found or not found[key].handle:
                found[key] = _said(sheet, row, platform)
    return tuple(found.values())


def _said(sheet: Sheet, row: Sequence[str], platform: str) -> ExportOwner:
    number, name = sheet.cell(row, sheet.layout.owner_id), sheet.cell(row, sheet.layout.owner)
    if platform == "instagram":
        return ExportOwner(number, "", name)  # the column holds the name of the account
    author = author_of(sheet.cell(row, sheet.layout.address))
    handle = author.handle or author.account_id if author else number
    return ExportOwner(handle, number, name)


FACEBOOK = ExportFormat(
    platform="facebook",
    name="Meta Business Suite list of Facebook posts",
    recognise=partial(_recognise, "facebook"),
    read=read,
    owners=partial(_owners, "facebook"),
)
INSTAGRAM = replace(
    FACEBOOK,
    platform="instagram",
    name="Meta Business Suite list of Instagram posts",
    recognise=partial(_recognise, "instagram"),
    owners=partial(_owners, "instagram"),
)
