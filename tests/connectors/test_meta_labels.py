"""label_values in any language."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from connectors.exports.meta_labels import labels_of
from connectors.exports.meta_text import repair
from tests.connectors.meta_files import meta_json

POST = "https://www.facebook.com/example.party/posts/1"
RECORD = {
    "label_values": [
        {"label": "リアクション", "value": "超いいね！"},
        {"label": "URL", "value": POST, "href": POST},
        {
            "title": "Eigentümer",
            "dict": [{"title": "", "dict": [{"label": "名前", "value": "Te Pāti Tauira"}]}],
        },
    ]
}
UNKNOWN = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["label", "value", "href", "title", "dict"]), inner)
    ),
    max_leaves=12,
)


def test_lines_and_groups_are_found_by_any_of_their_names() -> None:
    labels = labels_of(repair(json.loads(meta_json(RECORD))))
    assert labels is not None
    assert labels.own.value("reaction", "リアクション") == "超いいね！"
    assert labels.own.address() == POST
    owner = labels.group("owner", "eigentümer")
    assert owner is not None
    assert owner.value("name", "名前") == "Te Pāti Tauira"
    assert labels.group("author") is None


def test_an_address_under_a_label_of_another_language() -> None:
    labels = labels_of({"label_values": {"label": "Adresse", "value": "x", "href": POST}})
    assert labels is not None
    assert labels.own.address() == POST


def test_an_address_that_is_a_value_alone() -> None:
    labels = labels_of({"label_values": [{"label": "Adresse", "value": "x"}, {"value": POST}]})
    assert labels is not None
    assert labels.own.address() == POST


def test_metas_own_field_names_do_for_labels() -> None:
    line = {"label": "Nom", "ent_field_name": "Name", "value": "Kauri"}
    labels = labels_of({"label_values": [line]})
    assert labels is not None
    assert labels.own.value("name") == "Kauri"


def test_a_record_of_another_form_has_none() -> None:
    assert labels_of({"title": "x"}) is None


@given(UNKNOWN)
def test_any_structure_is_read(value: Any) -> None:
    labels = labels_of({"label_values": value})
    assert labels is not None
    assert isinstance(labels.own.address(), str)
    assert all(isinstance(line.value, str) for group in labels.groups for line in group.lines)
