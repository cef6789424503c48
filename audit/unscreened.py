"""Which texts were not screened for words, in sentences: not looked at is not nothing found."""

from audit.case import Case
from audit.review.words import count

_NO_WORDS = (
    "No list of words is used, so no profile was screened for slurs and strong language. "
    "To fetch public lists: follow-audit sources update."
)


def unscreened(case: Case) -> list[str]:
    """Say that no text was screened, or which profiles and shared posts were not."""
    found = case.screened
    if not found.on:
        return [_NO_WORDS]
    told = []
    if found.with_text < found.profiles:
        of = f"{found.with_text:,} of {count(found.profiles, 'follow')}"
        told.append(
            f"The text of the profile is known for {of}; the others were not screened for words."
        )
    if found.posts_off:
        posts = count(found.posts_off, "liked, reposted or quoted post")
        told.append(f"By the configuration, {posts} of others with a text were not screened.")
    return told
