"""What Wikidata's answers say, as the register's people, offices and accounts."""

from collections.abc import Mapping

import pandas as pd

from audit.register.wikidata_items import WikidataItems
from audit.update.days import latest
from audit.update.owners import known_owners
from audit.update.said import Said
from audit.update.wikidata.accounts import account_claims
from audit.update.wikidata.answers import Answers, names_of
from audit.update.wikidata.claim import Stated
from audit.update.wikidata.held import held_seats
from audit.update.wikidata.members import member_claims
from audit.update.wikidata.seatless import actor_of, unknown_politicians, without_seat
from audit.update.wikidata.statements import number_of, statements


def said_of(answers: Answers, items: WikidataItems, frames: Mapping[str, pd.DataFrame]) -> Said:
    """Give the claims of Wikidata's answers; it never has every member or account.

    Whoever has no seat there is named as that: a sitting member of the register one by one,
    and politicians of whom the register has nothing by party, without proposing them.
    """
    known = known_owners(frames)
    stated = Stated(answers.as_at.isoformat(), names_of(answers.names, items))
    first = items.since.isoformat()
    seats = [seat for seat in statements(answers.members) if latest(seat.to) >= first]
    held = held_seats(frames["offices"])
    of_item = {seat.item: held.get(actor_of(seat.item, stated, known), ()) for seat in seats}
    politicians = {
        number_of(row["item"]): items.party(number_of(row["party"])) for row in answers.politicians
    }
    people = dict.fromkeys(seat.item for seat in seats)
    people |= dict.fromkeys(item for item in politicians if actor_of(item, stated, known))
    return Said(
        people=tuple(stated.person(item, known=item in known.wikidata) for item in people),
        offices=(
            *member_claims(seats, statements(answers.parties), items, stated, of_item),
            *without_seat(seats, held, known, stated),
            *unknown_politicians(politicians, known, stated),
        ),
        accounts=account_claims(statements(answers.accounts), items, stated),
    )
