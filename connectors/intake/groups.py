"""Which hits belong to one account: the same owner, the same export in parts, loose files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from connectors.exports.base import ExportOwner
from connectors.intake.hits import NOBODY, Hit

# A poor substitute joins the fuller export of the same account, which says that it is not read.
_FULLER = {
    "X Analytics table": "X archive",
    "Meta Business Suite list of Facebook posts": "Facebook export",
    "Meta Business Suite list of Instagram posts": "Instagram export",
}
_Joins = Callable[[Hit, Hit], bool]


@dataclass(frozen=True)
class Group:
    """The hits of one account in one format."""

    hits: tuple[Hit, ...]

    @property
    def owner(self) -> ExportOwner:
        """Give the owner that any of the hits names, one with a handle first."""
        said = [hit.owner for hit in self.hits if hit.owner != NOBODY]
        return next((one for one in said if one.handle), said[0] if said else NOBODY)

    @property
    def parted(self) -> tuple["Group", ...]:
        """Give what is whole and its poor substitutes as two groups; one where there is but one."""
        whole = tuple(hit for hit in self.hits if hit.form not in _FULLER)
        poor = tuple(hit for hit in self.hits if hit.form in _FULLER)
        return tuple(Group(hits) for hits in (whole, poor) if hits)


def groups(hits: Sequence[Hit], handles: Mapping[str, str]) -> tuple[Group, ...]:
    """Put together what is one account's, in the order of the hits.

    An owner's id or handle decides; ``handles`` maps a platform to the one that a person gave for
    what does not say it. Else that joins the other parts of its export; a loose file joins what
    lies beside it if that is of one account.
    """
    rules = (_same_owner, partial(_same_given, handles), _same_stem, _same_folder)
    made: list[Group] = []
    for said in (True, False):
        for hit in hits:
            if (hit.owner != NOBODY) == said:
                place = _place(hit, made, rules)
                made = [
                    _joined(group, hit) if number == place else group
                    for number, group in enumerate(made)
                ] + ([Group((hit,))] if place is None else [])
    order = {id(hit): number for number, hit in enumerate(hits)}
    return tuple(sorted(made, key=lambda group: min(order[id(hit)] for hit in group.hits)))


def _joined(group: Group, hit: Hit) -> Group:
    """Add a hit; what the group is, its fuller hits say, which come first."""
    return Group(tuple(sorted((*group.hits, hit), key=lambda one: one.form in _FULLER)))


def _place(hit: Hit, made: Sequence[Group], rules: Sequence[_Joins]) -> int | None:
    """Give the group that a hit joins, if it is certain."""
    for joins in rules:
        fits = [n for n, group in enumerate(made) if any(_joins(joins, hit, o) for o in group.hits)]
        if len(fits) == 1:
            return fits[0]
    return None


def _joins(joins: _Joins, one: Hit, other: Hit) -> bool:
    same_form = _FULLER.get(one.form, one.form) == _FULLER.get(other.form, other.form)
    alike = same_form and (one.platform, one.method) == (other.platform, other.method)
    return alike and joins(one, other)


def _same_owner(one: Hit, other: Hit) -> bool:
    mine, theirs = one.owner, other.owner
    if mine.account_id and theirs.account_id and _alike(mine.account_id, theirs.account_id):
        return mine.account_id.casefold() == theirs.account_id.casefold()
    return bool(mine.handle) and mine.handle.casefold() == theirs.handle.casefold()


def _alike(one: str, other: str) -> bool:
    # A Page has a number in one file and a name in another, which are no two accounts.
    return one.isdigit() == other.isdigit()


def _same_given(handles: Mapping[str, str], one: Hit, other: Hit) -> bool:
    given = handles.get(one.platform, "").casefold()
    named = {hit.owner.handle.casefold() for hit in (one, other)} - {""}
    called = {hit.owner.name for hit in (one, other)} - {""}
    return bool(given) and named <= {given} and len(called) <= 1


def _same_stem(one: Hit, other: Hit) -> bool:
    unsaid = NOBODY in (one.owner, other.owner)
    return unsaid and bool(one.stem) and one.stem == other.stem


def _same_folder(one: Hit, other: Hit) -> bool:
    # A loose file, such as the CSV of follows that Mastodon gives beside its archive.
    loose = one.owner == NOBODY and not one.stem and one.path.is_file()
    return loose and one.method == "export" and one.path.parent == other.path.parent
