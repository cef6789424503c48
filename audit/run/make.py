"""The main job: collect, review, and keep it as a run folder; and the same again from a folder."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pyarrow as pa
from pydantic_core import to_jsonable_python

from audit import config, inputs
from audit.assemble import assemble, coverage_rows
from audit.config import Loaded
from audit.gathered import Gathered
from audit.inputs import Inputs
from audit.own_posts.screens import screens_of, sees_something
from audit.period import choose, new_zealand_day
from audit.record import Record
from audit.review.model import Period, Review
from audit.review.words import own_account
from audit.run import folder, keep
from audit.run.access import without_credential
from audit.run.alone import alone
from audit.run.answers import collect_answers
from audit.run.checkpoint import Checkpoint
from audit.run.collect import collect
from audit.run.governance import collect_given
from audit.run.interfaces import blocks
from audit.run.live import read_live
from audit.run.outside import Outside
from audit.run.produce import Printing, produce, report_files
from audit.run.remember import remember
from audit.run.returned.kept import save_recorded
from audit.run.returned.read import decided_until_now
from audit.run.said_once import said_once
from audit.run.short_links import ask_short_links
from audit.undated import undated
from connectors.errors import ConfigError

Notify = Callable[[str], None]


@dataclass(frozen=True)
class Made:
    """A review, where its report files are, and why there is no PDF where one was wanted."""

    review: Review
    folder: Path
    no_pdf: str = ""

    @property
    def workbook(self) -> Path:
        """Give the path of the workbook."""
        return self.folder / report_files(self.review.period)[0]

    @property
    def page(self) -> Path:
        """Give the path of the page."""
        return self.folder / report_files(self.review.period)[1]


@dataclass(frozen=True)
class Checked:
    """What a run would work with, and what it would say of the own accounts, by account."""

    inputs: Inputs
    notes: tuple[str, ...]


def run(
    loaded: Loaded,
    wanted_period: str,
    now: datetime,
    notify: Notify,
    outside: Outside,
    printing: Printing | None = None,
) -> Made:
    """Collect all accounts, review them and write a new run folder.

    What was fetched is kept in the output folder until a run folder has all of an account. Raises
    ConfigError where the configuration, the register or a list is wrong, where no account could
    be read, or where another run works in the same output folder.
    """
    period = choose(wanted_period, now, loaded.config.review.quarters)
    output = loaded.path(loaded.config.review.output)
    with alone(output):
        notify("Reading the decisions that came back")
        decided = decided_until_now(loaded, period, now)
        where = inputs.paths_of(loaded)
        used = _inputs(loaded, now)
        name = folder.next_name(output, period.id)
        with folder.new(output, name) as target:
            finished = _keep(loaded, period, now, target, notify, outside)
            save_recorded(target, decided)
            if loaded.config.sources.shorteners:
                short = ask_short_links(loaded, target, now, outside, notify)
                used, where = replace(used, short=short), inputs.paths_of(loaded)
            # pyarrow gives what was freed back to the system only when it is asked to
            pa.default_memory_pool().release_unused()
            inputs.copy(where, target / "inputs")
            (target / "config.toml").write_bytes(loaded.text.encode("utf-8"))
            notify("Comparing with the register and the lists")
            sees = _sees(loaded, used, new_zealand_day(now))
            review = assemble(keep.load(target, sees), loaded.config, used)
            registers = to_jsonable_python(review.registers)
            text = json.dumps(registers, ensure_ascii=False, indent=1) + "\n"
            (target / "registers.json").write_bytes(text.encode("utf-8"))
            pa.default_memory_pool().release_unused()
            notify("Writing the workbook and the page")
            no_pdf = produce(review, target, printing)
        for checkpoint in finished:
            checkpoint.discard()
    return Made(review, output / name, no_pdf)


def _keep(
    loaded: Loaded, period: Period, now: datetime, target: Path, notify: Notify, outside: Outside
) -> list[Checkpoint]:
    """Collect all accounts and write what they gave; the review then reads what it needs of it.

    So all that was collected is not held in memory any longer when the review is made. Gives the
    checkpoints that the run folder makes needless.
    """
    live = read_live(loaded, period, now, outside, notify)
    gathered = collect(loaded, now, notify, live)
    _refuse_if_nothing_read(gathered)
    history = remember(target.parent, period, gathered, new_zealand_day(now))
    given = collect_given(loaded, now, outside, target, collect_answers(loaded))
    keep.save(target, Record(gathered, history, period, now, given))
    for read in live.values():
        read.checkpoint.keep_in(target / "collected")
    return [read.checkpoint for read in live.values() if read.whole]


def check(loaded: Loaded, now: datetime, notify: Notify, outside: Outside) -> Checked:
    """Load the register and the lists and read every export and list; nothing is written or asked.

    Raises one ConfigError with everything that a run would stumble over.
    """
    problems: list[str] = []
    used: Inputs | None = None
    try:
        used = _inputs(loaded, now)
    except ConfigError as error:
        problems += error.problems
    gathered = collect(loaded, now, notify, {})
    problems += _failures(gathered)
    lacking = {block: without_credential(block, outside.variables) for block in blocks(loaded)}
    problems += [f"{block.label} cannot be asked: {why}." for block, why in lacking.items() if why]
    if used is None or problems:
        raise ConfigError(problems)
    notes = (
        f"{own_account(one.platform, one.handle)}: {note}"
        for one in gathered.own
        for note in one.notes
    )
    rows = coverage_rows(gathered.coverage, gathered.handles)
    return Checked(used, (*notes, *undated(rows, now)))


def rebuild(source: Path, target: Path, notify: Notify, printing: Printing | None = None) -> Made:
    """Make the reports of a run folder again from what it kept, into another folder.

    Raises SourceError where the run folder is not whole, ConfigError where the target would
    overwrite something.
    """
    notify(f"Reading {source}")
    day = keep.observed_on(source)
    loaded = config.load(source / "config.toml", check_files=False)
    used = inputs.load(inputs.copied(source / "inputs"), day)
    review = assemble(keep.load(source, _sees(loaded, used, day)), loaded.config, used)
    _refuse_to_overwrite(source, target, [*report_files(review.period), "review.json"])
    notify("Writing the workbook and the page")
    target.mkdir(parents=True, exist_ok=True)
    no_pdf = produce(review, target, printing)
    return Made(review, target, no_pdf)


def _inputs(loaded: Loaded, now: datetime) -> Inputs:
    """Load what the configuration names; raises ConfigError also where one part lacks another's."""
    used = inputs.load(inputs.paths_of(loaded), new_zealand_day(now))
    strangers = inputs.strangers(used, loaded.config.balance)
    if strangers:
        raise ConfigError(strangers)
    return used


