"""The registers and lists a run uses: loaded with every problem at once, copied, loaded again."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from audit import purposes, register
from audit.config import Loaded
from audit.config_sections import BalanceSection
from audit.decisions import ledger
from audit.mix.custom import CustomReference
from audit.mix.custom import load as load_reference
from audit.own_posts import slogans
from audit.own_posts.slogans import NO_SLOGANS, Slogans
from audit.purposes import Purposes
from audit.register import Register, Tables
from audit.review.model import RegisterFile
from audit.screen import terms
from audit.screen.public import USUAL
from audit.screen.terms import NO_WORDS, TermList
from audit.sources import cached, own, short_links
from audit.sources.held import load as held
from audit.sources.lists import FlaggedList, together
from audit.sources.official import with_official
from audit.sources.short_links import NO_SHORT_LINKS, ShortLinks
from connectors.errors import ConfigError

Value = TypeVar("Value")
_OVERLAY = "overlay"
_LISTS = "lists"
_WORD_LISTS = "word-lists"
_FILES = "files"
_GROUPS = ("extra", "own", "purposes", "reference", "words", "allowed", "slogans", "short")


@dataclass(frozen=True)
class InputPaths:
    """Where the register and the lists are: a pack, its overlay, and the files of each group.

    ``lists`` and ``word_lists`` are the folders of cached public lists, each named as its list;
    ``files`` has the name of a list and the file that the agency holds of it; ``short`` is the file
    that says where shortened links lead.
    """

    jurisdiction: str
    base: Path
    overlay: Path | None
    extra: tuple[Path, ...]
    own: tuple[Path, ...]
    purposes: tuple[Path, ...]
    reference: tuple[Path, ...]
    words: tuple[Path, ...] = ()
    allowed: tuple[Path, ...] = ()
    slogans: tuple[Path, ...] = ()
    short: tuple[Path, ...] = ()
    lists: tuple[Path, ...] = ()
    files: tuple[tuple[str, Path], ...] = ()
    word_lists: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Inputs:
    """The register, the flagged lists and the purposes, as loaded."""

    register: Register
    flagged: FlaggedList
    purposes: Purposes
    custom: CustomReference | None
    words: TermList = NO_WORDS
    slogans: Slogans = NO_SLOGANS
    short: ShortLinks = NO_SHORT_LINKS

    @property
    def files(self) -> tuple[RegisterFile, ...]:
        """Give every register and list file that was used."""
        own = (self.custom.file,) if self.custom else ()
        lists = (*self.flagged.files, *self.words.files, *self.slogans.files, *self.short.files)
        return (*self.register.files, *lists, *self.purposes.files, *own)


def strangers(used: Inputs, settings: BalanceSection) -> list[str]:
    """Name each actor set aside and each party of an own reference that the register lacks."""
    actors = {*used.register.people["actor"], *used.register.parties["party"]}
    problems = [
        f"[balance], set_aside: {one.actor} is not in the register. Mend the id."
        for one in settings.set_aside
        if one.actor not in actors
    ]
    if used.custom is not None:
        parties = used.custom.rows["party"]
        unknown = parties[~parties.isin(used.register.parties["party"])]
        problems += [
            f"{used.custom.file.name.removeprefix('own/')}: {party} is not in the register. "
            "Mend the id."
            for party in unknown.unique()
        ]
    return problems


def paths_of(loaded: Loaded) -> InputPaths:
    """Say where the configuration has its register and lists."""
    config = loaded.config

    def resolved(paths: Sequence[Path]) -> tuple[Path, ...]:
        return tuple(loaded.path(path) for path in paths)

    return InputPaths(
        config.register_.jurisdiction,
        loaded.base,
        loaded.path(config.register_.overlay) if config.register_.overlay else None,
        resolved(config.register_.extra),
        resolved(config.sources.own),
        (*resolved(config.review.purposes), *_purposes_read(loaded.base)),
        resolved([Path(config.balance.reference)] if config.balance.is_custom else []),
        resolved(config.screen.words),
        resolved(config.screen.allowed),
        resolved(config.screen.slogans),
        tuple(path for path in short_of(loaded) if path.exists()),
        resolved([config.sources.cache / name for name in config.sources.lists]),
        tuple((name, loaded.path(path)) for name, path in config.sources.files.items()),
        _word_lists(loaded),
    )


def short_of(loaded: Loaded) -> tuple[Path, ...]:
    """Say where it is kept where shortened links lead, if the configuration has that asked."""
    settings = loaded.config.sources
    return (loaded.path(settings.cache / short_links.NAME),) if settings.shorteners else ()


def _word_lists(loaded: Loaded) -> tuple[Path, ...]:
    """Give the folders of the lists of words that are named, else of the usual ones fetched."""
    named, cache = loaded.config.screen.lists, loaded.path(loaded.config.sources.cache)
    folders = tuple(cache / name for name in (USUAL if named is None else named))
    return folders if named is not None else tuple(path for path in folders if path.exists())


def _purposes_read(base: Path) -> tuple[Path, ...]:
    """Give the file of the purposes that came back in workbooks, where there is one."""
    return tuple(path for path in (base / ledger.PURPOSES,) if path.exists())


def read_register(where: InputPaths) -> Tables:
    """Read the register alone; raises ConfigError with every problem of its files."""
    return register.read(where.jurisdiction, where.base, where.extra, where.overlay)


def load(where: InputPaths, today: date) -> Inputs:
    """Load all; raises one ConfigError that holds the problems of every file."""
    problems: list[str] = []
    pack = _try(lambda: register.register_of(read_register(where)), problems)
    flagged = _try(lambda: load_lists(where, today), problems)
    recorded = _try(lambda: purposes.load(where.purposes), problems)
    custom = _try(lambda: [load_reference(path) for path in where.reference], problems)
    words = _try(lambda: load_words(where), problems)
    said = _try(lambda: slogans.load(where.slogans), problems)
    short = _try(lambda: short_links.load(where.short), problems)
    if pack is None or flagged is None or recorded is None or custom is None:
        raise ConfigError(problems)
    if words is None or said is None or short is None:
        raise ConfigError(problems)
    return Inputs(pack, flagged, recorded, next(iter(custom), None), words, said, short)


def load_lists(where: InputPaths, today: date) -> FlaggedList:
    """Load the agency's own lists, the cached public ones and the files that it holds.

    Raises one ConfigError for all.
    """
    problems: list[str] = []
    kept = _try(lambda: own.load(where.own, today), problems)
    public = _try(lambda: cached.load(where.lists, today), problems)
    files = _try(lambda: held.load(where.files, today), problems)
    if kept is None or public is None or files is None:
        raise ConfigError(problems)
    return with_official(together(kept, files, public))


def load_words(where: InputPaths) -> TermList:
    """Load the lists of words, the agency's own and the fetched; raises one ConfigError for all."""
    return terms.load(where.words, where.allowed, where.word_lists)


