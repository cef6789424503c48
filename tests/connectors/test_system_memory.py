"""Arrow's memory while an export is read, and afterwards."""

import pyarrow as pa
import pytest

from connectors.errors import SourceError
from connectors.system_memory import system_memory


def test_arrow_takes_memory_from_the_system_meanwhile_alone() -> None:
    before = pa.default_memory_pool().backend_name
    with system_memory():
        assert pa.default_memory_pool().backend_name == "system"
    assert pa.default_memory_pool().backend_name == before
    with pytest.raises(SourceError, match="broken"), system_memory():
        raise SourceError("broken")
    assert pa.default_memory_pool().backend_name == before
