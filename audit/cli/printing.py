"""Finds what prints a page where a PDF is wanted."""

import os

from audit.run.produce import Printing
from reports.pdf import find_browser


def printing(*, pdf: bool) -> Printing | None:
    """Give the browser that prints, or that there is none; null where no PDF is wanted."""
    return Printing(find_browser(os.environ)) if pdf else None