def copy(where: InputPaths, target: Path) -> None:
    """Copy the register and the lists into a run folder, so that it can be rebuilt from itself."""
    pack = target / "register"
    pack.mkdir(parents=True)
    for file in register.pack_files(where.jurisdiction, where.base):
        (pack / file.name).write_bytes(file.read_bytes())
    overlay = target / _OVERLAY
    for path in register.overlay_files(where.overlay) if where.overlay else ():
        overlay.mkdir(exist_ok=True)
        shutil.copyfile(path, overlay / path.name)
    for group, folders in ((_LISTS, where.lists), (_WORD_LISTS, where.word_lists)):
        for number, folder in enumerate(folders, 1):
            shutil.copytree(folder, target / group / f"{number:02d}" / folder.name)
    for number, (name, path) in enumerate(where.files, 1):
        place = target / _FILES / f"{number:02d}" / name
        place.mkdir(parents=True)
        shutil.copyfile(path, place / path.name)
    for group in _GROUPS:
        for number, path in enumerate(getattr(where, group), 1):
            place = target / group / f"{number:02d}"
            place.mkdir(parents=True)
            shutil.copyfile(path, place / path.name)


def copied(source: Path) -> InputPaths:
    """Say where a run folder has its copies."""
    groups = {
        group: tuple(path for path in sorted((source / group).rglob("*")) if path.is_file())
        for group in _GROUPS
    }
    lists, word_lists = (
        tuple(sorted((source / group).glob("*/*"))) for group in (_LISTS, _WORD_LISTS)
    )
    files = tuple((path.parent.name, path) for path in sorted((source / _FILES).glob("*/*/*")))
    overlay = source / _OVERLAY
    return InputPaths(
        "register", source, overlay, **groups, lists=lists, files=files, word_lists=word_lists
    )


def _try(load_one: Callable[[], Value], problems: list[str]) -> Value | None:
    try:
        return load_one()
    except ConfigError as error:
        problems.extend(error.problems)
        return None
