"""A row of a list that ran out is called so, whether or not people took it out afterwards."""

from datetime import date, datetime
from pathlib import Path

import pytest

from audit import purposes
from audit.changes import labels
from audit.changes.ledger import keyed
from audit.changes.past import LIST, Run
from audit.changes.people import filled, sightings
from audit.changes.remember import past_of
from audit.inputs import Inputs
from audit.period import NEW_ZEALAND
from audit.register import load
from audit.sources import own
from tests.audit.changes.test_acts import collection
from tests.audit.small_pack import write_pack

THEN = datetime(2026, 1, 5, 9, tzinfo=NEW_ZEALAND)
TODAY = date(2026, 4, 6)
LONG = "2026-12-31"


def inputs(folder: Path, expires: str | None, day: date) -> Inputs:
    """Load the register, and a list that names account 1 until a day, or names nobody."""
    head = "list,kind,key,label,reason,evidence_url,as_at,expires\n"
    row = f"Ours,account,x:1,named,,,2026-01-01,{expires}\n"
    path = folder / "flagged.csv"
    path.write_text(head + (row if expires is not None else ""), encoding="utf-8")
    pack = load(str(write_pack(folder / "tahi")), folder)
    return Inputs(pack, own.load([path], day), purposes.load([]), None)


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ("2026-03-31", "2026-03-31", [("label", True)]),
        ("2026-03-31", None, [("label", True)]),  # and was taken out, when it had run out
        ("2026-03-31", LONG, []),  # prolonged
        ("2026-04-06", "2026-04-06", []),  # its last day
        (LONG, None, [("register", False)]),  # taken out before it ran out
        (None, LONG, [("register", False)]),
        ("", "2026-02-28", [("label", True)]),  # given an end, which has come
    ],
)
def test_a_row_ran_out_or_the_list_was_changed(
    tmp_path: Path, then: str | None, now: str | None, said: list[tuple[str, bool]]
) -> None:
    before, after = collection(0, "complete", ["1"]), collection(1, "complete", ["1"])
    earlier = inputs(tmp_path, then, THEN.date())
    past = past_of([Run("a", "a", THEN)], [before], after, lambda _: earlier, [], TODAY)
    people = filled(sightings(after.accounts, past.names), past.people)
    followed = keyed(after.acts, past.names)[[*LIST, "who"]]
    found = labels.changed(followed, people, past, inputs(tmp_path, now, TODAY))
    assert list(zip(found["what"], found["ran_out"], strict=True)) == said
