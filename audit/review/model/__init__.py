"""The Review and its parts: plain data, made once, read by the reports and written to review.json.

The keys follow the review.json contract; a reader ignores keys it does not know.
"""

from audit.review.model.balance import Balance, Everyone, PartyKnown, PartyLine, Reference
from audit.review.model.changes import Change, Changes, ListCompared, Mix, Quarter
from audit.review.model.decisions import NONE_READ, DecisionsRead, RowRead
from audit.review.model.finding import CheckWords, Decision, Evidence, Finding, Subject
from audit.review.model.read import Coverage, InputFile, SourceFile
from audit.review.model.register import (
    ElectionPeriod,
    Labels,
    Party,
    PlatformKnown,
    RegisterCoverage,
    RegisterFile,
    RegisterState,
)
from audit.review.model.review import (
    EVIDENCE_COLUMNS,
    LAYOUT,
    SCHEMA,
    Agency,
    EvidenceTables,
    GuidanceLine,
    Period,
    Review,
    Summary,
)

__all__ = [
    "EVIDENCE_COLUMNS",
    "LAYOUT",
    "NONE_READ",
    "SCHEMA",
    "Agency",
    "Balance",
    "Change",
    "Changes",
    "CheckWords",
    "Coverage",
    "Decision",
    "DecisionsRead",
    "ElectionPeriod",
    "Everyone",
    "Evidence",
    "EvidenceTables",
    "Finding",
    "GuidanceLine",
    "InputFile",
    "Labels",
    "ListCompared",
    "Mix",
    "Party",
    "PartyKnown",
    "PartyLine",
    "Period",
    "PlatformKnown",
    "Quarter",
    "Reference",
    "RegisterCoverage",
    "RegisterFile",
    "RegisterState",
    "Review",
    "RowRead",
    "SourceFile",
    "Subject",
    "Summary",
]
