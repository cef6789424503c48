"""An answer of a form that nobody foresaw fails its list, says so, and costs no other list."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connectors.collected import Collected, OwnAccount
from connectors.errors import FollowAuditError, SourceError
from connectors.live.asking import Asking
from connectors.live.batches import Batches, ask_in_batches
from connectors.live.connector import LiveConnector, Probed
from connectors.live.interpreting import all_interpreted
from connectors.live.pages import Page
from connectors.live.reach import reach_of
from connectors.live.registry import LIVE
from connectors.live.unforeseen import UNKNOWN
from connectors.live.walk import Listing, Told, walk
from connectors.records import Outcome
from tests.connectors.live.every_platform import ANYTHING, PLATFORMS, OnServer
from tests.connectors.live.lists import Served, asking_in
from tests.connectors.live.reading import READ_AT
from tests.servers.local import serving

ACCOUNT = OwnAccount("x", "kauri", "api", (), (), READ_AT)


def row(item: Any, evidence: str) -> Outcome:
    base = {"platform": "x", "agency_account": "1", "kind": "like", "evidence": evidence}
    return [{**base, "account_id": item}]


def strange(item: Any, evidence: str) -> Outcome:
    return row(item["data"]["id"], evidence)


def test_a_list_whose_rows_cannot_be_made_has_failed_and_another_goes_on(tmp_path: Path) -> None:
    asking = asking_in(tmp_path / "x-kauri-1a2b3c4d")
    listing = Served(["7", "8", "9"]).listing()
    lists = {name: walk(replace(listing, name=name), asking) for name in ("likes", "posts")}
    readers = {"likes": strange, "posts": row}
    walks, (likes, posts) = all_interpreted(lists, lambda body: body, readers, ACCOUNT, asking)
    assert (likes.tally.records, len(likes.interactions)) == (0, 0)
    assert (posts.tally.records, len(posts.interactions)) == (3, 3)
    failed = reach_of(walks["likes"])
    assert failed.status == "failed"
    assert failed.reason.startswith("The list of likes was not read")
    for said in (UNKNOWN, "x-kauri-1a2b3c4d/likes.jsonl.gz", "--full", "update Follow Audit"):
        assert said in failed.reason
    assert reach_of(walks["posts"]).status == "complete"
    assert [str(one) for one in asking.stops] == [failed.reason]  # the next run reads it again


@pytest.mark.parametrize("error", [KeyError, IndexError, TypeError, AttributeError, ValueError])
def test_an_answer_that_cannot_be_taken_apart_ends_its_list(
    tmp_path: Path, error: type[Exception]
) -> None:
    def fetch(_: object, cursor: str) -> Told:
        if cursor:
            raise error
        return Told(["1"], "2")

    asking = asking_in(tmp_path)
    walked = walk(Listing("likes", fetch, keys=lambda body: body), asking)
    assert len(walked.pages) == 1  # what came before is kept
    assert isinstance(walked.stopped, SourceError)
    assert UNKNOWN in str(walked.stopped)
    answered = ask_in_batches(Batches("users", 2, lambda _, keys: fetch(_, keys[0])), "ab", asking)
    assert UNKNOWN in str(answered.stopped)


def test_a_fault_of_the_program_itself_is_not_hidden(tmp_path: Path) -> None:
    def fetch(_: object, cursor: str) -> Told:
        raise AssertionError(cursor)

    with pytest.raises(AssertionError):
        walk(Listing("likes", fetch, keys=lambda body: body), asking_in(tmp_path))


def test_an_account_of_another_form_is_an_error_with_its_name(tmp_path: Path) -> None:
    def probe(_: OwnAccount, __: Asking) -> Probed:
        return Probed(**{}["account"])

    def read(_: OwnAccount, __: Asking) -> Collected:
        raise AttributeError

    connector = LiveConnector("x", lambda *_: "x.example", probe, read, lambda *_: ())
    for use in (connector.probe, connector.read):
        with pytest.raises(SourceError, match=r"@kauri on X was not read.*x-kauri"):
            use(ACCOUNT, asking_in(tmp_path / "x-kauri"))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(body=ANYTHING, data=st.data())
@pytest.mark.parametrize("platform", sorted(LIVE))
def test_a_kept_page_of_any_form_gives_valid_frames_or_our_error(
    platform: str, body: Any, data: st.DataObject
) -> None:
    with serving(PLATFORMS[platform][2]()) as (address, _), TemporaryDirectory() as name:
        whole, spoilt = (OnServer(platform, address, Path(name) / one) for one in ("1", "2"))
        whole.read()
        kept = [path.name.removesuffix(".jsonl.gz") for path in whole.asking.pages.files()]
        strange = data.draw(st.sampled_from(kept))
        for one in kept:
            for page in whole.asking.pages.read(one):
                spoilt.asking.pages.add(one, replace(page, body=body) if one == strange else page)
        try:
            found = spoilt.read()
        except FollowAuditError as error:
            assert str(error)  # noqa: PT017 - either is right
            return
    failed = found.coverage[found.coverage["status"] == "failed"]
    said = f"{UNKNOWN} (the pages are in 2/{strange}"
    assert failed["reason"].str.contains(said, regex=False).all()


def test_a_kept_page_of_another_form_costs_its_list_alone(tmp_path: Path) -> None:
    with serving(PLATFORMS["x"][2]()) as (address, _):
        one = OnServer("x", address, tmp_path / "x-example")
        whole = one.read()
        moment = one.asking.pages.read("likes")[0].fetched_at
        (tmp_path / "x-example" / "likes.jsonl.gz").unlink()
        one.asking.pages.add("likes", Page("", "", [["not", "an", "object"]], moment))
        found = one.read()
    rows = found.coverage.set_index("kind")
    assert rows.loc["like", "status"] == "failed"
    assert "x-example/likes.jsonl.gz" in rows.loc["like", "reason"]
    columns = ["status", "fetched"]
    others = whole.coverage.set_index("kind")[columns].drop("like")
    assert rows[columns].drop("like").equals(others)
