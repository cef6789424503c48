"""The words of the document itself: its title, its names, what a flag is."""

from audit.review.model import Agency, Review
from audit.review.words import count
from reports.clean import clean

TITLE = "Social media neutrality review"
SUBJECT = "Political balance and flagged sources among follows, likes, reposts and links"
AUTHOR = "Follow Audit"
FLAG_IS_A_PROMPT = "A flag is a prompt to look, not a finding of fault."


def document_title(review: Review) -> str:
    """Write the title of the document, with the period."""
    return f"{TITLE}, {review.period.label}"


def agency_names(agency: Agency) -> str:
    """Write the agency's names, te reo Māori first; once where that is its only name."""
    both = agency.name_mi and not only_te_reo(agency)
    return f"{agency.name_mi} | {agency.name}" if both else agency.name


def only_te_reo(agency: Agency) -> bool:
    """Tell whether the agency has one name, and that in te reo Māori: both settings say it."""
    return clean(agency.name) == clean(agency.name_mi)


def not_printed(information: int) -> str:
    """Say that findings for information are on the screen and in the workbook alone."""
    said = count(information, "finding")
    return f"{said} for information not printed here: see the page on a screen, or the workbook."