def _sees(loaded: Loaded, used: Inputs, day: date) -> Callable[[str], bool]:
    """Give what tells whether a screen of own posts sees something in a text."""
    settings = loaded.config
    screens = screens_of(settings.screen, settings.governance, used.slogans.texts)
    return sees_something(screens, used.register, day)


def _refuse_if_nothing_read(gathered: Gathered) -> None:
    if not any(one.read for one in gathered.own):
        problem = "No account could be read, so no review was made."
        raise ConfigError([problem, *_failures(gathered)])


def _failures(gathered: Gathered) -> list[str]:
    """Give each reason for which an account, or a kind of one, could not be read, once."""
    unread = {(one.platform, one.agency_account) for one in gathered.own if not one.read}
    accounts = pd.MultiIndex.from_frame(gathered.coverage[["platform", "agency_account"]])
    failed = (gathered.coverage["status"] == "failed") | accounts.isin(unread)
    rows = gathered.coverage[failed].dropna(subset="reason")
    by_account = rows.groupby(["platform", "agency_account"], sort=False)["reason"]
    said = (one for _, reasons in by_account for one in said_once(list(dict.fromkeys(reasons))))
    return list(dict.fromkeys(said))


def _refuse_to_overwrite(source: Path, target: Path, names: list[str]) -> None:
    folder.refuse_inside(source, target)
    there = [name for name in names if (target / name).exists()]
    if there:
        problem = f"{target / there[0]} is there already and may hold decisions."
        raise ConfigError([f"{problem} Choose another folder for --out."])
