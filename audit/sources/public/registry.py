"""The public lists that can be used; add one here."""

from collections.abc import Mapping

from audit.sources.public import cred, fediverse, lin, wikidata_links, wikipedia
from audit.sources.public.base import SourceList

PUBLIC: Mapping[str, SourceList] = {
    one.id: one
    for one in (lin.LIST, cred.LIST, wikipedia.LIST, *fediverse.LISTS, wikidata_links.LIST)
}
