"""An intake as JSON, for other programs."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from audit.intake.blocks import block
from audit.intake.words import heading, place, sentences
from connectors.intake.model import Found, Intake


def document(intake: Intake, base: Path, today: date) -> str:
    """Write all of an intake as JSON, with the sentences and the block of each account."""
    content = {
        "found": [_found(one, base, today) for one in intake.found],
        "unrecognised": [
            {"path": place(one.path, base), "why": one.why} for one in intake.unrecognised
        ],
        "in_order": intake.in_order,
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _found(found: Found, base: Path, today: date) -> dict[str, Any]:
    return {
        "platform": found.platform,
        "form": found.form,
        "read": found.method,
        "paths": [place(path, base) for path in found.paths],
        "handle": found.owner.handle,
        "account_id": found.owner.account_id,
        "name": found.owner.name,
        "made_at": found.made_at.isoformat() if found.made_at else None,
        "coverage": json.loads(found.coverage.to_json(orient="records", date_format="iso")),
        "files": [
            {"source": t.source, "records": t.records, "kept": t.kept, "reported": dict(t.reported)}
            for t in found.tallies
        ],
        "trouble": found.trouble,
        "heading": heading(found, base),
        "sentences": list(sentences(found)),
        "block": "" if found.trouble else block(found, base, today),
    }
