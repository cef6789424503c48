"""Makes the copy for release from what a run folder kept."""

from collections.abc import Sequence

from audit.inputs import Inputs
from audit.record import Record
from audit.release import acts, sites
from audit.release.items import Known, released_items
from audit.release.lists import lists_used
from audit.release.reasons import secrets
from audit.release.review import released_review
from audit.review.model import Review
from audit.review.released import WITHHELD, Released, Withheld


def select(kept: Review, record: Record, used: Inputs, own_domains: Sequence[str]) -> Released:
    """Choose what of a review is released; the same run folder gives the same copy.

    ``own_domains`` are the agency's. An account is named where the register has it as one who
    holds or seeks an office on the day of the act, as a party or as an organisation.
    """
    handles = record.gathered.handles
    labelled = acts.labelled_acts(record, used.register)
    links = sites.links_of(record, used)
    named = sites.named_sites(links, used, own_domains)
    staff = (*(one.decision.owner for one in kept.findings), *(one.by for one in kept.guidance))
    hidden = secrets(acts.withheld_names(labelled, record.gathered.accounts), staff)
    items = released_items(kept.findings, kept.checks, Known(acts.people(labelled), named, hidden))
    shown = acts.act_rows(labelled, handles)
    linked = sites.site_rows(links, named, handles)
    return Released(
        review=released_review(kept, used.register.note),
        items=items,
        acts=shown,
        sites=linked,
        lists=lists_used(kept.registers, used.register.id, used.flagged),
        withheld=Withheld(
            accounts=acts.withheld_accounts(labelled),
            acts=sum(one.acts for one in shown if one.state == acts.HELD),
            sites=sites.withheld_sites(links, named, used),
            links=sum(one.links for one in linked if one.site == WITHHELD),
            items=sum(one.about == WITHHELD for one in items),
            reasons=sum(one.reason == WITHHELD for one in items),
        ),
    )
