"""The example Review's items: every check, priority and status is there."""

from datetime import date

from audit.item import item_number
from audit.review import model

_FLAG = model.Evidence(
    "Ministry's own list",
    "2026-09-01",
    "Ministry's own list | account | x:@tall_tales",
    "https://panel.example/4",
    "flagged.csv, line 5",
    "4c" * 32,
    "1",
    "Mend or delete the row in your own list.",
)
_POLITICAL = model.Evidence("nz/accounts", "2026-10-05", "Hōne Example, Kauri Party", "")
_CASES = (
    # check, priority, status, kind, title, handle, name, suggested
    ("flagged-source-followed", "high", "new", "follow",
     "Follows Tall Tales Daily, which a list names", "tall_tales", "Tall Tales Daily", "Unfollow"),
    ("flagged-source-shared", "high", "overdue", "repost",
     "Reposted Tall Tales Daily, which a list names", "tall_tales", "Tall Tales Daily",
     "Undo repost"),
    ("flagged-link-posted", "high", "new", "link",
     "Linked to tall-tales.example, which a list names", "", "tall-tales.example", "Escalate"),
    ("political-account-shared", "medium", "open", "like",
     "Liked a post by Hōne Example, Kauri Party", "hone_kauri", "Hōne Example", "Undo like"),
    ("political-account-shared", "medium", "returned", "quote",
     "Quoted Mere Sample, Rimu Party", "mere_rimu", "Mere Sample", "Escalate"),
    ("account-not-read", "medium", "new", "like",
     "We could not read the likes of this account", "", "", "Escalate"),
    ("purpose-missing", "low", "new", "follow",
     "No purpose is recorded for following Harbour News", "harbour_news", "Harbour News",
     "Record a purpose"),
    ("purpose-missing", "info", "new", "follow",
     "No purpose is recorded for following Kererū Trust", "kereru_trust",
     "Kererū Trust | Te Tarahiti Kererū", "Record a purpose"),
    ("flagged-source-followed", "high", "decided", "follow",
     "Follows Harbour News, which a list names", "harbour_news", "Harbour News", "Unfollow"),
    ("political-account-shared", "medium", "done", "like",
     "Liked a post by Mere Sample, Rimu Party", "mere_rimu", "Mere Sample", "Undo like"),
)  # fmt: skip


def _finding(place: int, case: tuple[str, ...]) -> model.Finding:
    check, priority, status, kind, title, handle, name, suggested = case
    shared = kind in {"like", "repost", "quote"}
    decision = model.Decision(
        "Keep", "Statutory partner: tēnā, keep", "A. Manager", date(2026, 12, 18), date(2026, 7, 9)
    )
    return model.Finding(
        item=item_number(date(2026, 9, 30), place), key=f"key-{place}", check=check,
        priority=priority, status=status, title=title, platform="x", agency_account="1",
        handle="example_ministry", kind=kind,
        subject=model.Subject("", handle, name, f"https://x.com/{handle}" if handle else ""),
        happened_on=date(2026, 8, 1 + place) if shared else None,
        post_url=f"https://x.com/i/status/{1900000000000000000 + place}" if shared else "",
        why="The Ministry's own list of 1 September 2026 names it in row 4. People who see the "
        "follow may take it for agreement." if check.startswith("flagged") else
        "The register of 5 October 2026 holds this account. A like can look like support.",
        suggested=suggested, evidence=(_FLAG if check.startswith("flagged") else _POLITICAL,),
        clauses=("F3",),
        decision=decision if status == "decided" else model.Decision(),
    )  # fmt: skip


FINDINGS = tuple(_finding(place, case) for place, case in enumerate(_CASES, start=1))
