"""Workbooks as people send them back: .xlsx, .xls and .ods, read within limits."""

from connectors.spreadsheets.book import Area, Book, Sheet
from connectors.spreadsheets.open import read_book

__all__ = ["Area", "Book", "Sheet", "read_book"]
