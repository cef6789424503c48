"""Page one's sentences on balance: what is uneven, by how many, and where."""

from pathlib import Path

from audit.mix.headline import headline
from tests.audit.house import acts_of, house
from tests.audit.test_mix import READ, rows

NAMES = {"party:kauri": "Kauri", "party:rimu": "Rimu"}
LIKED = {"kind": "like", "happened_at": "2026-08-01T00:00:00Z"}


def said(tmp_path: Path, *groups: object, **given: object) -> str:
    found = rows(house(tmp_path), *groups, **given)  # type: ignore[arg-type]
    return headline(list(found.values()), NAMES)


def test_a_one_sided_list_is_said_with_its_number_party_and_platform(tmp_path: Path) -> None:
    assert said(tmp_path, acts_of({"kauri": 24})) == (
        "You follow 24 politicians. To match the mix of parties in Parliament, about 12 of them "
        "would be from other parties: needs an explanation. The largest difference is Kauri: 24, "
        "where about 12 would match. Follows on X alone: needs an explanation (12 of 24 out of "
        "place). Likes and reposts: no politicians found."
    )


def test_a_short_list_and_a_proportional_one(tmp_path: Path) -> None:
    even = acts_of({"kauri": 12, "rimu": 8, "totara": 4})
    liked = acts_of({"kauri": 2}, **LIKED)
    assert said(tmp_path, even, liked) == (
        "You follow 24 politicians: no sign of imbalance beyond luck. Likes: too few politicians "
        "to tell. Reposts: no politicians found."
    )


def test_own_ministers_and_what_was_not_read(tmp_path: Path) -> None:
    aside = {"actor": "per:kauri-1", "reason": "Ours", "from": "2026-01-01"}
    words = said(tmp_path, acts_of({"kauri": 3}), read=READ[:1], set_aside=(aside,))
    assert words == (
        "You follow 2 politicians, one of your own ministers set aside: too few politicians to "
        "tell. Likes and reposts: balance not assessed."
    )
