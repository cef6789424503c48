"""Old Excel files (.xls) and OpenDocument files (.ods), through calamine in a process of its own.

A damaged file can make calamine ask for more memory than there is, which ends its process at once;
so it never ends the run.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pickle import PicklingError

from connectors.spreadsheets.book import Book
from connectors.spreadsheets.calamine_book import DAMAGED, LOCKED, TOO_LARGE, calamine_book
from connectors.spreadsheets.refusals import damaged, locked, too_large

if sys.platform != "win32":
    import resource

_MEMORY = 4 * 2**30
_SECONDS = 300


def older_book(content: bytes, name: str) -> Book:
    """Read every sheet; raises SourceError where it is damaged, locked or too large."""
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_within_limits)
    with pool:
        try:
            read = pool.submit(calamine_book, content).result(_SECONDS)
        except (BrokenProcessPool, PicklingError, TypeError, TimeoutError) as error:
            raise damaged(name) from error
    if isinstance(read, Book):
        return read
    raise {DAMAGED: damaged, LOCKED: locked, TOO_LARGE: too_large}[read](name)


def _within_limits() -> None:
    """Keep the process from taking all memory, where the system lets it be said."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
