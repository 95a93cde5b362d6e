"""DNS reports held in memory; of every other domain nothing is known."""

from collections.abc import Mapping
from types import MappingProxyType

from roleferry.domain.model.sending.authentication import DnsReport
from roleferry.ports.mail_dns import MailDns

_NOT_LOOKED_UP = DnsReport(advice=("This mailbox is simulated: its domain is not looked up.",))


class MemoryMailDns(MailDns):
    """Answers from what it was given."""

    def __init__(self, reports: Mapping[str, DnsReport] = MappingProxyType({})) -> None:
        self._reports = reports

    async def check(self, domain: str) -> DnsReport:
        return self._reports.get(domain, _NOT_LOOKED_UP)
