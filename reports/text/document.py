"""The words of the document itself: its title, its names, what a flag is."""

from audit.review.model import Agency, Review
from audit.review.words import count

TITLE = "Social media neutrality review"
SUBJECT = "Political balance and flagged sources among follows, likes, reposts and links"
AUTHOR = "Follow Audit"
FLAG_IS_A_PROMPT = "A flag is a prompt to look, not a finding of fault."


def document_title(review: Review) -> str:
    """Write the title of the document, with the period."""
    return f"{TITLE}, {review.period.label}"


def agency_names(agency: Agency) -> str:
    """Write the agency's names, te reo Māori first where there is one."""
    return f"{agency.name_mi} | {agency.name}" if agency.name_mi else agency.name


def not_printed(information: int) -> str:
    """Say that findings for information are on the screen and in the workbook alone."""
    said = count(information, "finding")
    return f"{said} for information not printed here: see the page on a screen, or the workbook."
