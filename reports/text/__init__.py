"""The words of the reports that the workbook and the page share, a subject a file."""

from reports.text import about, balance, decisions, document, guidance, labels

__all__ = ["about", "balance", "decisions", "document", "guidance", "labels"]
