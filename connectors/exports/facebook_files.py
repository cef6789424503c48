"""Which files of a Facebook export hold what, under all the roots and names they have had.

Roots: none (to 2023), ``your_activity_across_facebook/``, ``your_facebook_activity/`` (2024 on,
also below ``personal_information/profile_information/``), and for Pages
``this_profile's_activity_across_facebook/``. File names are English in every language.
"""

from connectors.archive import Archive, Member
from connectors.exports import meta_files
from connectors.exports.meta_files import Files
from connectors.exports.unread import Unread

_OLD = r"following_and_followers"


FOLLOWED = Files(
    "who_you've_followed.json",
    rf"who_you've_followed|who_you_follow|(?:friends_and_followers|{_OLD})/following",
    r"following(?:_v\d+)?",
)
PAGES_FOLLOWED = Files(
    "pages_and_profiles_you_follow.json",
    rf"pages_and_profiles_you_follow|pages_you_follow|{_OLD}/followed_pages",
    r"pages_followed(?:_v\d+)?",
)
PAGES_LIKED = Files(
    "pages_you've_liked.json",
    r"pages_you've_liked|(?:pages|likes_and_reactions)/pages",
    r"page_likes(?:_v\d+)?",
)
UNFOLLOWED = Files(
    "pages_and_profiles_you've_unfollowed.json",
    rf"pages_and_profiles_you've_unfollowed|pages_you've_unfollowed|{_OLD}/unfollowed_pages",
    r"pages_unfollowed(?:_v\d+)?",
)
REACTIONS = Files(
    "likes_and_reactions.json",
    r"likes_and_reactions(?:_\d+)?|(?:comments_and_reactions|likes_and_reactions)/posts_and_comments",
    r"reactions(?:_v\d+)?",
)
POSTS = Files(
    "your_posts_1.json or profile_posts_1.json",
    r"your_posts(?:__check_ins__photos_and_videos)?(?:_\d+)?|profile_posts(?:_\d+)?",
    r"status_updates(?:_v\d+)?",
)
OWNER = Files(
    "profile_information.json",
    r"profile_information/profile_information",
    r"profile(?:_v\d+)?",
)
ADMINISTERED = Files("your_pages.json", r"your_pages", r"pages(?:_v\d+)?")
_PICTURES = r"album/[^/]+|(?:your_)?photos|(?:your_)?uncategorized_photos"
UNREAD = (
    Unread(
        r"(?:posts|photos_and_videos)/(?:your_)?videos(?:_\d+)?\.json",
        "with texts of videos, of which the posts may lack some",
    ),
    Unread(
        rf"(?:posts|photos_and_videos)/(?:{_PICTURES})\.json",
        "with texts of pictures, of which the posts may lack some",
    ),
)
FOLLOW_LISTS = (FOLLOWED, PAGES_FOLLOWED, PAGES_LIKED)
READ = (*FOLLOW_LISTS, UNFOLLOWED, REACTIONS, POSTS)

FOLLOW_FOLDERS = rf"connections(?:/followers)?|friends_and_followers|{_OLD}"
REACTION_FOLDERS = r"comments_and_reactions|likes_and_reactions"
POST_FOLDERS = r"posts"
_ROOTS = (
    r"your_facebook_activity|your_activity_across_facebook|this_profile's_activity_across_facebook"
)
_INSIDE = rf"(?:{_ROOTS})/(?:.+/)?"
_PAGE = r"this_profile's_activity_across_facebook/.+|profile_posts(?:_\d+)?\.json"


def json_found(archive: Archive) -> bool:
    """Tell whether there is any file to read, or the word of Meta that there is nothing."""
    return meta_files.json_found(archive, _INSIDE, READ)


def pages_found(archive: Archive) -> tuple[Member, ...]:
    """Give the HTML pages that stand in place of the files to read."""
    return meta_files.pages_found(archive, _INSIDE, READ)


def is_page_export(archive: Archive) -> bool:
    """Tell whether the export was made by a Page, not by a person."""
    return bool(archive.find(_PAGE))
