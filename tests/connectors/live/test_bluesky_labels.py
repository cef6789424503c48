from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from connectors.labels import Label, read, written
from connectors.live.bluesky_labels import labels_of
from connectors.lookup.answers import text

NOW = datetime(2026, 10, 5, tzinfo=UTC)
MODERATION = "did:plc:tauiramoderation"


def label(word: str, day: str, **more: object) -> dict[str, object]:
    return {"src": MODERATION, "val": word, "cts": f"{day}T00:00:00Z", **more}


def test_a_label_taken_back_or_run_out_does_not_count() -> None:
    profile = {
        "labels": [
            label("spam", "2026-02-01", neg=True),
            label("spam", "2026-01-01"),
            label("rude", "2026-01-01", neg=True),
            label("rude", "2026-03-01"),
            label("threat", "2026-01-01", exp="2026-10-04T00:00:00Z"),
            label("intolerant", "2026-01-01", exp="2026-10-06T00:00:00Z"),
            label("!no-unauthenticated", "2026-01-01"),
        ]
    }
    told = labels_of(profile, NOW)
    assert told is not None
    assert read(told) == (
        Label(MODERATION, "2026-01-01", "intolerant"),
        Label(MODERATION, "2026-03-01", "rude"),
    )


def test_no_label_is_none() -> None:
    assert labels_of({}, NOW) is None
    assert labels_of({"labels": "spam"}, NOW) is None
    assert labels_of({"labels": [{"val": "spam"}, {"src": MODERATION}, 7]}, NOW) is None


Given = list[tuple[str, str, str | None]]
words = st.text(max_size=8)
dates = st.one_of(st.none(), st.text(max_size=12))


@given(st.lists(st.tuples(words, words, dates)))
def test_whatever_is_labelled_is_read_again(labelled: Given) -> None:
    labels = [{"src": source, "val": word, "cts": cts} for source, word, cts in labelled]
    told = labels_of({"labels": labels}, NOW)
    found = read(told) if told else ()
    expected = {
        ("".join(text(one, "src").split()), " ".join(text(one, "val").split())) for one in labels
    }
    assert {(one.source, one.word) for one in found} == {
        (source, word) for source, word in expected if source and word
    }
    assert written(found) == told
