"""The registers and lists that a review used, by their own names, never a file's of ours."""

from collections.abc import Sequence

from audit.review.model import RegisterFile
from audit.review.released import ListUsed
from audit.sources.lists import FlaggedList

OWN_FILES = "Other files of the agency's own"


def lists_used(
    files: Sequence[RegisterFile], register: str, flagged: FlaggedList
) -> tuple[ListUsed, ...]:
    """Give the files of the register, each list of sources, and that there are files beside them.

    ``files`` are those of the review, ``register`` is the register's id. A list's day is that of
    its newest row in force, empty where none says.
    """
    of_sources = {file.name for file in flagged.files}
    shared = [one for one in files if one.name.startswith(f"{register}/")]
    others = [one for one in files if one.name not in of_sources and one not in shared]
    newest = flagged.rows.groupby("list", sort=True)["as_at"].max()
    days = newest.dt.strftime("%Y-%m-%d").fillna("")
    return (
        *(ListUsed(one.name, one.as_at, one.rows, of_sources=False) for one in shared),
        *(ListUsed(str(name), day, None, of_sources=True) for name, day in days.items()),
        *((ListUsed(OWN_FILES, "", sum(one.rows for one in others), False),) if others else ()),
    )
