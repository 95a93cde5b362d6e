"""Providers that take a mail and say nothing, that put us off, that refuse: by SMTP and by HTTP (SPEC 6)."""

import threading
from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from tests.doubles.http import Answer, Failure, Request, VendorDouble, answer_json, rate_limited
from tests.doubles.mail_vendors import POSTMARK
from tests.doubles.smtp import CLOSES, SILENCE, At
from tools.chaos.campaign import Cast
from tools.chaos.report import Row
from tools.chaos.stage import Stage

_SMTP = {
    "dropped": ("accepted, then the connection dropped before the answer", At.DOT, (CLOSES,), 1),
    "hangs": ("accepted, then silence past the timeout", At.DOT, (SILENCE,), 1),
    "later": ("421, then accepted", At.RCPT, ("421 4.3.2 going down",), 0),
    "greylisted": ("450, then 451, then accepted", At.RCPT, ("450 4.2.0 greylisted", "451 4.7.1 try later"), 0),
    "refused": ("550: there is nobody of this name", At.RCPT, ("550 5.1.1 no such user",), 0),
    "blocked": ("5.7.1: the mailbox is blocked, a person resumes it", At.DOT, ("554 5.7.1 blocked",), 0),
}
"""By the reader's domain: what happens, where, what the server says instead, how much doubt it leaves a mail."""


async def smtp_faults(stage: Stage, *, mails: int) -> list[Row]:
    """Let every kind of server fail at once, each for its own readers."""
    casts: dict[str, Cast] = {}
    for domain, (_, at, replies, _doubt) in _SMTP.items():
        casts[domain] = await stage.plant(domain, mails=mails)
        for reply in replies:
            stage.server.fail(at, *[reply] * mails, domain=f"{domain}.example")

    async def resume() -> None:
        blocked = casts["blocked"]
        for mailbox in (await blocked.app.get("/mailboxes", params={"limit": 100}))["items"]:
            if mailbox["status"] == "paused":
                await blocked.app.patch(f"/mailboxes/{mailbox['id']}", {"status": "active"})

    await stage.run(list(casts.values()), meanwhile=resume)
    return [
        await stage.reckon(f"SMTP: {_SMTP[domain][0]}", [cast], allowed=_SMTP[domain][3] * mails)
        for domain, cast in casts.items()
    ]


async def closed_at_connect(stage: Stage, *, mails: int) -> Row:
    """Close every connection before the greeting, then take all."""
    cast = await stage.plant("closed", mails=mails)
    stage.server.fail(At.GREETING, *[CLOSES] * mails)
    await stage.run([cast])
    return await stage.reckon("SMTP: the connection closed before the greeting", [cast])


class Postmark:
    """A Postmark that fails in one way for each domain, and counts what it took."""

    def __init__(self, double: VendorDouble) -> None:
        self.counts: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._seen: Counter[str] = Counter()
        self._doubtful: set[str] = set()
        double.respond("POST", POSTMARK.path, self._answer)

    @property
    def unheard(self) -> Collection[str]:
        """Send keys of mails that were answered by nothing, or by what says nothing."""
        return frozenset(self._doubtful)

    def _answer(self, request: Request) -> Answer:
        key, domain = POSTMARK.key(request), POSTMARK.arrived(request).recipient.partition("@")[2]
        with self._lock:
            self._seen[key] += 1
            first = self._seen[key] == 1
            if domain == "limited.example" and first:
                return rate_limited(retry_after="120")
            if domain == "failing.example" and first:
                self._doubtful.add(key)
                return answer_json({"ErrorCode": 0, "Message": "no"}, status=500)
            self.counts[POSTMARK.arrived(request).parts["Message-ID"]] += 1
            if domain == "silent.example" and first:
                self._doubtful.add(key)
                return replace(POSTMARK.taken(), failure=Failure.HANGS)
        return POSTMARK.taken()


_HTTP = {
    "limited": ("429 with Retry-After, then accepted", 0),
    "failing": ("500 before acceptance", 1),
    "silent": ("accepted, then silence past the timeout", 1),
}


async def http_faults(stage: Stage, postmark: Postmark, *, mails: int) -> list[Row]:
    """Let an HTTP provider fail in each of its ways."""
    casts = {domain: await stage.plant(domain, mails=mails) for domain in _HTTP}
    await stage.run(list(casts.values()))
    return [
        await stage.reckon(f"HTTP: {_HTTP[domain][0]}", [cast], wire=postmark, allowed=_HTTP[domain][1] * mails)
        for domain, cast in casts.items()
    ]
