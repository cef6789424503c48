import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.errors import SourceError
from connectors.exports.bluesky_mst import is_car, open_repository
from tests.connectors.bluesky_files import Car, cbor, repository

KEYS = st.builds(
    "{}/{}".format,
    st.sampled_from(["app.bsky.feed.like", "app.bsky.feed.post", "app.bsky.graph.follow", "a.b.c"]),
    st.text("abc234", min_size=1, max_size=6) | st.from_regex(r"3l[a-z]{11}", fullmatch=True),
)


@given(st.sets(KEYS, max_size=60))
def test_the_walk_gives_every_record_once_in_order(keys: set[str]) -> None:
    records = {key: {"$type": key.split("/")[0], "text": f"{key} Māori"} for key in keys}
    found = open_repository(repository(records), "repo.car")
    walked = [(record.key, record.value) for record in found.records()]
    assert walked == sorted(records.items())
    assert found.missing_nodes == 0


def test_a_large_tree_with_long_shared_prefixes_comes_back_whole() -> None:
    records = {f"app.bsky.feed.like/3l{number:011d}": {"n": number} for number in range(2_000)}
    found = open_repository(repository(records), "repo.car")
    assert {record.key: record.value for record in found.records()} == records


def test_a_block_that_the_tree_does_not_hold_is_no_record() -> None:
    kept = {"app.bsky.feed.like/3la": {"n": 1}}
    left_over = cbor({"n": 2})
    content = repository(kept)
    car = Car()
    cid = car.add({"n": 2})
    content += bytes([len(cid.raw) + len(left_over)]) + cid.raw + left_over
    found = open_repository(content, "repo.car")
    assert cid.raw in found.blocks
    assert [record.key for record in found.records()] == list(kept)


@given(st.sets(KEYS, min_size=1, max_size=30), st.data())
def test_a_missing_record_has_its_key_and_no_value(keys: set[str], data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(sorted(keys)))
    found = open_repository(repository({key: {"k": key} for key in keys}, (gone,)), "repo.car")
    values = {record.key: record.value for record in found.records()}
    assert values == {key: None if key == gone else {"k": key} for key in keys}


def test_a_missing_node_is_counted() -> None:
    records = {f"app.bsky.feed.like/3l{number:011d}": {"n": number} for number in range(200)}
    found = open_repository(repository(records, ("tree:1",)), "repo.car")
    assert len(list(found.records())) < 200
    assert found.missing_nodes == 1


@given(st.floats(0, 0.999))
def test_a_cut_file_is_refused_or_misses_something(share: float) -> None:
    records = {f"app.bsky.feed.like/3l{number:011d}": {"n": number} for number in range(9)}
    content = repository(records)
    try:
        found = open_repository(content[: int(len(content) * share)], "repo.car")
    except SourceError:
        return
    values = [record.value for record in found.records()]
    assert found.missing_nodes or None in values


@pytest.mark.parametrize(
    "node",
    [
        {"l": None},
        {"l": None, "e": [{"p": 3, "k": b"x", "v": None, "t": None}]},
        {"l": None, "e": [{"p": 0, "k": b"\xff", "v": None, "t": None}]},
        {"l": None, "e": [{"p": 0, "k": b"x", "v": [], "t": None}]},
        {"l": [5], "e": []},
        {"l": None, "e": 5},
        [],
    ],
)
def test_a_tree_that_breaks_the_rules_is_damage(node: object) -> None:
    car = Car()
    commit = {"did": "did:plc:x", "version": 3, "data": car.add(node), "rev": "3", "sig": b""}
    found = open_repository(car.bytes(car.add(commit)), "repo.car")
    with pytest.raises(SourceError, match=r"^repo\.car cannot be read"):
        list(found.records())


@given(st.binary(max_size=80) | st.binary(max_size=40).map(lambda tail: b":\xa2eroots" + tail))
def test_other_bytes_are_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"^repo\.car .*\Z"):
        open_repository(content, "repo.car")
    assert not is_car(b"PK\x03\x04" + content)


def test_a_car_without_a_commit_is_refused() -> None:
    car = Car()
    with pytest.raises(SourceError, match="cut short or damaged"):
        open_repository(car.bytes(car.add({"not": "a commit"})), "repo.car")
