"""What becomes of an answer of a form that nobody foresaw: an error that says what to do.

The readers take for granted what a platform documents, and look at the rest part by part. Where
an answer is of neither kind, whatever Python raises on the way to rows ends here and nowhere else.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from connectors.errors import SourceError

UNKNOWN = "an answer has a form that Follow Audit does not know"
# What taking a value for one of another form raises; dates and numbers out of range are among it.
_OF_ANOTHER_FORM = (
    *(TypeError, AttributeError, KeyError, IndexError, ValueError),
    *(OverflowError, RecursionError),
)


@contextmanager
def foreseen(what: str, where: str) -> Iterator[None]:
    """Raise SourceError where a value is of another form; what raises an error of ours goes on.

    ``what`` was read, such as a list with its account; ``where`` is the file that keeps the pages.
    """
    try:
        yield
    except _OF_ANOTHER_FORM as error:
        raise SourceError(
            f"{what} was not read: {UNKNOWN} (the pages are in {where}). Run with --full to ask "
            "again; if that does not help, update Follow Audit, and read the account's export "
            "until then."
        ) from error
