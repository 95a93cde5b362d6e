"""What a domain's records come to: passing, missing, failing, or not known; and what to do in words."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.adapters.memory.mail_dns import MemoryMailDns, Zone
from roleferry.domain.model.sending.authentication import VENDOR_TRAITS, DnsReport, DnsState, SenderTraits, traits_of
from roleferry.domain.model.sending.dkim_dmarc import dmarc_walk
from roleferry.domain.model.sending.mail_services import MAIL_SERVICES
from roleferry.domain.model.sending.spf import parse_spf
from roleferry.domain.use_cases.sending.domain_checks import DomainChecks

D = "sample.test"
KEY = "v=DKIM1; k=rsa; p=" + "A" * 392
GMAIL = traits_of(MAIL_SERVICES["gmail"])
GOOD: Zone = {
    (D, "TXT"): ["v=spf1 include:_spf.google.com ~all", "google-site-verification=x"],
    ("_spf.google.com", "TXT"): ["v=spf1 ip4:192.0.2.0/24 ~all"],
    (f"google._domainkey.{D}", "TXT"): [KEY],
    (f"_dmarc.{D}", "TXT"): ["v=DMARC1; p=reject; rua=mailto:ada@sample.test"],
    (D, "MX"): ["aspmx.l.google.com"],
}
PASS, MISSING, FAIL, UNKNOWN = DnsState.PASSING, DnsState.MISSING, DnsState.FAILING, DnsState.UNKNOWN


def _report(
    zone: Zone | None,
    *,
    domain: str = D,
    sender: SenderTraits = GMAIL,
    unanswered: frozenset[str] = frozenset(),
    **more: Any,
) -> DnsReport:
    checks = DomainChecks(mail_dns=MemoryMailDns(zone, unanswered=unanswered))
    return asyncio.run(checks.report(domain, sender=sender, **more))


def test_a_domain_that_is_set_up_passes_without_a_word() -> None:
    report = _report(GOOD)
    assert report == DnsReport(spf=PASS, dkim=PASS, dmarc=PASS, mx=PASS, selectors=("google",))
    assert not report.authentication_fails


def test_silence_is_not_failing() -> None:
    report = _report(None)
    assert {report.spf, report.dkim, report.dmarc, report.mx} == {UNKNOWN}
    assert not report.authentication_fails
    assert "again later" in " ".join(report.advice)


def test_a_free_mail_domain_is_not_the_users_to_fix() -> None:
    report = _report({}, domain="gmail.com")
    assert (report.spf, report.dkim, report.authentication_fails) == (UNKNOWN, UNKNOWN, False)
    assert report.advice == (
        "gmail.com belongs to a mail host, which sees to SPF, DKIM and DMARC: nothing of it is yours to fix.",
    )


@pytest.mark.parametrize(
    ("spf", "state", "words"),
    [
        ([], MISSING, "v=spf1 include:_spf.google.com ~all"),
        (["v=spf10 -all"], MISSING, "Publish"),
        (["v=spf1 -all", "v=spf1 ~all"], FAIL, "put them into one"),
        (["v=spf1 include: ~all"], FAIL, "a term that is none"),
        (["v=spf1 nonsense -all"], FAIL, "nonsense"),
        (["v=spf1 include:_spf.google.com +all"], FAIL, "+all"),
        (["v=spf1 include:_spf.google.com all"], FAIL, "+all"),
        (["v=spf1 include:_spf.google.com"], PASS, "End SPF"),
        (["v=spf1 -all"], FAIL, "add include:_spf.google.com"),
        (["v=spf1 ip4:192.0.2.1 -all"], UNKNOWN, "add include:_spf.google.com"),
        (["v=spf1 include:nobody.test -all"], UNKNOWN, "add include"),
        (["v=spf1 exists:%{i}.sample.test -all"], UNKNOWN, "add include"),
        (["v=spf1 redirect=_spf.google.com"], PASS, ""),
        (["V=SPF1 INCLUDE:_SPF.GOOGLE.COM ~ALL"], PASS, ""),
        (["v=spf1 " + " ".join(f"a:h{n}.test" for n in range(11)) + " -all"], FAIL, "11 times"),
    ],
)
def test_spf(spf: list[str], state: DnsState, words: str) -> None:
    report = _report({**GOOD, (D, "TXT"): spf})
    assert report.spf is state
    assert words in " ".join(report.advice)


def test_lookups_of_included_records_count_too() -> None:
    chain = {(f"l{n}.test", "TXT"): [f"v=spf1 include:l{n + 1}.test mx -all"] for n in range(20)}
    report = _report({**GOOD, **chain, (D, "TXT"): ["v=spf1 include:l0.test -all"]})
    assert report.spf is FAIL
    ring = {("l0.test", "TXT"): ["v=spf1 include:sample.test -all"]}
    assert _report({**GOOD, **ring, (D, "TXT"): ["v=spf1 include:l0.test -all"]}).spf in {FAIL, UNKNOWN}


def test_an_included_record_nobody_answers_for_leaves_it_open() -> None:
    zone = {**GOOD, (D, "TXT"): ["v=spf1 include:late.test -all"]}
    assert _report(zone, unanswered=frozenset({"late.test"})).spf is UNKNOWN


@pytest.mark.parametrize(
    ("key", "state", "words"),
    [
        ([KEY], PASS, ""),
        ([], MISSING, "no key"),
        (["v=DKIM1; p="], FAIL, "withdrawn"),
        (["v=DKIM1; p=not*base64"], FAIL, "cannot be read"),
        (["v=DKIM1; p=" + "A" * 120], FAIL, "1024 bits"),
        (["v=DKIM1; k=ed25519; p=" + "A" * 44], PASS, ""),
        (["v=DKIM1; p=" + "A" * 196 + " " + "A" * 196], PASS, ""),
    ],
)
def test_a_key_that_the_person_named(key: list[str], state: DnsState, words: str) -> None:
    zone = {**GOOD, (f"mine._domainkey.{D}", "TXT"): key}
    report = _report(zone, sender=SenderTraits(), selectors=["mine"])
    assert report.dkim is state
    assert words in " ".join(report.advice)


def test_a_key_nobody_named_is_not_missing() -> None:
    report = _report({**GOOD, (f"google._domainkey.{D}", "TXT"): []})
    assert (report.dkim, report.authentication_fails) == (UNKNOWN, False)
    assert "selectors" in " ".join(report.advice)
    assert _report(GOOD, unanswered=frozenset({f"mine._domainkey.{D}"}), selectors=["mine"]).dkim is UNKNOWN


@pytest.mark.parametrize(
    ("policy", "state"),
    [
        (["v=DMARC1; p=none"], PASS),
        (["v=DMARC1;p=quarantine"], PASS),
        (["v=DMARC1; rua=mailto:a@sample.test"], PASS),
        (["v=DMARC1"], FAIL),
        (["v=DMARC1; p=sometimes"], FAIL),
        (["v=DMARC1; p=none", "v=DMARC1; p=reject"], FAIL),
        (["v=dmarc1; p=none"], MISSING),
        (["something else"], MISSING),
    ],
)
def test_dmarc(policy: list[str], state: DnsState) -> None:
    assert _report({**GOOD, (f"_dmarc.{D}", "TXT"): policy}).dmarc is state


def test_a_subdomain_goes_by_its_organisation() -> None:
    zone = {("_dmarc.sample.test", "TXT"): ["v=DMARC1; p=none; sp=reject"]}
    assert _report(zone, domain="mail.eu.sample.test").dmarc is PASS
    late = frozenset({"_dmarc.eu.sample.test"})
    assert _report(zone, domain="mail.eu.sample.test", unanswered=late).dmarc is UNKNOWN


def test_the_walk_asks_at_most_eight_times() -> None:
    assert dmarc_walk("a.b.test") == ("_dmarc.a.b.test", "_dmarc.b.test", "_dmarc.test")
    walk = dmarc_walk(".".join(["x"] * 60))
    assert (len(walk), walk[1]) == (8, "_dmarc." + ".".join(["x"] * 7))


@pytest.mark.parametrize(
    ("exchangers", "addresses", "state"),
    [(["mx.test"], [], PASS), ([""], [], FAIL), ([], ["192.0.2.1"], PASS), ([], [], MISSING)],
)
def test_mx(exchangers: list[str], addresses: list[str], state: DnsState) -> None:
    assert _report({**GOOD, (D, "MX"): exchangers, (D, "A"): addresses}).mx is state


def test_who_takes_in_the_mail_of_a_domain_says_where_its_key_stands() -> None:
    report = _report(GOOD, sender=SenderTraits())
    assert (report.spf, report.dkim, report.selectors) == (PASS, PASS, ("google",))


def test_a_vendor_that_sends_under_its_own_address_needs_no_spf_here() -> None:
    zone = {**GOOD, (D, "TXT"): []}
    report = _report(zone, sender=VENDOR_TRAITS["ses"])
    assert (report.spf, report.authentication_fails) == (UNKNOWN, False)


_TEXTS = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from(["include:a.test", "redirect=b.test", "~all", "ip4:1", "exists:%{i}", ":", "+", "mx"]),
            max_size=15,
        ).map(lambda terms: " ".join(["v=spf1", *terms])),
        st.text(alphabet="v=DMARC1;p =none", max_size=40),
    ),
    max_size=3,
)


@settings(max_examples=150, deadline=None)
@given(_TEXTS, _TEXTS, _TEXTS, st.sampled_from([D, "a.test", "x"]))
def test_whatever_stands_there_is_judged(top: list[str], below: list[str], key: list[str], domain: str) -> None:
    zone = {
        (domain, "TXT"): top,
        ("a.test", "TXT"): below,
        ("b.test", "TXT"): top,
        (f"google._domainkey.{domain}", "TXT"): key,
        (f"_dmarc.{domain}", "TXT"): key,
    }
    report = _report(zone, domain=domain, selectors=["google"])
    assert all(one.strip() for one in report.advice)


@settings(max_examples=150)
@given(st.text(max_size=200))
def test_any_text_is_parsed(text: str) -> None:
    assert parse_spf(f"v=spf1 {text}").lookups >= 0
