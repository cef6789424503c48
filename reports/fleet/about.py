"""The About table over several agencies: what was compared, how, and what it does not say."""

from audit.fleet.model import Fleet
from audit.review.words import weekday
from reports import text
from reports.tables import Column, Table
from reports.text import fleet as words

_COLUMNS = (Column("what", "What", 28), Column("words", "In words", 74))


def about(fleet: Fleet) -> Table:
    """Describe how and when this report was made."""
    rows = (
        ("Period", fleet.period.label),
        ("Data read", f"{weekday(fleet.observed_at)}, the last of them"),
        ("Made with", f"{text.document.AUTHOR} {fleet.tool_version}"),
        ("Order", words.NO_RANKING),
        *(("Before comparing", note) for note in fleet.notes),
        ("Funnel plot", f"{words.FUNNEL} {words.FUNNEL_LIMITS}"),
        ("Luck", words.FUNNEL_LUCK),
        ("Two centres", words.FUNNEL_CENTRES),
        ("No verdict", words.FUNNEL_IS_NO_VERDICT),
        ("Follows alone", words.FUNNEL_ONLY_FOLLOWS),
        ("Flags", text.document.FLAG_IS_A_PROMPT),
        ("Records", text.about.RECORDS),
        ("Release", text.about.RELEASE),
    )
    return Table("tblAbout", "About", "How and when this report was made", _COLUMNS, rows)
