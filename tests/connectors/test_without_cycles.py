import gc
from collections.abc import Iterator

import pytest

from connectors.errors import SourceError
from connectors.without_cycles import without_cycles


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.enable()


def test_python_searches_again_afterwards() -> None:
    with without_cycles():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_python_searches_again_after_an_error() -> None:
    with pytest.raises(SourceError, match="broken"), without_cycles():
        raise SourceError("broken")
    assert gc.isenabled()


def test_what_was_off_stays_off() -> None:
    gc.disable()
    with without_cycles():
        pass
    assert not gc.isenabled()
