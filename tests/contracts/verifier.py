"""What everybody who judges addresses promises: a verdict on anything, the same one again, and whose it is."""

from __future__ import annotations

import pytest

from roleferry.domain.model.sending.gate_facts import Verdict
from roleferry.ports.verification import Verifier

NO_ADDRESSES = (
    "",
    "ada",
    "ada@",
    "@firm.example",
    "ada@@firm.example",
    "ada@firm..example",
    "a\x00@firm.example",
    "x" * 9_000,
)


class VerifierContract:
    """Subclasses give a `verifier`."""

    @pytest.fixture
    def verifier(self) -> Verifier:
        raise NotImplementedError

    @pytest.mark.parametrize("email", ["ada@firm.example", "risky@firm.example", "ada@gmail.com", *NO_ADDRESSES])
    async def test_every_verdict_is_the_same_again_and_says_whose_it_is(self, verifier: Verifier, email: str) -> None:
        found = await verifier.verify(email)
        assert found == await verifier.verify(email)
        assert found.provider
        assert found.score is None or 0 <= found.score <= 1

    @pytest.mark.parametrize("email", NO_ADDRESSES)
    async def test_what_is_no_address_is_never_good_and_never_an_error(self, verifier: Verifier, email: str) -> None:
        found = await verifier.verify(email)
        assert found.verdict in {Verdict.INVALID, Verdict.UNKNOWN}

    async def test_who_does_not_know_gives_no_score(self, verifier: Verifier) -> None:
        for email in ("unknown@firm.example", "ada@gmail.com"):
            found = await verifier.verify(email)
            assert found.verdict is not Verdict.UNKNOWN or found.score is None
