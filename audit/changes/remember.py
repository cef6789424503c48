"""Makes the past of a review of what earlier ones collected."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pandas as pd

from audit.changes.labels import LABELS, said_then
from audit.changes.ledger import ledger, lists_of
from audit.changes.names import names_of, who
from audit.changes.past import Collected, Collection, Past, Run
from audit.changes.people import PERSON, filled, newest, sightings
from audit.inputs import Inputs
from audit.review.model import Quarter
from connectors import frames
from connectors.errors import ConfigError

Load = Callable[[int], Inputs]


def past_of(
    runs: Sequence[Run],
    collections: Sequence[Collected],
    now: Collection,
    inputs_of: Load,
    trend: Sequence[Quarter],
    today: date,
) -> Past:
    """Reduce what earlier reviews collected, in the order of their reading, to what this one needs.

    ``inputs_of`` loads the register and the lists of a run by its place; where it raises
    ConfigError, labels are not compared with that run and a note says so. ``today`` is the day of
    this review.
    """
    names = names_of([*collections, now])
    book = ledger(collections, names)
    people = newest((sightings(one.accounts, names) for one in collections), book)
    lists = [
        lists_of(one.coverage, names).assign(run=place) for place, one in enumerate(collections)
    ]
    followed = _followed(now, names, people)
    labels, notes = _labels(runs, people, followed, inputs_of, today)
    return Past(
        runs=tuple(runs),
        names=names,
        lists=pd.concat(lists, ignore_index=True),
        acts=book,
        people=people,
        labels=labels,
        handles=_handles([*collections, now], names),
        trend=tuple(trend),
        notes=notes,
    )


def _followed(now: Collection, names: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Give the accounts that we follow now, as they are now."""
    follows = now.acts[now.acts["kind"] == "follow"]
    ours = follows.assign(who=who(follows, names))[PERSON].dropna().drop_duplicates()
    return filled(sightings(now.accounts, names), people).merge(ours, on=PERSON)


def _labels(
    runs: Sequence[Run], people: pd.DataFrame, here: pd.DataFrame, inputs_of: Load, today: date
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Ask the register of each run that saw an account last, which we follow now."""
    seen = people.merge(here[PERSON], on=PERSON)
    parts, notes = [], []
    for place, of_run in seen.groupby("run"):
        run = int(str(place))
        try:
            rows = of_run.reset_index(drop=True)
            parts.append(said_then(rows, here, inputs_of(run), run, today))
        except ConfigError:
            notes.append(
                f"The register kept by {runs[run].name} is not in the form of this version, so "
                "labels were not compared with that review."
            )
    texts = pd.DataFrame({name: pd.Series(dtype=frames.TEXT) for name in LABELS})
    empty = texts.astype({"run": "int64"})
    return pd.concat(parts, ignore_index=True) if parts else empty, tuple(notes)


def _handles(collections: Sequence[Collected], names: pd.DataFrame) -> Mapping[str, str]:
    handles: dict[str, str] = {}
    for one in collections:
        ours = one.handles
        keys = [key.split(":", 1) for key in ours]
        table = pd.DataFrame(keys, columns=["platform", "account_id"], dtype=frames.TEXT)
        known = table["platform"] + ":" + who(table, names)
        handles |= dict(zip(known, ours.values(), strict=True))
    return handles
