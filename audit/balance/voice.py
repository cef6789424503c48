"""What a list is of and against what: the words that every sentence about it shares."""

from collections.abc import Mapping
from dataclasses import dataclass

from audit.review.words import in_words, listing

_MIX = {
    "seats": "the mix of parties in Parliament",
    "votes": "the mix of party votes at the last election",
    "equal": "an equal share for each party",
    "available": "the mix of party accounts known on this platform",
}
_SHARE_OF = {
    "seats": "the seats",
    "votes": "the party votes",
    "available": "the accounts known on this platform",
}


@dataclass(frozen=True)
class Voice:
    """What a list is of and against what, for its sentences.

    ``kind`` is follow, like or repost; ``reference`` is seats, votes, equal, available, or another
    word for the agency's own; ``names`` gives each party's name as a sentence uses it.
    """

    kind: str
    reference: str
    names: Mapping[str, str]

    @property
    def mix(self) -> str:
        """The reference as a mix to match."""
        return _MIX.get(self.reference, "the mix the agency has set")

    @property
    def share_of(self) -> str:
        """The whole that a party has a share of."""
        return _SHARE_OF.get(self.reference, "the reference")

    def name(self, party: str) -> str:
        """Give the party's name, or its id where the names do not know it."""
        return self.names.get(party, party)

    def tally(self, counts: Mapping[str, int]) -> str:
        """Write counts by party, largest first: four Kauri, one Rimu and one Miro."""
        held = sorted((party for party in counts if counts[party]), key=lambda p: -counts[p])
        return listing([f"{in_words(counts[party])} {self.name(party)}" for party in held])
