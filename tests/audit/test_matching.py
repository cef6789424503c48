"""Accounts are matched to the register by id, then by handle, and by nothing else."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.matching import ACT_LABELS, IN_DOUBT, LABELS, REJECTED, TAKEN, label, label_acts
from audit.register import load
from connectors import frames
from tests.audit.small_pack import SOURCED, write_pack

SEEN = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def tahi(tmp_path_factory):
    folder = tmp_path_factory.mktemp("register")
    write_pack(folder / "tahi")
    return load("tahi", folder)


def accounts(*rows, as_at=SEEN):
    keys = ("platform", "account_id", "handle")
    return frames.make(
        "accounts",
        [dict(zip(keys, row, strict=True)) | {"status": "active", "as_at": as_at} for row in rows],
    )


def found(register, *row, as_at=SEEN):
    labelled = label(accounts(row, as_at=as_at), register).iloc[0]
    return labelled["actor"], labelled["matched_by"], labelled["note"]


@pytest.mark.parametrize(
    ("account", "answer"),
    [
        (("x", "111", "arohaexample"), ("per:aroha-example", "id", "")),
        (("x", "111", "renamed_since"), ("per:aroha-example", "id", "")),
        (("x", "111", None), ("per:aroha-example", "id", "")),
        (("x", "@ArohaExample", None), ("per:aroha-example", "handle", "")),
        (("x", "999", "ArohaExample"), ("", "", TAKEN)),
        (("x", "111", "kauriparty"), ("per:aroha-example", "id", "")),
        (("x", "999", "Bill_Example"), ("per:bill-example", "handle", "")),
        (("x", "999", "@bill_example"), ("per:bill-example", "handle", "")),
        (("x", "999", "caro_old"), ("", "", IN_DOUBT)),
        (("x", "999", "AROHA_FAKE"), ("", "", REJECTED)),
        (("x", "@aroha_fake", None), ("", "", REJECTED)),
        (("x", "999", "someone"), ("", "", "")),
        (("x", "999", None), ("", "", "")),
        (("bluesky", "did:plc:dan", "dan.example"), ("per:dan-example", "id", "")),
        (("bluesky", "did:plc:other", "dan.example"), ("", "", TAKEN)),
        (("bluesky", "dan.example", "dan.example"), ("per:dan-example", "handle", "")),
        (("bluesky", "111", "nobody"), ("", "", "")),
        (("mastodon", "@Bill@tahi.example", None), ("per:bill-example", "handle", "")),
        (
            ("mastodon", "https://tahi.example/u/1", "bill@tahi.example"),
            ("per:bill-example", "handle", ""),
        ),
        (("mastodon", "https://other.example/u/1", "bill@other.example"), ("", "", "")),
        (("x", "222", "kauriparty"), ("party:kauri", "id", "")),
        (("x", "@rimuyouth", None), ("org:rimu-youth", "handle", "")),
    ],
)
def test_an_account_is_matched_or_the_reason_is_said(tahi, account, answer):
    assert found(tahi, *account) == answer


def test_nothing_is_matched_by_name_or_profile(tahi):
    named = accounts(("x", "999", "someone")).assign(
        name="Aroha Example", description="Member for Tahi North, @ArohaExample"
    )
    assert label(named, tahi).iloc[0]["actor"] == ""


def test_a_label_says_where_the_register_has_it_from(tahi):
    row = label(accounts(("x", "111", "arohaexample")), tahi).iloc[0]
    assert tuple(row.index) == LABELS
    assert row["actor_name"] == "Aroha Example"
    assert (row["register_source"], row["register_as_at"]) == ("OFFICIAL", "2026-06-01")


def test_what_is_not_matched_carries_no_actor_and_no_source(tahi):
    row = label(accounts(("x", "999", "ArohaExample")), tahi).iloc[0]
    assert [row[name] for name in LABELS[2:8]] == [""] * 6


def test_a_handle_counts_for_its_owner_of_the_day(tmp_path):
    rows = [
        f"per:aroha-example,x,MinisterOfTahi,,office,2020,2023-11-26,last_known,{SOURCED}",
        f"per:bill-example,x,ministeroftahi,,office,2023-11-27,,current,{SOURCED}",
    ]
    write_pack(tmp_path / "tahi", accounts=rows)
    register = load("tahi", tmp_path)
    account = ("x", "999", "MinisterOfTahi")
    # 11:30 on the 26th in UTC is already the 27th in Tahi.
    late = datetime(2023, 11, 26, 11, 30, tzinfo=UTC)
    early = datetime(2023, 11, 26, 10, 30, tzinfo=UTC)
    assert found(register, *account, as_at=late)[0] == "per:bill-example"
    assert found(register, *account, as_at=early)[0] == "per:aroha-example"
    assert found(register, *account, as_at=datetime(2019, 1, 1, tzinfo=UTC)) == ("", "", "")


def test_no_accounts_give_no_labels(tahi):
    labels = label(frames.empty("accounts"), tahi)
    assert labels.empty
    assert tuple(labels.columns) == LABELS


IDS = st.sampled_from(["111", "222", "333", "@ArohaExample", "@bill_example", "@zed", "999"])
HANDLES = st.sampled_from(["ArohaExample", "bill_example", "caro_old", "kauriparty", "zed", None])
SOME = st.lists(st.tuples(st.just("x"), IDS, HANDLES), max_size=7, unique_by=lambda row: row[1])


@given(rows=SOME, seed=st.integers(0, 99))
def test_the_order_of_rows_changes_nothing_and_the_id_beats_the_handle(tahi, rows, seed):
    table = accounts(*rows)
    labels = label(table, tahi)
    assert labels["account_id"].tolist() == table["account_id"].tolist()
    shuffled = label(table.sample(frac=1, random_state=seed), tahi)
    again = shuffled.set_index("account_id").reindex(labels["account_id"]).reset_index()
    pd.testing.assert_frame_equal(again[list(LABELS)], labels)
    owners = labels.set_index("account_id")["actor"]
    assert owners.get("111", "per:aroha-example") == "per:aroha-example"
    assert owners.get("222", "party:kauri") == "party:kauri"
    for account_id, handle in ((row[1], row[2]) for row in rows):
        if handle == "ArohaExample" and account_id in {"222", "333", "999"}:
            assert owners[account_id] != "per:aroha-example"


def acts(*rows):
    keys = ("kind", "account_id", "happened_at")
    plain = {"platform": "x", "agency_account": "1", "evidence": "a file"}
    return frames.make("interactions", [plain | dict(zip(keys, row, strict=True)) for row in rows])


def told(register, *rows, collected_on=date(2026, 6, 1)):
    seen = accounts(
        ("x", "111", "arohaexample"),
        ("x", "b", "bill_example"),
        ("x", "222", "kauriparty"),
        ("x", "r", "rimuyouth"),
        ("x", "t", "caro_old"),
    )
    table = acts(*rows)
    collected = pd.Series(pd.Timestamp(collected_on), index=table.index)
    return label_acts(table, label(seen, register), register, collected)


def test_a_person_is_labelled_with_the_party_of_the_day_of_the_act(tahi):
    rows = told(
        tahi,
        ("like", "b", datetime(2025, 3, 4, 10, 59, tzinfo=UTC)),  # still 4 March in Tahi
        ("like", "b", datetime(2025, 3, 4, 11, 0, tzinfo=UTC)),  # 5 March in Tahi
        ("like", "b", None),
        ("follow", "b", datetime(2025, 3, 4, tzinfo=UTC)),
        ("like", "b", datetime(2020, 1, 1, tzinfo=UTC)),
        collected_on=date(2027, 6, 1),
    )
    assert rows["party"].tolist() == ["party:rimu", "party:independent", "", "", ""]
    assert rows["party_name"].tolist() == ["Rimu", "Independent", "", "", ""]
    assert rows["role"].tolist() == ["member", "member", "former member", "former member", ""]


def test_a_private_person_gets_no_label_at_all(tahi):
    (row,) = told(tahi, ("like", "b", datetime(2020, 1, 1, tzinfo=UTC))).to_dict("records")
    assert {row[name] for name in ACT_LABELS} == {""}


def test_parties_and_organisations_are_labelled_as_what_they_are(tahi):
    rows = told(tahi, ("follow", "222", None), ("repost", "r", None))
    assert rows["party"].tolist() == ["party:kauri", ""]
    assert rows["role"].tolist() == ["party", "organisation"]
    assert rows["actor_name"].tolist() == ["The Kauri Party", "Rimu Youth"]


def test_unmatched_acts_keep_their_note_and_no_act_is_lost(tahi):
    given_acts = [
        ("follow", "t", None),
        ("follow", "unknown to the accounts frame", None),
        ("post", None, SEEN),
    ]
    rows = told(tahi, *given_acts)
    assert rows["note"].tolist() == [IN_DOUBT, "", ""]
    assert (rows["actor"] == "").all()
    assert list(rows.columns) == [column.name for column in frames.INTERACTIONS] + list(ACT_LABELS)


def test_the_index_of_the_acts_is_kept(tahi):
    table = acts(("follow", "222", None), ("follow", "111", None)).set_axis([9, 4])
    seen = accounts(("x", "222", "kauriparty"), ("x", "111", None))
    collected = pd.Series(pd.Timestamp(2026, 6, 1), index=table.index)
    rows = label_acts(table, label(seen, tahi), tahi, collected)
    assert rows["actor"].to_dict() == {9: "party:kauri", 4: "per:aroha-example"}


def test_no_acts_give_no_rows(tahi):
    rows = label_acts(
        frames.empty("interactions"),
        label(frames.empty("accounts"), tahi),
        tahi,
        pd.Series(dtype="datetime64[us]"),
    )
    assert rows.empty
