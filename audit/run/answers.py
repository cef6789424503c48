"""What people answered on Guidance sheets: in workbooks that came back and in the last review."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter

from audit.config import Loaded
from audit.guidance.given import Answer
from audit.review.model import GuidanceLine
from audit.run import keep, manifest
from audit.run.last import newest_first
from audit.run.returned import kept
from audit.run.returned.answer_sheet import answers_in
from audit.run.returned.found import workbooks_in, written_in
from audit.run.returned.kept import Places
from audit.run.returned.store import observed_at
from connectors.errors import SourceError

_LINES = TypeAdapter(tuple[GuidanceLine, ...])


def collect_answers(loaded: Loaded) -> tuple[Answer, ...]:
    """Give the last answer to each clause; raises SourceError where a run folder is broken.

    A later day wins; of one day, what stands in a workbook of the last run or in the inbox, or
    was read since that run. A workbook that cannot be read is told of with the decisions.
    """
    output = loaded.path(loaded.config.review.output)
    runs = newest_first(output)
    last = runs[0] if runs else None
    written = written_in(output)
    inbox = workbooks_in([loaded.path(path) for path in loaded.config.review.inbox])
    older = [path for path in written if path.parent != last]
    newer = [path for path in written if path.parent == last]
    known = {manifest.sha256(path) for path in (*written, *inbox)}
    read = _read_since(Places(loaded.base), last, known)
    return _latest([*_in_files(older), *_carried(last), *read, *_in_files([*newer, *inbox])])


def answers_beyond(loaded: Loaded, paths: Iterable[Path]) -> tuple[Answer, ...]:
    """Give the answers in workbooks that the last review did not have; raises SourceError."""
    runs = newest_first(loaded.path(loaded.config.review.output))
    carried = {replace(one, source="") for one in _carried(runs[0] if runs else None)}
    return tuple(one for one in _in_files(paths) if replace(one, source="") not in carried)


def _latest(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    found: dict[str, Answer] = {}
    for one in answers:
        before = found.get(one.clause)
        if before is None or one.on is None or before.on is None or one.on >= before.on:
            found[one.clause] = one
    return tuple(found[clause] for clause in sorted(found))


def _carried(run: Path | None) -> Iterator[Answer]:
    if run is None:
        return
    path = run / "review.json"
    try:
        lines = _LINES.validate_python(keep.read_json(path)["guidance"])
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(f"{path} is not one of this tool.") from error
    for line in lines:
        if line.answer:
            yield Answer(line.clause, line.answer, line.by, line.answered_on, run.name)


def _in_files(paths: Iterable[Path]) -> Iterator[Answer]:
    for path in paths:
        yield from answers_in(path, path.name)


def _read_since(places: Places, run: Path | None, known: Container[str]) -> Iterator[Answer]:
    """Give the answers of workbooks that were read since a run and lie nowhere else by now."""
    if run is None:
        return
    moment = observed_at(keep.read_json(run / "review.json"), run)
    for file in kept.files_since(places, moment):
        if file.sha256 not in known:
            yield from answers_in(places.copy(file.sha256, file.file), file.file)
