"""The fingerprint of a finding's evidence: it changes when what speaks for the finding does."""

import hashlib
import json

from audit.review.model import Finding


def evidence_of(finding: Finding) -> str:
    """Give 16 hexadecimal digits of who says what about the subject, without dates of lists.

    A list's new date or file alone does not change it: only another source or another row does.
    """
    said = sorted({(one.source, one.row) for one in finding.evidence})
    about = said or [("", finding.title)]
    text = json.dumps([finding.check, about], ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
