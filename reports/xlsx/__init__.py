"""Puts tables, text, rules and charts into an .xlsx file; the only room that knows XlsxWriter."""

from reports.xlsx.book import Book, Properties
from reports.xlsx.chart import Bars, Chart
from reports.xlsx.collector import without_search_for_cycles
from reports.xlsx.scatter import Block, Dash, Line, Scatter
from reports.xlsx.sheet import Sheet

__all__ = [
    "Bars",
    "Block",
    "Book",
    "Chart",
    "Dash",
    "Line",
    "Properties",
    "Scatter",
    "Sheet",
    "without_search_for_cycles",
]
