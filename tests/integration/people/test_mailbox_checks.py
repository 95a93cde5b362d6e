"""A mailbox's domain is looked up in the real DNS, and what is found feeds its health."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.app import running_app
from tests.doubles.dns import DnsDouble, dns_server

_ZONE = {
    ("ada.test", "TXT"): ['"v=spf1 include:spf.messagingengine.com ~all"'],
    ("spf.messagingengine.com", "TXT"): ['"v=spf1 ip4:192.0.2.1 -all"'],
    ("fm1._domainkey.ada.test", "TXT"): ['"v=DKIM1; k=rsa; p=' + "A" * 200 + '" "' + "A" * 192 + '"'],
    ("_dmarc.ada.test", "TXT"): ['"v=DMARC1; p=quarantine"'],
    ("ada.test", "MX"): ["10 in1-smtp.messagingengine.com."],
    ("bare.test", "MX"): ["10 mx.bare.test."],
}
_LOGIN = {"service": "fastmail", "password": "app password"}


async def test_a_domain_is_looked_up_and_its_health_says_so(
    fresh_database_url: str, redis_url: str, tmp_path: Path
) -> None:
    async with dns_server(DnsDouble(zone=_ZONE, failing=frozenset({"late.test", "_dmarc.late.test"}))) as double:
        settings = {"ROLEFERRY_DNS_SERVERS": f"127.0.0.1:{double.port}"}
        async with running_app(fresh_database_url, redis_url, tmp_path, **settings) as app:
            found = {}
            for domain in ("ada.test", "bare.test", "late.test", "gmail.com"):
                login = _LOGIN if domain != "gmail.com" else {"password": "app password"}
                path = f"/mailboxes/{(await app.post('/mailboxes', {'address': f'ada@{domain}', **login}))['id']}"
                dns = (await app.post(f"{path}/check", expect=200))["dns"]
                label = (await app.get(f"{path}/health"))["label"]
                found[domain] = (dns["spf"], dns["dkim"], dns["dmarc"], dns["mx"], label)
                if domain == "bare.test":
                    named = await app.post(f"{path}/check?selectors=s1&selectors=S2", expect=200)
                    assert named["dns"]["dkim"] == "missing"
                    assert "s2._domainkey.bare.test" in " ".join(named["dns"]["advice"])
                    await app.call("POST", f"{path}/check?selectors=a/b", expect=422)
    assert found == {
        "ada.test": ("pass", "pass", "pass", "pass", None),
        "bare.test": ("missing", "unknown", "missing", "pass", "at_risk"),
        "late.test": ("unknown", "unknown", "unknown", "unknown", None),
        "gmail.com": ("unknown", "unknown", "unknown", "unknown", None),
    }
    assert not [name for name, _, _ in double.asked if "gmail" in name]


async def test_a_domain_is_looked_up_anew_each_day_and_its_owner_hears_of_what_went_missing(
    fresh_database_url: str, redis_url: str, tmp_path: Path
) -> None:
    moment = datetime(2027, 3, 1, 9, tzinfo=UTC)
    async with dns_server(DnsDouble(zone=dict(_ZONE))) as double:
        settings = {"ROLEFERRY_DNS_SERVERS": f"127.0.0.1:{double.port}"}
        async with running_app(fresh_database_url, redis_url, tmp_path, **settings) as app:
            await app.set_clock(moment)
            path = f"/mailboxes/{(await app.post('/mailboxes', {'address': 'ada@ada.test', **_LOGIN}))['id']}"
            await app.post("/mailboxes", {"address": "ada@bare.test", **_LOGIN})

            async def a_day_later(*, without: str = "", away: bool = False) -> tuple[str, str | None, int]:
                nonlocal moment
                moment = moment + timedelta(hours=25)
                double.zone = {key: value for key, value in _ZONE.items() if key[0] != without}
                double.failing = frozenset({name for name, _ in _ZONE} | {"ada.test"} if away else ())
                await app.set_clock(moment)
                await app.worker.recheck_domains()
                told = [one for one in (await app.get("/notices"))["items"] if one["code"] == "mailbox.dns_failing"]
                dns, health = (await app.get(path))["dns"], await app.get(f"{path}/health")
                return dns["dkim"], health["label"], len(told)

            await app.post(f"{path}/check", expect=200)
            key = "fm1._domainkey.ada.test"
            assert (await a_day_later()) == ("pass", None, 0)
            assert (await a_day_later(without=key)) == ("missing", "at_risk", 1)
            asked = len(double.asked)
            await app.worker.recheck_domains()
            assert len(double.asked) == asked, "once a day"
            assert (await a_day_later(away=True)) == ("missing", "at_risk", 1)
            assert (await a_day_later(without=key)) == ("missing", "at_risk", 1)
            assert not [name for name, _, _ in double.asked if "bare" in name]
