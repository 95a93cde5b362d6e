"""What one person's answer means for colleagues, and how many people of one company may be written to (SPEC 3.9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from roleferry.domain.model.errors import Invalid


class CompanyPolicy(StrEnum):
    """What a human reply does to the colleagues of whoever replied."""

    HOLD = "hold"
    STOP = "stop"
    OFF = "off"


class InvalidCompanyLimit(Invalid):
    """At least one person of a company must be allowed, within a span of 0 to 365 days."""

    code = "company_limit.invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyLimit:
    """
    At most `people` of one company within `days`; `one_a_day` keeps two of them off the same day.

    Raises:
        InvalidCompanyLimit: a limit that would let nobody be written to.
    """

    people: int = 2
    days: int = 14
    one_a_day: bool = True

    def __post_init__(self) -> None:
        """Refuse a limit that lets nothing leave."""
        if self.people < 1 or not 0 <= self.days <= 365:  # noqa: PLR2004 - a year, as the error says
            raise InvalidCompanyLimit("allow at least one person per company, within 0 to 365 days")


FREE_MAIL_DOMAINS = frozenset(
    """
    126.com 139.com 163.com 21cn.com aim.com alice.it aliyun.com aol.com arcor.de att.net bellsouth.net
    bigpond.com bk.ru bluewin.ch bol.com.br btinternet.com centrum.cz charter.net comcast.net cox.net duck.com
    earthlink.net email.cz email.it fastmail.com fastmail.fm foxmail.com free.fr freenet.de frontier.com gmail.com
    gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hanmail.net hey.com home.nl hotmail.be hotmail.ca
    hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it hushmail.com icloud.com ig.com.br
    inbox.com inbox.lv inbox.ru interia.pl juno.com kpnmail.nl laposte.net libero.it list.ru live.ca live.co.uk
    live.com live.fr live.nl mac.com mail.com mail.ru mailbox.org mailfence.com me.com msn.com naver.com neuf.fr
    numericable.fr o2.pl onet.pl online.de optonline.net optusnet.com.au orange.fr outlook.com outlook.de
    outlook.es outlook.fr outlook.it pm.me pobox.com posteo.de posteo.net proton.me protonmail.ch protonmail.com
    qq.com rambler.ru rediffmail.com rocketmail.com rogers.com runbox.com sbcglobal.net seznam.cz sfr.fr shaw.ca
    sina.cn sina.com sky.com sohu.com sympatico.ca t-online.de talktalk.net telenet.be telus.net terra.com.br
    tiscali.it tuta.com tuta.io tutanota.com tutanota.de ukr.net uol.com.br verizon.net virgilio.it
    virginmedia.com vodafone.de wanadoo.fr web.de windowslive.com wp.pl xtra.co.nz yahoo.ca yahoo.co.in
    yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.mx yahoo.de yahoo.es
    yahoo.fr yahoo.in yahoo.it yandex.com yandex.ru yeah.net ymail.com ziggo.nl zoho.com zohomail.com
    """.split()
)
"""Hosts where anybody has an address: such a domain never says which company a person works for."""


def is_free_mail(domain: str) -> bool:
    """Say whether this domain belongs to a mail host rather than to an employer."""
    return domain.strip().rstrip(".").lower() in FREE_MAIL_DOMAINS


def company_domains(domains: Iterable[str]) -> frozenset[str]:
    """Return the domains that may stand for a company: lower-cased, never a free-mail domain."""
    named = (domain.strip().rstrip(".").lower() for domain in domains)
    return frozenset(domain for domain in named if domain and domain not in FREE_MAIL_DOMAINS)
