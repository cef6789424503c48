"""A planted credential stands nowhere: no log at DEBUG, no output, no error, no run folder."""

import gzip
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from audit.cli import execute
from tests.connectors.live import mastodon_written, test_facebook, test_threads, test_youtube
from tests.run.job import lay_out
from tests.run.own_bluesky import configured
from tests.servers.local import Answering, Asked, Written, serving
from tests.servers.platforms import written
from tests.servers.x import example
from tests.servers.youtube.server import YouTube

NOW = ("--now", "2026-10-05T06:30:00+13:00")
TOKENS = {
    "x": example.TOKEN,
    "mastodon": mastodon_written.TOKEN,
    "youtube": test_youtube.TOKEN,
    "facebook": test_facebook.TOKEN,
    "threads": test_threads.TOKEN,
    "instagram": "EAAplanted-for-instagram",
    "linkedin": "AQplanted-for-linkedin",
}
HANDLES = {
    "x": "example_agency",
    "mastodon": "agency@home.example",
    "youtube": "kauri.tauira",
    "facebook": "kauri.tauira",
    "threads": "kauri.tauira",
    "instagram": "kauri.tauira",
    "linkedin": "kauri-tauira",
}


def good() -> dict[str, Answering]:
    """Give the fakes that know a token and answer as the platforms do."""
    own = mastodon_written.us(following_count=1, statuses_count=1)
    return {
        "x": example.x_of(example.agency()).answer,
        "mastodon": mastodon_written.Server(own=own).answer,
        "youtube": YouTube(test_youtube.known(9, 9)).answer,
        "facebook": test_facebook.page(test_facebook.POSTS).answer,
        "threads": test_threads.threads(
            test_threads.TOKEN, test_threads.POSTS[:9], test_threads.AUTHORS
        ).answer,
    }


def echo(status: int) -> Callable[[Asked], Written]:
    """Refuse, and repeat all that was asked, as a careless server or proxy does."""

    def answer(asked: Asked) -> Written:
        said = f"{asked.path} {asked.headers} {asked.body!r}"
        named = {"message": said, "code": 190, "type": "OAuthException"}
        return written({"error": named, "detail": said, "title": said, "message": said}, status)

    return answer


def blocks(places: dict[str, str]) -> Iterator[str]:
    for platform, address in places.items():
        agreed = "government_use_agreed = true\n" if platform == "x" else ""
        yield (
            f'platform = "{platform}"\nhandle = "{HANDLES[platform]}"\nread = "api"\n'
            f'token_env = "TOKEN_{platform.upper()}"\nbase_url = "{address}"\n{agreed}'
        )


def written_in(base: Path) -> Iterator[tuple[Path, bytes]]:
    for path in base.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            yield path, content
            if path.name.endswith(".gz"):
                yield path, gzip.decompress(content)


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay_out(tmp_path)
    for platform, token in TOKENS.items():
        monkeypatch.setenv(f"TOKEN_{platform.upper()}", token)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    return tmp_path


def all_verbs(
    base: Path,
    answers: dict[str, Answering],
    capture: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> list[int]:
    """Run every verb that asks, and look for the tokens in all that came of it."""
    logging.getLogger().setLevel(logging.DEBUG)
    caplog.set_level(logging.DEBUG)
    config = ["--config", str(base / "config.toml")]
    with ExitStack() as stack:
        places = {
            platform: stack.enter_context(serving(answer))[0]
            for platform, answer in answers.items()
        }
        configured(base, *blocks(places), limits="max_wait = 2")
        codes = [
            execute([*verb, *config])
            for verb in (["check"], ["check", "--online"], ["plan", *NOW], ["run", *NOW])
        ]
    said = capture.readouterr()
    for token in TOKENS.values():
        assert token not in said.out
        assert token not in said.err
        assert token not in caplog.text
        for path, content in written_in(base):
            assert token.encode() not in content, path
    return codes


def test_where_all_goes_well(
    base: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    codes = all_verbs(base, good(), capsys, caplog)
    assert codes[0] == 0
    assert codes[-1] in {0, 3}
    (run,) = (base / "runs").glob("2026-Q3")
    kept = {path.name.partition("-")[0] for path in (run / "collected").iterdir() if path.is_dir()}
    assert kept == set(good())


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500])
def test_where_a_server_refuses_and_repeats_what_it_was_asked(
    base: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, status: int
) -> None:
    codes = all_verbs(base, dict.fromkeys(TOKENS, echo(status)), capsys, caplog)
    assert codes == [0, 2, 1, 2]


def test_where_an_answer_is_none(
    base: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    broken = dict.fromkeys(TOKENS, lambda _: Written(raw=b"HTTP/1.1 200 OK\r\nContent-Le"))
    assert all_verbs(base, broken, capsys, caplog) == [0, 2, 1, 2]
