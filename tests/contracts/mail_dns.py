"""What whoever asks the DNS promises: what is there, what is not, and what nobody knows, told apart."""

from __future__ import annotations

import pytest

from roleferry.domain.model.sending.dns_lookup import UNANSWERED, Lookup
from roleferry.ports.mail_dns import MailDns

LONG = "v=DKIM1; k=rsa; p=" + "A" * 600
ZONE = {
    ("sample.test", "TXT"): ("v=spf1 include:_spf.sample.test ~all", "a=b"),
    ("long.sample.test", "TXT"): (LONG,),
    ("sample.test", "MX"): ("mx1.sample.test", "mx2.sample.test"),
    ("null.sample.test", "MX"): ("",),
    ("sample.test", "A"): ("192.0.2.7",),
}


class MailDnsContract:
    """Subclasses serve `ZONE`, and do not answer for `silent.sample.test`."""

    @pytest.fixture
    def dns(self) -> MailDns:
        raise NotImplementedError

    async def test_texts_are_whole_and_all_there(self, dns: MailDns) -> None:
        assert set((await dns.texts("sample.test")).values) == set(ZONE["sample.test", "TXT"])
        assert (await dns.texts("LONG.sample.test.")).values == (LONG,)

    async def test_exchangers_come_in_order_and_a_null_one_is_empty(self, dns: MailDns) -> None:
        assert (await dns.exchangers("sample.test")).values == ("mx1.sample.test", "mx2.sample.test")
        assert (await dns.exchangers("null.sample.test")).values == ("",)

    async def test_a_host_has_its_addresses(self, dns: MailDns) -> None:
        assert (await dns.addresses("sample.test")).values == ("192.0.2.7",)

    @pytest.mark.parametrize("name", ["nobody.sample.test", "sample.example", "mx1.sample.test"])
    async def test_what_is_not_there_is_known_not_to_be(self, dns: MailDns, name: str) -> None:
        assert await dns.texts(name) == await dns.exchangers(name) == Lookup()

    async def test_what_nobody_answers_is_not_known(self, dns: MailDns) -> None:
        name = "silent.sample.test"
        assert await dns.texts(name) == await dns.exchangers(name) == await dns.addresses(name) == UNANSWERED

    @pytest.mark.parametrize("name", ["", ".", "a..b", "x" * 300, "x" * 64 + ".test", "\\", "bücher.example", "a b"])
    async def test_a_name_that_is_none_is_no_error(self, dns: MailDns, name: str) -> None:
        assert (await dns.texts(name)).values == ()
