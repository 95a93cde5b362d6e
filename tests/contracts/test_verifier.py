from __future__ import annotations

import pytest

from roleferry.adapters.mock_vendors import MockVerifier
from roleferry.domain.model.people.source import MOCK
from roleferry.domain.model.sending.gate_facts import Verdict
from roleferry.ports.verification import Verifier
from tests.contracts.verifier import VerifierContract


class TestMockVerifier(VerifierContract):
    @pytest.fixture
    def verifier(self) -> Verifier:
        return MockVerifier()

    @pytest.mark.parametrize("email", ["ada@gmail.com", "invalid@firm.com", "disposable@mail.co.uk"])
    async def test_of_an_address_that_may_be_real_it_says_nothing(self, verifier: Verifier, email: str) -> None:
        found = await verifier.verify(email)
        assert (found.verdict, found.provider, found.score) == (Verdict.UNKNOWN, MOCK, None)

    @pytest.mark.parametrize(
        ("local", "verdict"),
        [
            ("ada", Verdict.VALID),
            ("invalid.ada", Verdict.INVALID),
            ("Disposable", Verdict.DISPOSABLE),
            ("risky", Verdict.RISKY),
            ("unknown", Verdict.UNKNOWN),
        ],
    )
    async def test_a_sample_address_names_its_verdict(self, verifier: Verifier, local: str, verdict: Verdict) -> None:
        found = await verifier.verify(f"{local}@firm.example")
        assert (found.verdict, found.provider) == (verdict, MOCK)
