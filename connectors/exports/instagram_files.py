"""Which files of an Instagram export hold what, under the folders they have had.

To 2023 ``followers_and_following/``, ``likes/``, ``content/``; then
``connections/followers_and_following/`` and ``your_instagram_activity/{likes,media,…}/``, where
``threads/`` is an export of Threads inside (threads.py). File names are English in every language.
"""

from connectors.archive import Archive, Member
from connectors.exports import meta_files
from connectors.exports.meta_files import Files

_MEDIA = r"(?:media|content)"
FOLLOWING = Files(
    "following.json",
    r"followers_and_following/following(?:_\d+)?",
    r"relationships_following",
    alone=r"following(?:_\d+)?",
)
UNFOLLOWED = Files(
    "recently_unfollowed_profiles.json",
    r"followers_and_following/recently_unfollowed_(?:profiles|accounts)",
    r"relationships_unfollowed_users",
)
LIKED = Files("liked_posts.json", r"liked_posts(?:_\d+)?", r"likes_media_likes")
STORIES_LIKED = Files("story_likes.json", r"story_likes(?:_\d+)?", r"story_activities_story_likes")
COMMENTS_LIKED = Files("liked_comments.json", r"liked_comments(?:_\d+)?", r"likes_comment_likes")
POSTS = Files("posts_1.json", rf"{_MEDIA}/posts(?:_\d+)?", r"ig_posts_media")
REELS = Files("reels.json", rf"{_MEDIA}/reels(?:_\d+)?", r"ig_reels_media")
STORIES = Files("stories.json", rf"{_MEDIA}/stories(?:_\d+)?", r"ig_stories")
IGTV = Files("igtv_videos.json", rf"{_MEDIA}/igtv_videos(?:_\d+)?", r"ig_igtv_media")
REPOSTS = Files(
    "reposts.json", rf"(?:{_MEDIA}|personal_information)/reposts(?:_\d+)?", r"profile_media_reposts"
)
OWNER = Files(
    "personal_information.json",
    r"(?:personal_information|account_information)/personal_information",
    r"profile_user",
)
OWN_POSTS = (POSTS, REELS, STORIES, IGTV)
READ = (FOLLOWING, UNFOLLOWED, LIKED, STORIES_LIKED, COMMENTS_LIKED, *OWN_POSTS, REPOSTS)

FOLLOW_FOLDERS = r"followers_and_following"
LIKE_FOLDERS = r"likes"
POST_FOLDERS = _MEDIA
_ROOT = r"your_instagram_activity/(?!threads/)(?:[^/]+/)*"


def json_found(archive: Archive) -> bool:
    """Tell whether there is any file to read, or the word of Meta that there is nothing."""
    return meta_files.json_found(archive, f"{_ROOT}|{FOLLOW_FOLDERS}/", READ)


def pages_found(archive: Archive) -> tuple[Member, ...]:
    """Give the HTML pages that stand in place of the files to read."""
    return meta_files.pages_found(archive, _ROOT, READ)
