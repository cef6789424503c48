"""A Review of an invented ministry, as the page's tests need it; nobody in it exists."""

from datetime import date, datetime, timedelta, timezone

import pandas as pd

from audit.review import model

READ_AT = datetime(2026, 10, 5, 6, 30, tzinfo=timezone(timedelta(hours=13)))
PARTIES = tuple(
    model.Party(f"party:{key}", name, "", name, government)
    for key, name, government in (
        ("kauri", "Kauri Party", True),
        ("rimu", "Rimu Party", False),
        ("totara", "Tōtara Movement", True),
        ("kowhai", "Green Party of Kōwhai and Harakeke", False),
    )
)
RANGES = ((0.5, 12.0, 8, 16), (0.3, 7.2, 4, 11), (0.15, 3.6, 1, 7), (0.05, 1.2, 0, 3))


def _balance(scope: str, kind: str, counts: tuple[int, ...], verdict: str) -> model.Balance:
    lines = tuple(
        model.PartyLine(party.id, number, *figures, 0.04)
        for party, number, figures in zip(PARTIES, counts, RANGES, strict=True)
    )
    weights = {line.party: round(100 * line.share) for line in lines}
    return model.Balance(
        scope=scope, kind=kind, n=sum(counts), outside=0, set_aside=0,
        counts={line.party: line.count for line in lines},
        reference=model.Reference("seats", date(2026, 9, 30), weights),
        d=0.3, misplaced=7, floor=0.02, chance_mean=0.16, c95=0.27, p=0.01, p_corridor=0.01,
        p_adjusted=0.02, verdict=verdict, transition=False, lines=lines,
        sentence=f"The {kind} list holds {sum(counts)} politicians.",
        notes=("One minister is set aside, with a reason.",),
    )  # fmt: skip


def _coverage(platform: str, kind: str, status: str, reason: str = "") -> model.Coverage:
    return model.Coverage(
        platform=platform, agency_account="1", handle=f"example_{platform}", kind=kind,
        status=status, method="export", stated=None, fetched=0 if reason else 412,
        unattributed=0, earliest=None, latest=date(2026, 9, 29), as_at=READ_AT, reason=reason,
    )  # fmt: skip


def _finding(place: int, priority: str, platform: str, subject: model.Subject) -> model.Finding:
    return model.Finding(
        item=f"26Q3-{place:04d}-N", key=f"key-{place}", check="flagged-source-followed",
        priority=priority, status="new", title=f"Follows {subject.name}, which a list names",
        platform=platform, agency_account="1", handle=f"example_{platform}", kind="follow",
        subject=subject, happened_on=date(2026, 9, 14), post_url="", why="Row 4 names it.",
        suggested="Unfollow",
        evidence=(model.Evidence("Own list", "2026-09-01", "harbour, news", ""),), clauses=("F3",),
    )  # fmt: skip


def example() -> model.Review:
    """Seven findings, three lists and one platform's own, and likes that could not be read."""
    news = model.Subject("12", "harbour_news", "Ngā Kōrero Hou", "https://x.com/harbour_news")
    post = model.Subject(
        "did:plc:a", "post.example", "A Post", "https://bsky.app/profile/post.example"
    )
    elsewhere = model.Subject("13", "tall_tales", "Tall Tales", "https://tall-tales.example/")
    priorities = ("high", "medium", "low", "high", "info", "medium", "low")
    empty = pd.DataFrame()
    return model.Review(
        agency=model.Agency("Ministry of Example", "Te Manatū Tauira"),
        marking="IN-CONFIDENCE",
        period=model.Period(
            "2026-Q3",
            "Quarter 1 of 2026/27: 1 July to 30 September 2026",
            date(2026, 7, 1),
            date(2026, 9, 30),
        ),
        run_id="2026-Q3-7f3a",
        observed_at=READ_AT,
        answer="6 items need a decision by Friday 30 October 2026; 2 are high priority.",
        status="complete",
        summary=model.Summary(6, 2, 2, 2, 1, 0, 1284, 2, 3, date(2026, 10, 30), False, 0),
        coverage=(
            _coverage("x", "follow", "complete"),
            _coverage("x", "like", "complete"),
            _coverage("bluesky", "repost", "partial", "The export stops in August."),
            _coverage("instagram", "like", "unavailable", "The platform gives no way to read it."),
        ),
        files=(model.SourceFile("x", "example_x", "data/like.js", 9, 8, {"without an id": 1}),),
        inputs=(model.InputFile("x", "example_x", "x-archive.zip", 2048, "ab" * 32),),
        totals={"follow": 612, "like": 540, "repost": 120, "quote": 12, "post": 210},
        labels=model.Labels(
            31, 20, 11, 581, 14,
            model.RegisterState(
                "nz",
                "2026-10-05",
                tuple(model.RegisterCoverage(party.id, "x", 10, 15) for party in PARTIES),
            ),
        ),
        parties=PARTIES,
        balance=(
            _balance("all", "follow", (18, 3, 2, 1), "uneven"),
            _balance("all", "like", (11, 8, 4, 1), "no_sign"),
            _balance("all", "repost", (2, 0, 1, 0), "too_few"),
            _balance("x", "follow", (18, 3, 2, 1), "uneven"),
        ),
        findings=tuple(
            _finding(
                place, priority, *(("x", news), ("bluesky", post), ("x", elsewhere))[place % 3]
            )
            for place, priority in enumerate(priorities)
        ),
        checks=(
            model.CheckWords(
                "flagged-source-followed", "A flagged account is followed",
                "A follow can look like agreement.", "Unfollow, or write down why.", "high",
                ("F3",),
            ),
        ),
        changes=model.Changes(),
        guidance=(),
        limits=("Likes on Instagram: the platform gives no way to read them.",),
        registers=(model.RegisterFile("nz/accounts", "2026-10-05", "cd" * 32, 314),),
        evidence=model.EvidenceTables(empty, empty, empty, empty),
        tool_version="0.1.0",
        headline="You follow 24 politicians: no sign of imbalance beyond luck.",
    )  # fmt: skip
