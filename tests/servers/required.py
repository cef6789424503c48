"""What becomes of a test whose server is not there: skipped for a developer, failed in .ci/run."""

import os
from typing import NoReturn

import pytest


def not_there(what: str, how: str) -> NoReturn:
    """Skip the test, saying how to get the server; fail it where SERVERS_REQUIRED is 1."""
    said = f"{what} is not installed: {how}"
    if os.environ.get("SERVERS_REQUIRED") == "1":
        pytest.fail(said)
    pytest.skip(said)
