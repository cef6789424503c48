from datetime import UTC, date, datetime
from pathlib import Path

from audit.release.acts import act_rows, labelled_acts, people, withheld_accounts, withheld_names
from tests.audit.release.places import account, act, pack, record

HANDLES = {"x:900": "example_govt"}
ACCOUNTS = [
    account("111", "ArohaExample", "Aroha"),
    account("112", "bill_example", "Bill"),
    account("222", "kauriparty"),
    account("333", "rimuyouth"),
    account("999", "someone", "Jan Private"),
]


def named(folder: Path, acts: list[dict], accounts: list[dict]) -> dict[str, str]:
    rows = act_rows(labelled_acts(record(acts, accounts), pack(folder)), HANDLES)
    return {one.name: one.office for one in rows if one.state == "named"}


def test_those_in_office_parties_and_organisations_are_named_and_nobody_else(
    tmp_path: Path,
) -> None:
    acts = [act("follow", one["account_id"]) for one in ACCOUNTS]
    assert named(tmp_path, acts, ACCOUNTS) == {
        "Aroha Example": "Minister: Finance; Member for Tahi North",
        "Bill Example": "Member from a party list",
        "The Kauri Party": "party",
        "Rimu Youth": "organisation",
    }


def test_an_account_that_has_a_members_old_handle_is_not_the_members(tmp_path: Path) -> None:
    passed_on = account("12345", "ArohaExample", "Somebody else")
    assert named(tmp_path, [act("follow", "12345")], [passed_on]) == {}


def test_handles_that_the_register_doubts_or_rejects_are_withheld(tmp_path: Path) -> None:
    accounts = [account("@caro_old", "caro_old"), account("@aroha_fake", "aroha_fake")]
    acts = [act("follow", one["account_id"]) for one in accounts]
    assert named(tmp_path, acts, accounts) == {}


def test_a_person_is_named_for_the_days_in_office_alone(tmp_path: Path) -> None:
    days = (datetime(2020, 10, 17, 0, tzinfo=UTC), datetime(2024, 5, 1, tzinfo=UTC))
    acts = [act("like", "111", post_id=str(day), happened_at=day) for day in days]
    labelled = labelled_acts(record(acts, ACCOUNTS), pack(tmp_path))
    assert labelled["state"].tolist() == ["withheld", "named"]
    assert [(key[1], key[3]) for key in people(labelled)] == [("111", date(2024, 5, 1))]
    assert withheld_accounts(labelled) == 1


def test_withheld_and_unknown_acts_are_counted_apart_by_list(tmp_path: Path) -> None:
    acts = [
        act("follow", "999"),
        act("follow", None, text="A name alone"),
        act("like", "999", post_id="1"),
        act("like", "999", post_id="2"),
        act("like", None, post_id="3"),
    ]
    labelled = labelled_acts(record(acts, ACCOUNTS), pack(tmp_path))
    rows = act_rows(labelled, HANDLES)
    assert [(one.kind, one.state, one.acts, one.accounts) for one in rows] == [
        ("follow", "withheld", 2, 2),
        ("like", "unknown", 1, None),
        ("like", "withheld", 2, 1),
    ]
    assert not [one for one in rows if one.account or one.on]
    assert withheld_accounts(labelled) == 2
    hidden = withheld_names(labelled, record(acts, ACCOUNTS).gathered.accounts)
    assert {"someone", "Jan Private", "999", "A name alone"} <= hidden


def test_a_run_that_read_nothing_has_no_rows(tmp_path: Path) -> None:
    labelled = labelled_acts(record([], []), pack(tmp_path))
    assert act_rows(labelled, HANDLES) == ()
    assert people(labelled) == {}
    assert withheld_accounts(labelled) == 0
