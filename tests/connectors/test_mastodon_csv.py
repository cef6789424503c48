import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.archive import open_archive
from connectors.collected import Collected, OwnAccount
from connectors.exports.mastodon import FORMAT, recognise
from connectors.exports.mastodon_csv import Follows
from connectors.exports.mastodon_known import Known
from connectors.exports.registry import read_export
from tests.connectors.contract import READ_AT
from tests.connectors.mastodon_files import CSV_HEADER

HEADERS = (
    "",
    "Account address\n",
    "Account address,Show boosts\n",
    "Account address,Show boosts,Notify on new posts\n",
    CSV_HEADER,
)
NAMES = st.from_regex(r"[a-z0-9_]{1,12}", fullmatch=True)
ADDRESSES = st.builds("{}@{}.example".format, NAMES, st.from_regex(r"[a-z]{1,9}", fullmatch=True))


def account(*paths: Path) -> OwnAccount:
    return OwnAccount("mastodon", "agency@home.example", "export", paths, (), READ_AT)


def collect(folder: Path, name: str, content: bytes) -> Collected:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    return read_export(account(folder / name))


@given(
    st.lists(ADDRESSES, min_size=1, max_size=8, unique=True),
    st.sampled_from(HEADERS),
    st.sampled_from(["", "@", " "]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig"]),
)
def test_every_header_variant_gives_the_same_follows(
    tmp_path_factory: pytest.TempPathFactory,
    addresses: list[str],
    header: str,
    lead: str,
    end: str,
    encoding: str,
) -> None:
    rest = ", true" * header.count(",")
    text = header + "\n".join(f"{lead}{address}{rest}" for address in addresses) + "\n\n"
    content = text.replace("\n", end).encode(encoding)
    folder = tmp_path_factory.mktemp("csv", numbered=True)
    found = collect(folder, "following_accounts.csv", content)
    assert list(found.interactions["account_id"]) == addresses
    (tally,) = found.tallies
    assert (tally.records, tally.kept) == (len(addresses), len(addresses))
    assert found.coverage.set_index("kind")["status"]["follow"] == "complete"


def test_odd_addresses_are_mended_or_reported(tmp_path: Path) -> None:
    text = f'{CSV_HEADER}bob,true,false,"en, fr"\nBob@HOME.example,,,\n@nare@թութ.հայ,,,\n a b,,,\n'
    found = collect(tmp_path, "following_accounts (1).csv", text.encode())
    assert list(found.interactions["account_id"]) == [
        "bob@home.example",
        "nare@xn--69aa8bzb.xn--y9a3aq",
    ]
    assert list(found.accounts["handle"]) == ["bob@home.example", "nare@թութ.հայ"]
    (tally,) = found.tallies
    assert tally.reported == {
        "not an address of the form name@server": 1,
        "the same account twice": 1,
    }
    follow = found.coverage.set_index("kind").loc["follow"]
    assert follow["status"] == "partial"
    assert "1 of 4 records of following_accounts (1).csv" in follow["reason"]


def test_a_name_without_a_server_is_not_guessed_when_ours_is_not_known() -> None:
    follows = Follows(account(), "@agency", "", Known())
    assert isinstance(follows.follow(["bob"], "f.csv, row 1"), str)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("blocked_accounts.csv", "kea@birds.example\n", "blocked accounts"),
        ("muted_accounts.csv", "Account address,Hide notifications\nk@b.example,true\n", "muted"),
        ("export.csv", "Account address,Hide notifications\nk@b.example,true\n", "muted"),
        ("lists.csv", "Birds,kea@birds.example\n", "lists"),
        ("bookmarks.csv", "https://birds.example/users/kea/statuses/1\n", "bookmarks"),
        ("blocked_domains.csv", "bad.example\n", "blocked servers"),
    ],
)
def test_other_lists_are_reported_and_never_read_as_follows(
    tmp_path: Path, name: str, text: str, words: str
) -> None:
    found = collect(tmp_path, name, text.encode())
    assert found.interactions.empty
    (tally,) = found.tallies
    assert tally.records == 1
    assert words in str(tally.reported)
    follow = found.coverage.set_index("kind").loc["follow"]
    assert follow["status"] == "unavailable"
    assert name in follow["reason"]


@pytest.mark.parametrize("name", ["list.csv", "followers.csv"])
def test_a_list_that_does_not_say_what_it_lists_is_not_taken_for_follows(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text("kea@birds.example\n", encoding="utf-8")
    assert not recognise(open_archive([path]))
    assert FORMAT.platform == "mastodon"


def test_a_list_in_another_encoding_fails_with_advice(tmp_path: Path) -> None:
    buffer = io.StringIO()
    csv.writer(buffer).writerows([["Account address"], ["māui@b.example"]])
    found = collect(tmp_path, "following_accounts.csv", buffer.getvalue().encode("cp1257"))
    follow = found.coverage.set_index("kind").loc["follow"]
    assert follow["status"] == "failed"
    assert "not written in UTF-8" in follow["reason"]
