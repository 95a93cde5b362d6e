"""Simulated verdicts on reserved addresses; of a real one it says that nothing was checked."""

from __future__ import annotations

from roleferry.domain.model.people.reserved import is_reserved
from roleferry.domain.model.people.source import MOCK
from roleferry.domain.model.people.verification import VerdictFound
from roleferry.domain.model.sending.address import InvalidAddress, parse_address
from roleferry.domain.model.sending.gate_facts import Verdict
from roleferry.ports.verification import Verifier

_BY_WORD = (
    ("invalid", Verdict.INVALID, 0.0),
    ("disposable", Verdict.DISPOSABLE, 0.0),
    ("risky", Verdict.RISKY, 0.5),
    ("unknown", Verdict.UNKNOWN, None),
)


class MockVerifier(Verifier):
    """`valid` below reserved domains, unless the part before the @ names another verdict."""

    async def verify(self, email: str) -> VerdictFound:
        try:
            address = parse_address(email)
        except InvalidAddress as error:
            return VerdictFound(verdict=Verdict.INVALID, provider=MOCK, score=0.0, reason=error.detail)
        if not is_reserved(address.domain):
            reason = "verification is simulated: nothing was checked"
            return VerdictFound(verdict=Verdict.UNKNOWN, provider=MOCK, reason=reason)
        for word, verdict, score in _BY_WORD:
            if word in address.local.lower():
                return VerdictFound(verdict=verdict, provider=MOCK, score=score, reason="simulated")
        return VerdictFound(verdict=Verdict.VALID, provider=MOCK, score=1.0, reason="simulated")
