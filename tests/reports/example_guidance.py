"""Lines of the guidance for the example: one of each status, an answer, and many items."""

from datetime import date

from audit.review.model import GuidanceLine

LINES = (
    GuidanceLine(
        clause="P1",
        status="not_met",
        evidence="Hana Example answered “No” on 3 March 2026.",
        findings=(),
        section="Social media policy",
        strength="must",
        requirement="The agency has a social media policy that says how it will use social media",
        question="Is there a social media policy in force?",
        answer="No",
        by="Hana Example",
        answered_on=date(2026, 3, 3),
    ),
    GuidanceLine(
        clause="T6",
        status="met",
        evidence="The transparency statement says: “Ehara te whai i te tautoko: following or "
        "liking does not mean that we endorse anybody.”",
        findings=(),
        section="Transparency statement",
        strength="should",
        requirement="The statement says that following or liking is not necessarily endorsement",
    ),
    GuidanceLine(
        clause="F1",
        status="attention",
        evidence="7 findings to look at: “Follow without a recorded purpose”.",
        findings=tuple(f"26Q3-000{number}-X" for number in range(1, 8)),
        section="Following and interacting",
        strength="should",
        requirement="Follows have a clear business purpose",
    ),
    GuidanceLine(
        clause="F5",
        status="not_assessed",
        evidence="Not looked at in full: the links of @example on X (see Coverage).",
        findings=(),
        section="Following and interacting",
        strength="should",
        requirement="Linking to another source is treated as likely to be seen as endorsement",
    ),
    GuidanceLine(
        clause="M1",
        status="needs_a_person",
        evidence="Nothing that this review reads shows it, so a person is asked.",
        findings=(),
        section="Responding and moderating",
        strength="must",
        requirement="The agency's platforms are impartial politically neutral safe and accessible",
        question="Are your platforms impartial, politically neutral, safe and accessible?",
    ),
)
