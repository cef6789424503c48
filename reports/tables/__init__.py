"""Every table of the reports, described once: the workbook and the page write the same ones."""

from reports.tables.about import about, how_to_decide
from reports.tables.balance import balance_lists, balance_parties, headline_list, party_rows
from reports.tables.changes import changes, lists_compared, quarters
from reports.tables.coverage import coverage, files_read
from reports.tables.decisions import decisions_read
from reports.tables.evidence import followed, likes, links, reposts
from reports.tables.findings import findings
from reports.tables.guidance import guidance
from reports.tables.model import Cell, Column, Link, Row, Table
from reports.tables.register import known_accounts
from reports.tables.said import corrections, evidence_of

__all__ = [
    "Cell",
    "Column",
    "Link",
    "Row",
    "Table",
    "about",
    "balance_lists",
    "balance_parties",
    "changes",
    "corrections",
    "coverage",
    "decisions_read",
    "evidence_of",
    "files_read",
    "findings",
    "followed",
    "guidance",
    "headline_list",
    "how_to_decide",
    "known_accounts",
    "likes",
    "links",
    "lists_compared",
    "party_rows",
    "quarters",
    "reposts",
]
