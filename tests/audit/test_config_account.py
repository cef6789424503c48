"""An account that is read through its platform's interface: what it needs and what it must not."""

from pathlib import Path

import pytest

from audit import config
from connectors.errors import ConfigError
from connectors.live.registry import LIVE

AGENCY = '[agency]\nname = "Ministry of Example"\n'
TOKEN = "planted-Secret.123"  # noqa: S105 - planted to be looked for
GOOD = {
    "x": 'handle = "ours"\ntoken_env = "X_TOKEN"\ngovernment_use_agreed = true',
    "mastodon": 'handle = "ours"\nbase_url = "https://mastodon.example"\ntoken_env = "T"',
    "bluesky": 'handle = "ours.example"\nappview_url = "http://127.0.0.1:8000/"\n'
    'plc_url = "https://plc.example"\nbase_url = "https://pds.example"',
    "youtube": 'handle = "ours"\ntoken_env = "YOUTUBE_KEY"\nbase_url = "https://y.example"',
    "threads": 'handle = "ours"\ntoken_env = "THREADS_TOKEN"',
    "facebook": 'handle = "ours"\ntoken_env = "PAGE_TOKEN"\nbase_url = "https://f.example"',
    "instagram": 'handle = "ours"\ntoken_env = "PAGE_TOKEN"',
    "linkedin": 'handle = "ours"\ntoken_env = "LINKEDIN_TOKEN"',
}


def parse(*blocks: str) -> config.Loaded:
    text = AGENCY + "".join(f"[[account]]\n{block}\n" for block in blocks)
    return config.parse(text, Path("config.toml"))


def problems(block: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        parse(block)
    begin = "config.toml: [[account]] number 1, "
    assert all(problem.startswith(begin) for problem in caught.value.problems)
    return [problem.removeprefix(begin) for problem in caught.value.problems]


def api(platform: str, rest: str) -> str:
    return f'platform = "{platform}"\nread = "api"\n{rest}'


@pytest.mark.parametrize("platform", sorted(GOOD))
def test_a_good_block_is_taken(platform: str) -> None:
    (account,) = parse(api(platform, GOOD[platform])).config.account
    assert (account.read, account.path) == ("api", ())


def test_the_interfaces_that_can_be_set_are_those_that_can_be_read() -> None:
    assert set(GOOD) == set(LIVE)


def test_a_mastodon_handle_may_name_its_server() -> None:
    assert parse(api("mastodon", 'handle = "ours@mastodon.example"'))
    assert problems(api("mastodon", 'handle = "@ours"')) == [
        "base_url is missing. Add your server, or write the handle as name@server."
    ]


def test_all_that_is_wrong_is_said_at_once() -> None:
    found = problems(api("x", 'handle = "ours"\npath = "x"\nappview_url = "x"\nfrob = 1'))
    words = (
        "frob is not",
        "path is not for",
        "appview_url means nothing for X",
        "token_env is missing",
        "government_use_agreed must",
        "appview_url must be",
        "path: there is no file",
    )
    assert [said.startswith(word) for said, word in zip(found, words, strict=True)] == [True] * 7


def test_x_wants_its_agreement_said() -> None:
    written = GOOD["x"].replace("true", "false")
    (problem,) = problems(api("x", written))
    assert "X's terms" in problem
    assert "or read the account's export" in problem


@pytest.mark.parametrize(
    ("platform", "rest", "said"),
    [
        (
            "tiktok",
            'handle = "ours"',
            'read is "api", which does not serve for TikTok. TikTok has no interface',
        ),
        ("bluesky", 'handle = "o.example"\ntoken_env = "T"', "token_env means nothing for Blue"),
        ("youtube", 'handle = "ours"', "token_env is missing. Name the environment variable"),
        ("bluesky", 'handle = "o.example"\nas_at = 2026-07-01', 'as_at is not for read = "api".'),
    ],
)
def test_a_setting_that_does_not_fit_is_named(platform: str, rest: str, said: str) -> None:
    (problem,) = problems(api(platform, rest))
    assert problem.startswith(said)


@pytest.mark.parametrize(
    "address",
    [
        "http://mastodon.example",
        "https://",
        "mastodon.example",
        f"https://me:{TOKEN}@mastodon.example",
        f"https://mastodon.example/?token={TOKEN}",
        "https://mastodon.example/api",
        "https://mastodon.example:99999",
        "ftp://mastodon.example",
    ],
)
def test_an_address_is_that_of_a_server_alone(address: str) -> None:
    (problem,) = problems(api("mastodon", f'handle = "ours"\nbase_url = "{address}"'))
    assert problem.startswith("base_url must be an https:// address")
    assert TOKEN not in problem


def test_a_credential_in_the_file_is_refused_and_not_repeated() -> None:
    written = f'handle = "ours"\ngovernment_use_agreed = true\ntoken_env = "{TOKEN}"'
    (problem,) = problems(api("x", written))
    assert "must name an environment variable" in problem
    (other,) = problems(api("x", GOOD["x"] + f'\ntoken = "{TOKEN}"'))
    assert TOKEN not in problem + other


def test_an_export_needs_a_path_and_no_interface() -> None:
    assert problems('platform = "x"\nhandle = "ours"\ntoken_env = "X_TOKEN"') == [
        "path is missing. Add it.",
        'token_env is for read = "api" alone. Delete it, or read the account so.',
    ]


def test_the_same_account_may_be_read_both_ways_but_not_twice(tmp_path: Path) -> None:
    export = f'platform = "x"\nhandle = "ours"\npath = "{tmp_path.as_posix()}"'
    assert parse(export, api("x", GOOD["x"]))
    with pytest.raises(ConfigError, match="stands twice"):
        parse(api("x", GOOD["x"]), api("x", GOOD["x"]))
