"""Which sites of links are named: those that are an outlet's or a public body's, by their host."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from audit.acts import of_period
from audit.inputs import Inputs
from audit.record import Record
from audit.review.released import WITHHELD, Site
from audit.sources import hosts
from audit.sources.flags import flag_links
from audit.sources.listed import Listed
from audit.sources.rows import INFO, LOOK
from audit.sources.trackers import each_link_once
from audit.sources.wrappers import unwrap
from connectors import frames

# Only a body that has shown that it is one gets a name there: Domain Name Commission, .nz rules.
_PUBLIC_BODIES = ("govt.nz", "mil.nz", "parliament.nz")
_HOSTS = ("host", "fediverse")
_HOST = "by the host"  # a list that names a path or a writer says nothing of the host


@dataclass(frozen=True)
class Named:
    """What may be said of one address: its site, or WITHHELD, and the list that names the site."""

    site: str
    listed: str


def links_of(record: Record, used: Inputs) -> pd.DataFrame:
    """Give the links of a review, as it counts them, with the columns of the interactions frame."""
    chosen = of_period(record.gathered.interactions, record.period, record.history)
    once = each_link_once(chosen, used.short)
    return frames.rows(once, once["kind"] == "link")


def named_sites(
    links: pd.DataFrame, used: Inputs, own_domains: Sequence[str]
) -> Mapping[str, Named]:
    """Say of each address that was linked which site may be named.

    Named are a host that a list names as a host, one that many writers share (which says nothing
    of a writer), and those of public bodies, of the agency, and of parties and organisations in
    the register. Any other may be a private person's.
    """
    written = links["url"].drop_duplicates()
    leads = used.short.leading(written)
    flags = flag_links(leads, used.flagged)
    public = _public(used, own_domains)
    by_host = flags["flag_how"].fillna("").str.startswith(_HOST)
    named = by_host & flags["flag_level"].isin([LOOK, INFO])
    lists = flags["flag_list"].where(named, "").fillna("").tolist()
    told = zip(written.tolist(), leads.tolist(), lists, strict=True)
    return {
        url: _on_list(_place(lead), listed, used.flagged.listed)
        if listed
        else Named(_unlisted(_place(lead), public), "")
        for url, lead, listed in told
    }


def site_rows(
    links: pd.DataFrame, named: Mapping[str, Named], handles: Mapping[str, str]
) -> tuple[Site, ...]:
    """Count the links of each own account to each site; withheld sites are counted together."""
    told = [named[url] for url in links["url"].tolist()]
    sources = zip(links["platform"].tolist(), links["agency_account"].tolist(), told, strict=True)
    counted = Counter(
        (platform, handles.get(f"{platform}:{account}", ""), one.site, one.listed)
        for platform, account, one in sources
    )
    return tuple(Site(*where, number) for where, number in sorted(counted.items()))


def withheld_sites(links: pd.DataFrame, named: Mapping[str, Named], used: Inputs) -> int:
    """Count the different hosts that withheld links lead to, shortened ones as far as known."""
    written = links["url"].drop_duplicates()
    held = written[[named[url].site == WITHHELD for url in written.tolist()]]
    return int(used.short.leading(held).map(_place).nunique())


def _place(url: str) -> str:
    """Give the host that an address leads to in the end."""
    return hosts.without_prefix(hosts.host_of(unwrap(url).url))


def _on_list(host: str, listed: str, lists: Listed) -> Named:
    """Name the very host that a list has, the closest one: its own or one above it."""
    above = (host, *hosts.ancestors(host))
    found = (one for one in above for kind in _HOSTS if lists.named(kind, one))
    return Named(next(found, WITHHELD), listed)


def _unlisted(host: str, public: frozenset[str]) -> str:
    known = hosts.is_shared(host) or public.intersection((host, *hosts.ancestors(host)))
    body = any(host == one or host.endswith(f".{one}") for one in _PUBLIC_BODIES)
    return host if known or body else WITHHELD


def _public(used: Inputs, own_domains: Sequence[str]) -> frozenset[str]:
    register = used.register
    websites = [*register.parties["website"].tolist(), *register.organisations["website"].tolist()]
    own = [domain.casefold().lstrip("@.") for domain in own_domains]
    found = {hosts.without_prefix(hosts.host_of(site)) for site in websites if site}
    return frozenset(one for one in (*found, *own) if one and not hosts.is_shared(one))
