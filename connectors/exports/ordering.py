"""How to order an export again, said once for each platform, and how its HTML form is told."""

import re

from connectors.archive import Archive

ORDER = {
    "x": (
        "In X open Settings and privacy, Your account, “Download an archive of your data”; "
        "give the zip whole, as X sent it."
    ),
    "mastodon": (
        "In Mastodon open Preferences, Import and export: request your archive, download the CSV "
        "“Follows” under Data export, and give both together."
    ),
    "bluesky": (
        "In Bluesky open Settings, Account, “Export my data”, and give the file repo.car as it "
        "came."
    ),
    "youtube": (
        "In Google Takeout choose the channel's brand account first, then YouTube with "
        "subscriptions and playlists, and My Activity with the format JSON."
    ),
    "facebook": (
        "Order it in Facebook's Accounts Centre under “Download your information”, with the "
        "format JSON and the date range All time."
    ),
    "instagram": (
        "Order it in the Accounts Centre under “Download your information” for the Instagram "
        "account, with the format JSON and the date range All time."
    ),
    "threads": (
        "Threads comes inside the download of Instagram: order that in the Accounts Centre with "
        "the format JSON and the date range All time."
    ),
    "linkedin": (
        "In LinkedIn open Settings, Data privacy, “Get a copy of your data”, choose the larger "
        "data archive, and wait for the second e-mail, which has all of it."
    ),
    "tiktok": (
        "In TikTok open Settings and privacy, Account, “Download your data”; choose all data and "
        "the file format JSON."
    ),
}
ORDER_AS_PAGE = (
    "Switch into the Page's own profile first; then order “Download profile information” there, "
    "with the format JSON and the date range All time."
)
# In this order: what Threads calls its pages stands inside an Instagram download.
_PAGES = {
    "x": r"Your archive\.html",
    "instagram": (
        r"(?:followers_and_following/(?:following|followers_\d+|followers)|likes/liked_posts|"
        r"your_instagram_activity/.+|instagram_profile_information/.+)\.html"
    ),
    "facebook": (
        r"(?:your_facebook_activity/.+|your_activity_across_facebook/.+|"
        r"who_you've_followed|friends_and_followers/.+)\.html"
    ),
    "youtube": (
        r"(?:Takeout/.+\.html|(?:watch-history|search-history|MyActivity|archive_browser)\.html)"
    ),
    "tiktok": (
        r"(?:like list|following list|follower list|share history|favorite videos|"
        r"(?:video )?browsing history|[^/]*tiktok[^/]*)\.html"
    ),
}


def pages_of(archive: Archive) -> str:
    """Give the platform whose export, made as pages (HTML), an archive is; empty for none."""
    for platform, names in _PAGES.items():
        if archive.find(re.sub(r"\\\.html", r"\\.html?", names)):
            return platform
    return ""
