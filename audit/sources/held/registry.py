"""The lists of which an agency may hold a file; add one here."""

from collections.abc import Mapping

from audit.sources.held import ad_fontes, designated, mbfc, newsguard, opensanctions
from audit.sources.public.base import SourceList

HELD: Mapping[str, SourceList] = {
    one.id: one
    for one in (
        mbfc.LIST,
        newsguard.LIST,
        ad_fontes.LIST,
        opensanctions.LIST,
        designated.LIST,
    )
}
