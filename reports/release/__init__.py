"""Writes the copy for release: a page, flat CSV files and paragraphs to paste."""

from reports.release.write import write_release

__all__ = ["write_release"]
