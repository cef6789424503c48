"""Why a workbook is not read, and what to do about it."""

from connectors.errors import SourceError


def locked(name: str) -> SourceError:
    """Say that a workbook is locked."""
    return SourceError(
        f"{name} is locked with a password or a sensitivity label. Save a copy without it."
    )


def damaged(name: str) -> SourceError:
    """Say that a workbook is damaged."""
    return SourceError(f"{name} is a damaged workbook. Open it, save it again, and retry.")


def no_workbook(name: str) -> SourceError:
    """Say that a file is no workbook."""
    return SourceError(f"{name} is no workbook. Save it as XLSX, XLS or ODS.")


def too_large(name: str) -> SourceError:
    """Say that a workbook holds more than any workbook of a review."""
    return SourceError(f"{name} is too large to be a review's workbook, so it is not read.")
