"""What tests of reports share."""

from collections.abc import Callable
from functools import cache

import pytest

from audit.review.model import Review
from tests.reports.workbooks import Written, written


@pytest.fixture(scope="session")
def kept_workbook(tmp_path_factory) -> Callable[[Callable[[], Review]], Written]:
    """Give the workbook of a case, written and read once for all tests that only look at it."""

    @cache
    def of(case: Callable[[], Review]) -> Written:
        return written(case(), tmp_path_factory.mktemp(case.__name__))

    return of
