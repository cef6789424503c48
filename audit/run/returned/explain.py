"""Gathers what the run folders and the decisions know of one item."""

from audit.checks import CHECKS
from audit.config import Loaded
from audit.decisions.explain import Known
from audit.decisions.model import Earlier
from audit.run import keep
from audit.run.last import newest_first
from audit.run.returned import kept
from audit.run.returned.kept import Places
from audit.run.returned.store import findings_of, observed_at
from connectors.errors import ConfigError


def known_of(loaded: Loaded, item: str) -> Known:
    """Gather what is known of an item; raises ConfigError where no run has it."""
    wanted = item.strip().upper()
    output = loaded.path(loaded.config.review.output)
    runs = newest_first(output)[::-1]
    seen = [
        (path.name, Earlier(finding, observed_at(keep.read_json(path / "review.json"), path)))
        for path in runs
        for finding in findings_of(path)
        if finding.item == wanted
    ]
    if not seen:
        said = f"No run in {output} has an item {wanted}. Copy its number from the workbook."
        raise ConfigError([said])
    names = [path.name for path in runs]
    places = Places(loaded.base)
    check = seen[-1][1].finding.check
    return Known(
        seen=[one for _, one in seen],
        runs=[run for run, _ in seen],
        later=names[names.index(seen[-1][0]) + 1 :],
        check=next((one.words for one in CHECKS if one.words.id == check), None),
        decisions=kept.load_decisions(places),
        readings=kept.load_readings(places),
    )
