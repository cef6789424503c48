"""What the tool itself knows of items: as each run issued them, and what is recorded of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from audit.decisions.model import Decided, Issued, Returned

_MATCHED_BY = ("our account", "type", "account or author", "what we found", "date")


def latest(decisions: Iterable[Decided]) -> dict[str, Decided]:
    """Give the decision of each item that was recorded last."""
    return {one.item: one for one in decisions}


@dataclass(frozen=True)
class Store:
    """The items of every run, the newest run first, and all recorded decisions, oldest first."""

    issued: Sequence[Issued] = ()
    recorded: Sequence[Decided] = field(default_factory=tuple)

    @cached_property
    def runs(self) -> Mapping[str, Mapping[str, Issued]]:
        """Give the items of each run by number."""
        runs: dict[str, dict[str, Issued]] = {}
        for one in self.issued:
            runs.setdefault(one.run_id, {})[one.item] = one
        return runs

    @cached_property
    def newest(self) -> Mapping[str, Issued]:
        """Give each item as the newest run issued it."""
        return {one.item: one for one in reversed(self.issued)}

    @cached_property
    def decided(self) -> Mapping[str, Decided]:
        """Give the decision of each item that was recorded last."""
        return latest(self.recorded)

    def run_of(self, book: Returned) -> str:
        """Say from which run a workbook is: as it says, else the run that issued most of it."""
        if book.run_id in self.runs:
            return book.run_id
        items = {row.item for row in book.rows}
        known = [(len(items & set(found)), run) for run, found in self.runs.items()]
        most = max((number for number, _ in known), default=0)
        return next((run for number, run in known if number == most and most), "")

    def find(self, item: str, run: str) -> Issued | None:
        """Give an item as a run issued it, else as the newest run did."""
        return self.runs.get(run, {}).get(item) or self.newest.get(item)

    def alike(self, cells: Mapping[str, str], link: str, run: str) -> Issued | None:
        """Give the one item of a run with this account, type, author and link; None unless one."""
        wanted = [name for name in _MATCHED_BY if cells.get(name)]
        if not {"our account", "type", "account or author"} <= set(wanted):
            return None
        found = [
            one
            for one in self.runs.get(run, {}).values()
            if all(one.cells.get(name, "") == cells[name] for name in wanted)
            and (not link or not one.link or link == one.link)
        ]
        return found[0] if len(found) == 1 else None
