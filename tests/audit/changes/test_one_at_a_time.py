"""Earlier collections are read one at a time: none is held while the next is read."""

import gc
import weakref
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

import pandas as pd

from audit.changes.ledger import ledger
from audit.changes.names import names_of
from audit.changes.past import Collection
from tests.audit.changes.test_acts import collection


@dataclass
class Read:
    """A collection that is made anew whenever a part is asked for, as from a folder."""

    place: int
    given: ClassVar[list["weakref.ref[pd.DataFrame]"]] = []
    most: ClassVar[list[int]] = []
    made: list[str] = field(default_factory=list)

    @property
    def acts(self) -> pd.DataFrame:
        return self._given("acts", self._whole().acts)

    @property
    def accounts(self) -> pd.DataFrame:
        return self._given("accounts", self._whole().accounts)

    @property
    def coverage(self) -> pd.DataFrame:
        return self._whole().coverage

    @property
    def handles(self) -> Mapping[str, str]:
        return self._whole().handles

    def _whole(self) -> Collection:
        return collection(self.place, "complete", ["a", "b", str(self.place)])

    def _given(self, name: str, part: pd.DataFrame) -> pd.DataFrame:
        gc.collect()
        self.given.append(weakref.ref(part))
        self.most.append(sum(one() is not None for one in self.given))
        self.made.append(name)
        return part


def test_no_two_are_held_and_each_is_read_once_for_its_acts() -> None:
    parts = [Read(place) for place in range(5)]
    names = names_of(parts)
    book = ledger(parts, names)
    assert len(book) == 7
    assert max(Read.most) <= 2  # that of now, and the one that it takes the place of
    assert [one.made for one in parts] == [["accounts", "acts"]] * 5
