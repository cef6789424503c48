"""Reads the documents of an agency on its social media, and keeps them as they came."""

import hashlib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import TypeAdapter

from audit.config import Loaded
from audit.config_sections import is_file
from audit.guidance.given import (
    CONCERNS,
    POLICY,
    STATEMENT,
    Answer,
    AuthorisedUsers,
    Given,
    GivenDocument,
)
from audit.period import new_zealand_day
from audit.run.online import client
from audit.run.outside import Outside
from connectors.document import read_document
from connectors.errors import AuthError, RetryLater, SourceError
from connectors.http import Reply, Request
from connectors.list_tables import text_table

FOLDER = "governance"
_NAME = "given.json"
_GIVEN = TypeAdapter(Given)
_FAILURES = (AuthError, RetryLater, SourceError)
_LONGEST_WAIT = 60.0  # a document is no reason to hold up a run for long
_MOST_BYTES = 64 << 20


def collect_given(
    loaded: Loaded,
    now: datetime,
    outside: Outside,
    target: Path,
    answers: tuple[Answer, ...] = (),
) -> Given:
    """Read what [governance] names into the folder of a run; what cannot be read says why."""
    folder = target / FOLDER
    folder.mkdir()
    settings = loaded.config.governance
    today = new_zealand_day(now)
    places = {POLICY: settings.policy, STATEMENT: settings.statement, CONCERNS: settings.concerns}
    documents = tuple(
        _document(what, place, loaded, outside, today, folder)
        for what, place in places.items()
        if place
    )
    return Given(documents, _authorised_users(loaded), answers)


def save_given(run: Path, given: Given) -> None:
    """Write what was given into a run folder: texts too, so that they read alike ever after."""
    folder = run / FOLDER
    folder.mkdir(exist_ok=True)
    (folder / _NAME).write_bytes(_GIVEN.dump_json(given, indent=1) + b"\n")


def load_given(run: Path) -> Given:
    """Read what a run folder keeps of it; raises SourceError."""
    path = run / FOLDER / _NAME
    try:
        return _GIVEN.validate_json(path.read_bytes())
    except (OSError, ValueError) as error:
        raise SourceError(f"{path} cannot be read; is this a whole run folder?") from error


def _document(
    what: str, place: str, loaded: Loaded, outside: Outside, today: date, folder: Path
) -> GivenDocument:
    given = GivenDocument(what, place, today)
    if what == CONCERNS and not given.is_address and not is_file(place):
        return replace(given, place="the configuration", paragraphs=(place,))
    try:
        content = _fetched(place, loaded, outside) if given.is_address else _read(loaded, place)
        digest = hashlib.sha256(content).hexdigest()
        kept = replace(given, size=len(content), sha256=digest)
    except _FAILURES as error:
        return replace(given, failure=str(error))
    try:
        document = read_document(content, place)
        name = f"{what}.{document.form}"
        read = replace(kept, file=f"{FOLDER}/{name}", paragraphs=document.paragraphs)
    except SourceError as error:
        name = f"{what}.bin"
        read = replace(kept, file=f"{FOLDER}/{name}", failure=str(error))
    (folder / name).write_bytes(content)
    return read


def _fetched(address: str, loaded: Loaded, outside: Outside) -> bytes:
    config = loaded.config
    wait = min(_LONGEST_WAIT, config.limits.max_wait)
    asker = client(outside.now, outside.sleep, wait, config.agency.contact)
    if urlsplit(address).username is not None:
        raise SourceError("The address holds a user name: give one that everybody may read.")
    return asker.fetch(Request(address), _body)


def _body(reply: Reply) -> bytes:
    return reply.body


def _read(loaded: Loaded, place: str) -> bytes:
    path = loaded.path(Path(place))
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise SourceError(f"{place} is far larger than any policy. Save it as text.")
        return path.read_bytes()
    except OSError as error:
        raise SourceError(f"{place} cannot be read: {error.strerror}.") from error


def _authorised_users(loaded: Loaded) -> AuthorisedUsers | None:
    """Count who is on the list: names of staff are nobody's business in a report."""
    place = loaded.config.governance.authorised_users
    if place is None:
        return None
    try:
        content = _read(loaded, str(place))
        rows = text_table(content, place.name).lines
    except SourceError as error:
        return AuthorisedUsers(place.name, 0, "", str(error))
    digest = hashlib.sha256(content).hexdigest()
    return AuthorisedUsers(place.name, max(len(rows) - 1, 0), digest)
