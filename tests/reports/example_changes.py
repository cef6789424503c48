"""Changes of every cause, lists that could and could not be compared, and quarters with a gap."""

from datetime import date

from audit.review import model


def _change(what: str, kind: str, account: str, words: str, post: str = "") -> model.Change:
    return model.Change(
        what=what, platform="x", agency_account="1", handle="example_ministry", kind=kind,
        account_id="4100", account=account, name="An example", url="https://x.com/example",
        post_url=post, words=words,
        evidence="In 2026-Q2 (read 5 July 2026); not in 2026-Q3 (read 5 October 2026).",
        first_seen=date(2026, 4, 5), last_seen=date(2026, 7, 5),
    )  # fmt: skip


def _quarter(number: int, share: float, verdict: str, need: int) -> model.Quarter:
    return model.Quarter(
        f"2026-Q{number}", f"Quarter {number} of 2026: some days", f"2026-Q{number}",
        600, 500, 130, 300, need + 4, need,
        (
            model.Mix("follow", 24, share, 8, verdict),
            model.Mix("like", 5, 0.4, 1, "too_few"),
            model.Mix("repost", 7, 0.2, 1, "too_few"),
        ),
    )  # fmt: skip


CHANGES = model.Changes(
    since="2026-Q2", followed=1, unfollowed=1, redone=0, undone=1, gone_from_platform=1,
    label_changed=1, register_changed=1, not_known=3,
    sentence="Since the review of 2026-Q2 (read 5 July 2026): 1 account followed, 1 account "
    "unfollowed, 1 like or repost taken back, 1 followed account gone, 1 label changed and 1 "
    "answer of the data changed. 2 of 3 lists could be compared in full.",
    notes=("The register kept by 2026-Q1 is not in the form of this version.",),
    items=(
        _change("followed", "follow", "new_account", "Followed since."),
        _change("unfollowed", "follow", "old_account", "No longer in the list of follows."),
        _change("undone", "like", "liked", "The like is no longer in the list.",
                "https://x.com/liked/status/12"),
        _change("gone", "follow", "gone_account", "Its platform says that it is deleted."),
        _change("label", "follow", "member_then", "Then a member, now a former member."),
        _change("register", "follow", "put_right", "Then nobody, now a member."),
    ),
    lists=(
        model.ListCompared("x", "1", "example_ministry", "follow", "2026-Q2", True, 0, 0, ""),
        model.ListCompared("x", "1", "example_ministry", "like", "2026-Q2", True, 0, 0, ""),
        model.ListCompared("mastodon", "1", "example@social.example", "follow", "2026-Q1", False,
                           2, 1, "It was not read in this review."),
    ),
    trend=(
        _quarter(1, 0.12, "no_sign", 20),
        model.Quarter("2026-Q2", "Quarter 2 of 2026: some days"),
        _quarter(3, 0.32, "uneven", 7),
    ),
)  # fmt: skip
