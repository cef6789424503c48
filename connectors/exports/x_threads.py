"""Which records of tweets.js are posts of their own: threads, replies, versions after an edit."""

from connectors.exports.x_values import Record, numeric_id

OLDER_VERSION = "an older version of an edited post"
_REPLY_FIELDS = (
    "in_reply_to_status_id_str",
    "in_reply_to_status_id",
    "in_reply_to_user_id_str",
    "in_reply_to_screen_name",
)


def replies_to_another(post: Record, text: str, own_id: str, own_handle: str | None) -> bool:
    """Tell a reply to somebody else; one to oneself goes on a thread, and is a post.

    A reply to oneself that begins by naming another is part of a talk with that account.
    """
    if not any(post.get(name) for name in _REPLY_FIELDS):
        return False
    number = numeric_id(
        post.get("in_reply_to_user_id_str") or post.get("in_reply_to_user_id")
    ) or numeric_id(post.get("in_reply_to_user_id"))
    name = str(post.get("in_reply_to_screen_name") or "").casefold()
    own = (own_handle or "").casefold()
    to_us = number == own_id if number else bool(own) and name == own
    first = text.lstrip().split(" ", 1)[0].casefold()
    return not to_us or (first.startswith("@") and first != f"@{own}")


def has_later_version(post: Record, post_id: str) -> bool:
    """Tell whether the post was edited after this version: each version has its own id.

    ``edit_info.initial.editTweetIds`` lists the versions; in one that was edited itself,
    ``edit_info.edit.editControlInitial.editTweetIds`` does.
    """
    info = _inner(post, "edit_info")
    edit = _inner(info, "edit")
    listed = [
        one
        for control in (_inner(info, "initial"), _inner(edit, "editControlInitial"))
        for one in _list(control.get("editTweetIds"))
    ]
    versions = (numeric_id(one) for one in listed)
    return any(int(one) > int(post_id) for one in versions if one)


def _inner(record: Record, key: str) -> Record:
    value = record.get(key)
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
