"""Whatever X may put into its fields, a page gives rows or reasons and never ends a run."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from connectors import frames
from connectors.live.x_acts import Acts
from connectors.live.x_known import known_from
from connectors.live.x_lists import items, keys
from connectors.live.x_people import accounts, nameless
from tests.connectors.live.reading import READ_AT

IDS = st.sampled_from(["1", "42", "2116681876239286273", "", "-1", "x", 7, None])
TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["RT @rimu: Kia ora", "@rimu hello", "\ud800", "rimu", "2026-03-01T00:00:00Z"]),
    st.none(),
    st.integers(),
)
URLS = st.sampled_from(
    [
        "https://rimu.example/a",
        "https://x.com/rimu/status/42",
        "https://twitter.com/i/web/status/1/photo/1",
        "https://[broken",
        "",
        None,
    ]
)


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """An object with any of these fields, or what should not stand there."""
    whole = st.fixed_dictionaries({}, optional=fields)
    return st.one_of(whole, whole, st.none(), st.text(max_size=3), st.lists(st.integers()))


def lists_of(one: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.lists(one, max_size=3), st.none(), st.text(max_size=3))


ENTITIES = some(
    urls=lists_of(some(url=URLS, expanded_url=URLS, unwound_url=URLS)),
    mentions=lists_of(some(id=IDS, username=TEXTS)),
)
LONG = some(text=TEXTS, entities=ENTITIES)
REFERENCES = lists_of(some(type=st.sampled_from(["retweeted", "quoted", "replied_to"]), id=IDS))
POSTS = some(
    id=IDS,
    text=TEXTS,
    author_id=IDS,
    created_at=TEXTS,
    entities=ENTITIES,
    note_tweet=LONG,
    note_post=LONG,
    referenced_tweets=REFERENCES,
    referenced_posts=REFERENCES,
    in_reply_to_user_id=IDS,
)
USERS = some(
    id=IDS,
    username=TEXTS,
    name=TEXTS,
    protected=st.one_of(st.booleans(), TEXTS),
    verified=st.one_of(st.booleans(), TEXTS),
    created_at=TEXTS,
    public_metrics=some(followers_count=st.one_of(st.integers(0, 10**6), TEXTS)),
)
ERRORS = lists_of(some(resource_id=IDS, value=IDS, type=TEXTS, detail=TEXTS, resource_type=TEXTS))
BODIES = st.fixed_dictionaries(
    {},
    optional={
        "data": lists_of(st.one_of(POSTS, USERS)),
        "includes": some(tweets=lists_of(POSTS), posts=lists_of(POSTS), users=lists_of(USERS)),
        "errors": ERRORS,
    },
)


@given(BODIES)
def test_every_item_gives_valid_rows_or_a_reason(body: dict[str, Any]) -> None:
    known = known_from([body])
    acts = Acts("42", "example_agency", known)
    found = list(items(body))
    assert len(keys(body)) == len(found)
    outcomes = [
        read(one, "posts, page 1, item 1")
        for one in found
        for read in (acts.follow, acts.like, acts.post)
    ]
    rows = [row for outcome in outcomes if not isinstance(outcome, str) for row in outcome]
    assert all(outcome for outcome in outcomes)
    table = frames.validate("interactions", frames.make("interactions", rows), "X")
    ids = list(table["account_id"].dropna().drop_duplicates())
    frames.validate("accounts", accounts(ids, known, READ_AT), "X")
    assert set(nameless(ids, known)) <= set(ids)
