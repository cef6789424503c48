"""A review.json is read back as it was written, or refused with a reason."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.review.document import document
from audit.review.kept import review_of
from connectors.errors import SourceError
from tests.reports.example import example

WRITTEN = document(example())
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def test_a_review_is_read_back_to_the_last_letter() -> None:
    assert document(review_of(json.loads(WRITTEN))) == WRITTEN


@given(key=st.sampled_from(sorted(json.loads(WRITTEN))), value=ANYTHING)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_damage_is_refused_or_harmless(key: str, value: Any) -> None:
    content = json.loads(WRITTEN) | {key: value}
    with suppress(SourceError):
        document(review_of(content))


@pytest.mark.parametrize("content", [None, [], {}, {"schema": 1}])
def test_what_is_no_review_is_refused(content: Any) -> None:
    with pytest.raises(SourceError, match="not one that this version"):
        review_of(content)


def test_another_version_is_said() -> None:
    with pytest.raises(SourceError, match="not one that this version"):
        review_of(json.loads(WRITTEN) | {"schema": 99})


def test_what_a_review_may_lack_is_not_needed() -> None:
    content = json.loads(WRITTEN)
    del content["headline"]
    assert review_of(content).headline == ""
