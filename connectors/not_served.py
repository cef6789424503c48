"""Platforms whose interface serves no agency, why, and which export to order instead."""

from collections.abc import Mapping

from connectors.exports.ordering import ORDER

NOT_SERVED: Mapping[str, str] = {
    "tiktok": (
        "TikTok has no interface that tells an agency what its account follows, likes or reposts: "
        "the one that does is for researchers of non-profit institutions, and the one for "
        f"everybody gives own videos alone. {ORDER['tiktok']}"
    ),
}
