"""Which files of a Threads export hold what: the folder ``threads/`` of an Instagram export."""

from connectors.archive import Archive, Member
from connectors.exports import meta_files
from connectors.exports.meta_files import Files

_FOLDER = r"threads"
FOLLOWING = Files(
    "threads/following.json",
    rf"{_FOLDER}/following(?:_\d+)?",
    r"text_post_app_text_post_app_following",
    alone=r"following(?:_\d+)?",
)
UNFOLLOWED = Files(
    "threads/recently_unfollowed_profiles.json",
    rf"{_FOLDER}/recently_unfollowed_profiles",
    r"text_post_app_text_post_app_unfollowed_users",
)
LIKED = Files("liked_threads.json", r"liked_threads(?:_\d+)?", r"text_post_app_media_likes")
POSTS = Files(
    "threads_and_replies.json", r"threads_and_replies(?:_\d+)?", r"text_post_app_text_posts"
)
OWNER = Files(
    "threads/personal_information.json",
    rf"{_FOLDER}/personal_information",
    r"text_post_app_text_post_app_profile",
)
READ = (FOLLOWING, UNFOLLOWED, LIKED, POSTS)
FOLDERS = rf"your_instagram_activity/{_FOLDER}"


def json_found(archive: Archive) -> bool:
    """Tell whether there is any file to read, or the word of Meta that there is nothing."""
    return meta_files.json_found(archive, f"{FOLDERS}/", READ)


def pages_found(archive: Archive) -> tuple[Member, ...]:
    """Give the HTML pages that stand in place of the files to read."""
    return meta_files.pages_found(archive, f"{FOLDERS}/", READ)
