"""How much of each kind an X archive could give, and in plain words what it could not."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pandas as pd

from connectors import frames
from connectors.collected import OwnAccount
from connectors.coverage import figures
from connectors.exports.x_manifest import About
from connectors.exports.x_notes import UNTIED
from connectors.exports.x_posts import Posts
from connectors.exports.x_reading import FileRead

FILE_OF = {
    "follow": "following.js",
    "like": "like.js",
    "repost": "tweets.js",
    "quote": "tweets.js",
    "link": "tweets.js",
    "post": "tweets.js",
}
_POSTS_TOO = ("note-tweet.js", "community-tweet.js")
_NEVER = {
    "follow": "The archive does not say when an account was followed.",
    "like": "The archive does not say who wrote a liked post or when it was liked.",
}
_ONE_OF_SEVERAL = (
    "The archive says that it is one part of several. Give all parts together under `path`."
)


def coverage(
    account: OwnAccount,
    interactions: pd.DataFrame,
    reads: Mapping[str, Sequence[FileRead]],
    posts: Posts,
    says: About,
    as_at: datetime,
) -> pd.DataFrame:
    """Give one row for each kind that the configuration asks for; ``reads`` is by file name."""
    rows = []
    for kind in filter(account.wants, frames.KINDS):
        files = reads[FILE_OF[kind]]
        status, reasons = _status(files, FILE_OF[kind], says)
        untied = _untied(reads) if kind in ("link", "quote") else []
        lost = [*untied, *_troubles_too(reads, kind)]
        if status == "complete" and (lost or (kind == "link" and posts.cut_reposts)):
            status = "partial"
        reasons += lost
        rows.append(
            {
                "platform": "x",
                "agency_account": posts.agency_account,
                "kind": kind,
                "status": status,
                "method": "export",
                "stated": _stated(kind, files),
                "as_at": as_at,
                "reason": " ".join([*reasons, *_limits(kind, status, posts, interactions)]) or None,
                **figures(interactions, kind),
            }
        )
    return frames.make("coverage", rows)


def one_of_several(says: About) -> bool:
    """Tell whether every manifest read says that its archive is a part, and only one is here."""
    parts = {manifest.member.part for manifest in says.manifests if manifest.partial}
    return bool(parts) and len(parts) == len(says.manifests) == 1


def _status(files: Sequence[FileRead], name: str, says: About) -> tuple[str, list[str]]:
    troubles = [file.trouble for file in files if file.trouble]
    present = [file for file in files if file.tally is not None]
    if not present:
        # What the manifest counts was meant to be here: it could not be looked at.
        status = "failed" if any(file.source.stated for file in files) else "unavailable"
        return status, troubles or [f"There is no {name} in the archive."]
    broken = [file for file in present if file.trouble]
    if len(broken) == len(present) and not any(file.records for file in present):
        return "failed", troubles
    if one_of_several(says):
        troubles.append(_ONE_OF_SEVERAL)
    return ("partial" if troubles else "complete"), troubles


def _troubles_too(reads: Mapping[str, Sequence[FileRead]], kind: str) -> list[str]:
    """Say what is wrong with the other files of posts, which many archives do not have."""
    if FILE_OF[kind] != "tweets.js":
        return []
    files = [file for name in _POSTS_TOO for file in reads.get(name, ())]
    return list(dict.fromkeys(file.trouble for file in files if file.trouble))


def _untied(reads: Mapping[str, Sequence[FileRead]]) -> list[str]:
    tallies = [file.tally for file in reads.get("note-tweet.js", ()) if file.tally]
    loose = sum(tally.reported.get(UNTIED, 0) for tally in tallies)
    if not loose:
        return []
    return [
        f"{loose:,} of {sum(tally.records for tally in tallies):,} long posts could not be tied to "
        "one post, so that what they link to after the first 280 characters is missing."
    ]


def _stated(kind: str, files: Sequence[FileRead]) -> int | None:
    # tweets.js mixes posts, replies and reposts; its count speaks of none of them alone.
    counts = [file.source.stated for file in files]
    manifests = {id(file.source.manifest) for file in files}
    if kind not in ("follow", "like") or len(manifests) != 1:
        return None
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(counts) else None


def _limits(kind: str, status: str, posts: Posts, interactions: pd.DataFrame) -> list[str]:
    if status in ("unavailable", "failed"):
        return []
    limits = [_NEVER[kind]] if kind in _NEVER else []
    if kind == "follow":
        ids = interactions.loc[interactions["kind"] == "follow", "account_id"]
        known = int(ids.isin(list(posts.people.by_id)).sum())
        if len(ids):
            limits.append(
                f"It gives numbers; its own posts tell the handles of {known:,} of {len(ids):,}."
            )
    if kind == "link" and posts.cut_reposts:
        limits.append(
            f"{posts.cut_reposts:,} of {posts.reposts:,} reposts are cut short in the archive, "
            "so that links in them may be lost."
        )
    return limits
