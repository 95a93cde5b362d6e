"""Ask the DNS what receivers go by, and judge it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from roleferry.domain.model.sending.address import parse_address
from roleferry.domain.model.sending.authentication import VENDOR_TRAITS, DnsReport, SenderTraits, traits_of
from roleferry.domain.model.sending.company_policy import is_free_mail
from roleferry.domain.model.sending.connections import Connections
from roleferry.domain.model.sending.dkim_dmarc import dmarc_walk, judge_dkim, judge_dmarc, judge_mx
from roleferry.domain.model.sending.dns_lookup import Lookup
from roleferry.domain.model.sending.mail_services import service_of_host
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.sending.spf import MOST_LOOKUPS, SpfFound, judge_spf, parse_spf, spf_records
from roleferry.ports.mail_dns import MailDns

_LONGEST_SECONDS = 20.0
"""For all of it; what was not answered by then is not known."""
_SIMULATED = "mock"
_NOT_LOOKED_UP = DnsReport(advice=("This mailbox is simulated: its domain is not looked up.",))


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainChecks:
    """Looks everything up at once; a handful of questions, bounded in number and time."""

    mail_dns: MailDns

    async def of(self, mailbox: Mailbox, connections: Connections, *, selectors: Sequence[str] = ()) -> DnsReport:
        """Return what is published for a mailbox's domain; nothing is looked up for a simulated one."""
        if mailbox.provider == _SIMULATED:
            return _NOT_LOOKED_UP
        domain = parse_address(mailbox.address).domain
        return await self.report(domain, sender=_sender(mailbox, connections), selectors=selectors)

    async def report(self, domain: str, *, sender: SenderTraits, selectors: Sequence[str] = ()) -> DnsReport:
        """Return what is published for a domain from which `sender` sends; `selectors` are those a person named."""
        if is_free_mail(domain):
            words = (
                f"{domain} belongs to a mail host, which sees to SPF, DKIM and DMARC: nothing of it is yours to fix."
            )
            return DnsReport(advice=(words,))
        try:
            async with asyncio.timeout(_LONGEST_SECONDS):
                return await self._report(domain, sender=sender, selectors=selectors)
        except TimeoutError:
            return DnsReport(advice=(f"The DNS did not answer for {domain} in time: check again later.",))

    async def _report(self, domain: str, *, sender: SenderTraits, selectors: Sequence[str]) -> DnsReport:
        exchangers, addresses = await asyncio.gather(self.mail_dns.exchangers(domain), self.mail_dns.addresses(domain))
        known = sender if sender.selectors or sender.spf or sender.own_envelope else _by_exchangers(exchangers, sender)
        asked = tuple(dict.fromkeys(one.lower() for one in selectors))
        names = tuple(dict.fromkeys((*asked, *known.selectors)))
        spf, keys, walk = await asyncio.gather(
            self._spf(domain),
            asyncio.gather(*(self.mail_dns.texts(f"{one}._domainkey.{domain}") for one in names)),
            self._walk(domain),
        )
        found = judge_spf(spf, known, domain)
        dkim, good = judge_dkim(dict(zip(names, keys, strict=True)), asked=asked, sender=known, domain=domain)
        dmarc, mx = judge_dmarc(walk, domain), judge_mx(exchangers, addresses, domain)
        return DnsReport(
            spf=found.state,
            dkim=dkim.state,
            dmarc=dmarc.state,
            mx=mx.state,
            advice=(*found.advice, *dkim.advice, *dmarc.advice, *mx.advice),
            selectors=good,
        )

    async def _walk(self, domain: str) -> list[tuple[str, Lookup]]:
        names = dmarc_walk(domain)
        return list(zip(names, await asyncio.gather(*map(self.mail_dns.texts, names)), strict=True))

    async def _spf(self, domain: str) -> SpfFound:
        """Return a domain's record and all it includes, asking no more often than a receiver would."""
        top = await self.mail_dns.texts(domain)
        records = spf_records(top)
        if len(records) != 1:
            return SpfFound(top=top)
        found = await self._followed(SpfFound(top=top, record=parse_spf(records[0])))
        return replace(found, includes=found.includes - {domain})

    async def _followed(self, found: SpfFound) -> SpfFound:
        waiting, seen = [found.record], found.includes
        lookups, names_hosts, wrong, complete = 0, False, None, True
        while waiting:
            record = waiting.pop(0)
            if record is None:
                continue
            lookups += record.lookups
            names_hosts, wrong = names_hosts or record.names_hosts, wrong or record.wrong
            complete = complete and not record.has_macros
            named = [*record.includes, *([record.redirect] if record.redirect else [])]
            fresh = [one for one in dict.fromkeys(named) if one not in seen and "%" not in one]
            seen |= set(fresh)
            if lookups > MOST_LOOKUPS:
                break
            for below in await asyncio.gather(*map(self.mail_dns.texts, fresh)):
                inner = spf_records(below)
                complete = complete and below.known and len(inner) == 1
                waiting += [parse_spf(inner[0])] if len(inner) == 1 else []
        return replace(found, includes=seen, lookups=lookups, names_hosts=names_hosts, wrong=wrong, complete=complete)


def _sender(mailbox: Mailbox, connections: Connections) -> SenderTraits:
    """Return how whoever sends for the mailbox shows in the DNS."""
    if mailbox.provider in VENDOR_TRAITS:
        return VENDOR_TRAITS[mailbox.provider]
    service = service_of_host(connections.smtp.host) if connections.smtp else None
    return traits_of(service) if service else SenderTraits()


def _by_exchangers(exchangers: Lookup, sender: SenderTraits) -> SenderTraits:
    """Return the traits of the service that takes in the domain's mail, which as a rule sends it too."""
    service = next((found for one in exchangers.values if (found := service_of_host(one))), None)
    return replace(traits_of(service), spf="", name=sender.name) if service else sender
