"""The words of the reports over several agencies."""

from collections.abc import Iterable, Mapping

from audit.fleet.model import CENTRES, INSIDE, PLACES, Centre, Fleet, Point
from audit.review.words import KIND_NOUNS, count, per_cent, platform_name
from reports.text import balance, document, labels

TITLE = "Social media neutrality reviews"
SUBJECT = "Neutrality reviews of several agencies, side by side and without any ranking"
OWN_REPORTS = "An agency's name leads to its own report, whose verdicts these are."
TOGETHER = "All agencies together"
NO_RANKING = (
    "Agencies stand in the order of the alphabet. Nothing here ranks them: an agency with more "
    "accounts has more to decide."
)
FUNNEL = (
    "Each point is an agency: to the right, how many politicians it follows; upwards, how many of "
    "those are of the parties in government."
)
FUNNEL_LIMITS = (
    "The limits show what luck alone does to a list of that length. A short list may lie far out "
    "by luck, so the limits are wide on the left."
)
FUNNEL_LUCK = (
    "Of 20 agencies without any preference, about one lies outside the 95 per cent limits; of 200, "
    "about one outside the 99.5 per cent limits."
)
FUNNEL_CENTRES = (
    "Parliament's share answers whether a list looks like Parliament; the agencies' median answers "
    "whether it is usual for an agency. Where many agencies lean to one side, so does their median."
)
FUNNEL_IS_NO_VERDICT = (
    "A place in this plot is no verdict. It looks at government and others alone; an agency's own "
    "report compares every party, and its verdict holds."
)
FUNNEL_ONLY_FOLLOWS = (
    "Follows alone are plotted. Likes and reposts are compared with Parliament as it was on their "
    "own days, so no one line fits two agencies."
)
NO_FUNNEL = (
    "No two agencies here follow enough politicians, measured against the same House, for a plot."
)
SHARED = (
    "Accounts and sites on a list that two agencies or more follow, share or link to. "
    f"{document.FLAG_IS_A_PROMPT}"
)
NONE_SHARED = (
    "In what could be read, no account or site on a list is in the findings of two agencies."
)
UNREAD = "What could not be read may hold items that no report here can show."
ALL_READ = "Every list that the agencies asked for was read in full."
NOT_HERE = "These have no review in this report, so its figures leave them out."
ALL_HERE = "Every agency that was asked for is in this report."
ALL_COMPARED = "Every agency is in a funnel plot."


def around(centre: Centre) -> str:
    """Write what a plot is drawn around: Parliament's share, 53 per cent."""
    return f"{CENTRES[centre.id]}, {per_cent(centre.share)}"


def document_title(fleet: Fleet) -> str:
    """Write the title of the document, with the period."""
    return f"{TITLE}, {fleet.period.label}"


def window_title(fleet: Fleet) -> str:
    """Write the title of the window: reports, quarter and how many agencies."""
    return f"Neutrality reviews, {fleet.period.label.partition(':')[0]} – {agencies(fleet)}"


def plot_title(centre: Centre, number: int) -> str:
    """Write the title of a plot; ``number`` is that of the House where there are several, or 0."""
    which = f"House {number}: " if number else ""
    return f"{which}Follows, around {around(centre)}"


def marking(fleet: Fleet) -> str:
    """Write the protective markings of the agencies' reports, each once."""
    return " / ".join(fleet.markings)


def agencies(fleet: Fleet) -> str:
    """Write how many agencies are in the report."""
    return count(fleet.totals.agencies, "agency", "agencies")


def verdict(read: str, word: str) -> str:
    """Write an agency's own verdict on a list; one that was not read has none."""
    if read == "not_read":
        return "Not read"
    words = balance.VERDICT_WORDS[word]
    return words if read == "complete" else f"{words} (read in part)"


def missing(kinds_by_platform: Mapping[str, Iterable[str]]) -> str:
    """Write which lists were not read in full: X: links; Facebook: follows and quotes."""
    told = [
        f"{platform_name(platform)}: {labels.kinds_in_words(dict.fromkeys(kinds))}"
        for platform, kinds in kinds_by_platform.items()
    ]
    return "; ".join(told) or "Nothing: all was read in full"


def act_words(kinds: tuple[str, ...]) -> str:
    """Write by which acts a source is there: Follow, Link."""
    return ", ".join(KIND_NOUNS[kind][0] for kind in kinds).capitalize()


def plot_in_words(centre: Centre, points: tuple[Point, ...]) -> str:
    """Write what a funnel plot shows, for people who cannot see it."""
    outside = [point for point in points if point.places[centre.id] != INSIDE]
    told = [
        f"{point.agency}: {point.government} of {point.n} of the government, "
        f"{PLACES[point.places[centre.id]].lower()}"
        for point in outside
    ]
    return (
        f"Funnel plot of {count(len(points), 'agency', 'agencies')} around "
        f"{per_cent(centre.share)}. {'. '.join(told) or 'All lie inside the limits'}. "
        "The table beside it has the figures."
    )
