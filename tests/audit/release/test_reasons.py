import pytest

from audit.release.reasons import released_reason, secrets
from audit.review.model import Decision
from audit.review.released import WITHHELD

HIDDEN = secrets(["jan_private", "Jan  Privaté", "12345678"], ["Tamsin Rook", "K. Li"])


@pytest.mark.parametrize(
    "reason",
    [
        "Jan Privaté is a partner",
        "JAN_PRIVATE asked",
        "as tamsin said",
        "Rook's decision",
        "K. Li said so",
        "See @somebody",
        "See https://a.example/",
        "WWW.a.example",
        "Call 021 123 4567",
        "account 12345678",
    ],
)
def test_a_reason_that_tells_of_somebody_is_withheld(reason: str) -> None:
    decision = Decision("Keep", reason)
    assert released_reason(decision, "Aroha Example", HIDDEN) == WITHHELD


def test_a_reason_about_nobody_is_as_written_and_none_stays_none() -> None:
    decision = Decision("Keep", "Statutory partner; kept like other partners")
    assert released_reason(decision, "Aroha Example", HIDDEN) == decision.reason
    assert released_reason(decision, WITHHELD, HIDDEN) == WITHHELD
    assert released_reason(Decision(), WITHHELD, HIDDEN) == ""
