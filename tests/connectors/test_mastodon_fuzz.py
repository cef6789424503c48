"""Whatever stands in a Mastodon export: valid frames, or one sentence."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.archive import open_archive
from connectors.exports import mastodon
from tests.connectors.contract import write_folder
from tests.connectors.mastodon_files import HOME, KAURI_POST, PUBLIC, collection
from tests.connectors.test_mastodon_csv import account

TEXTS = ("Create", "Announce", "Mention", "Tombstone", "Link", PUBLIC, HOME, KAURI_POST)
MORE = ("@kea@birds.example", "MÄori", "https://[", "<p><a href='https://a.b/'>", "kea")
KEYS = (
    *("id", "type", "actor", "object", "to", "cc", "published", "content", "url", "tag", "href"),
    *("name", "inReplyTo", "quote", "quoteUri", "quoteAuthorization", "attributedTo", "attachment"),
    *("preferredUsername", "webfinger", "orderedItems", "totalItems", "summary"),
)
LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=9)
SHAPED = st.recursive(
    LEAVES | st.sampled_from([*TEXTS, *MORE]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=8)
    ),
    max_leaves=20,
)
NOTES = st.dictionaries(st.sampled_from(KEYS), SHAPED, max_size=8)
ACTS = st.fixed_dictionaries(
    {"type": st.sampled_from(["Create", "Announce"]), "to": st.just([PUBLIC]), "object": NOTES},
    optional={"actor": SHAPED, "cc": SHAPED, "id": SHAPED, "published": SHAPED},
)


@given(acts=st.lists(ACTS | SHAPED, max_size=4), likes=st.lists(SHAPED, max_size=4), actor=SHAPED)
def test_any_json_gives_valid_frames_and_every_record_is_counted(
    tmp_path_factory: pytest.TempPathFactory, acts: list[Any], likes: list[Any], actor: Any
) -> None:
    files = {
        "actor.json": json.dumps(actor).encode(),
        "outbox.json": collection("outbox.json", acts),
        "likes.json": collection("likes.json", likes),
        "following.json": collection("following.json", likes),
        "pixelfed-following.json": json.dumps(likes).encode(),
    }
    path = write_folder(tmp_path_factory.mktemp("any") / "export", files)
    collected = mastodon.read(open_archive([path]), account(path)).validated("Mastodon export")
    read = {tally.source: tally.records for tally in collected.tallies}
    assert read == {
        "following.json": len(likes),
        "pixelfed-following.json": len(likes),
        "likes.json": len(likes),
        "outbox.json": len(acts),
    }


@given(content=SHAPED)
def test_any_value_in_place_of_a_file_gives_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: Any
) -> None:
    names = ("actor.json", "outbox.json", "likes.json", "pixelfed-following.json")
    files = dict.fromkeys(names, json.dumps(content).encode())
    path = write_folder(tmp_path_factory.mktemp("any") / "export", files)
    collected = mastodon.read(open_archive([path]), account(path)).validated("Mastodon export")
    for row in collected.coverage.to_dict("records"):
        assert row["status"] == "complete" or row["reason"]
