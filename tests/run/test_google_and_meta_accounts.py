"""YouTube, Threads, Facebook, Instagram and LinkedIn read through their interfaces in one run."""

import gzip
import io
import json
import logging
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pandas as pd
import pytest

from audit.run.outside import Outside
from tests.connectors.live import (
    test_facebook,
    test_instagram,
    test_linkedin,
    test_threads,
    test_youtube,
)
from tests.run.job import NOW, lay_out, run, with_accounts
from tests.servers.graph.server import graph
from tests.servers.linkedin.server import LinkedIn, linkedin
from tests.servers.threads.server import threads
from tests.servers.youtube.server import YouTube, youtube

SIGN_IN = "1-planted.apps:GOCSPX-planted:1//planted"
HANDLES = {"youtube": "kauri.tauira", "linkedin": "company/kauri-tauira"}
TOKENS = {
    "youtube": SIGN_IN,
    "threads": test_threads.TOKEN,
    "facebook": test_facebook.TOKEN,
    "instagram": test_instagram.BY_ITSELF,
    "linkedin": test_linkedin.TOKEN,
}


@pytest.fixture
def addresses() -> Iterator[dict[str, str]]:
    """Serve all five, each at an address of its own."""
    channel = test_youtube.known(60, 60)
    channel.tokens, channel.refresh = set(), {tuple(SIGN_IN.split(":")): "ya29.fresh-planted"}
    ours = {
        "youtube": youtube(YouTube(channel)),
        "threads": graph(threads(TOKENS["threads"], test_threads.POSTS[:60], test_threads.AUTHORS)),
        "facebook": graph(test_facebook.page(test_facebook.POSTS[:60])),
        "instagram": graph(test_instagram.account(TOKENS["instagram"], test_instagram.POSTS[:60])),
        "linkedin": linkedin(LinkedIn(TOKENS["linkedin"], test_linkedin.POSTS[:60])),
    }
    with ExitStack() as stack:
        yield {name: stack.enter_context(one)[0] for name, one in ours.items()}


def block(platform: str, address: str) -> str:
    handle = HANDLES.get(platform, "kauri.tauira")
    return (
        f'platform = "{platform}"\nhandle = "{handle}"\nread = "api"\n'
        f'base_url = "{address}"\ntoken_env = "{platform.upper()}_TOKEN"'
    )


def written_in(folder: Path) -> Iterator[bytes]:
    """Give every byte that was written, unpacked."""
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        if content.startswith(b"\x1f\x8b"):
            content = gzip.decompress(content)
        if content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                content = b"".join(map(packed.read, packed.namelist()))
        yield content


def test_all_are_read_and_no_credential_stands_anywhere(
    addresses: dict[str, str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    lay_out(tmp_path)
    loaded = with_accounts(tmp_path, *(block(*one) for one in addresses.items()))
    variables = {f"{name.upper()}_TOKEN": token for name, token in TOKENS.items()}
    made = run(loaded, outside=Outside(variables, lambda: NOW, lambda _: None))
    coverage = pd.read_parquet(made.folder / "frames" / "coverage.parquet")
    status = coverage.set_index(["platform", "kind"])["status"]
    assert set(status.loc[:, "post"]) == {"complete"}
    assert set(status.loc[:, "link"]) == {"complete"}
    assert status["youtube", "follow"] == status["youtube", "like"] == "complete"
    for platform in ("threads", "facebook", "instagram", "linkedin"):
        assert status[platform, "follow"] == status[platform, "like"] == "unavailable"
    assert json.loads((made.folder / "review.json").read_text(encoding="utf-8"))
    secrets = {part for token in TOKENS.values() for part in token.split(":")}
    everything = [*written_in(tmp_path), caplog.text.encode(), repr(made).encode()]
    for secret in {*secrets, "ya29.fresh-planted", "access_token"}:
        assert not any(secret.encode() in one for one in everything), secret
