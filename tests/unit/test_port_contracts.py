"""The small ports' promises, kept by the adapters that need no server."""

import pytest

from roleferry.adapters.memory.job_pages import MemoryJobPages
from roleferry.adapters.memory.orchestrator import WorkerOrchestrator
from roleferry.adapters.memory.platform import MockPlatform
from roleferry.adapters.memory.rate_limiter import MemoryRateLimiter
from roleferry.adapters.sealing import AesSecretBox
from roleferry.domain.model.jobs.page import FetchedPosting, PageGone
from tests.contracts.platform import MAILBOX, MONDAY, USER, OutreachPlatformContract
from tests.contracts.rate_limiter import RateLimiterContract
from tests.contracts.secret_box import SecretBoxContract


class TestAesSecretBox(SecretBoxContract):
    @pytest.fixture
    def box(self) -> AesSecretBox:
        return AesSecretBox([b"k" * 32])

    def test_a_key_that_was_replaced_still_opens(self) -> None:
        sealed = AesSecretBox([b"o" * 32]).seal("secret", purpose="a")
        assert AesSecretBox([b"n" * 32, b"o" * 32]).open(sealed, purpose="a") == "secret"


class TestMemoryRateLimiter(RateLimiterContract):
    @pytest.fixture
    def limiter(self) -> MemoryRateLimiter:
        return MemoryRateLimiter()


class TestMockPlatform(OutreachPlatformContract):
    @pytest.fixture
    def platform(self) -> MockPlatform:
        return MockPlatform()

    async def test_what_is_made_up_says_so(self, platform: MockPlatform) -> None:
        (day,) = await platform.warmup_days(USER, MAILBOX, since=MONDAY, until=MONDAY)
        assert (platform.source, platform.carries, day.sent) == ("mock", False, 2)


async def test_without_an_automation_outside_the_worker_does_it() -> None:
    assert await WorkerOrchestrator().announce("campaign.launched", {"campaign_id": "1"}) is False


async def test_pages_that_are_not_there_say_what_to_do() -> None:
    page = FetchedPosting(text="Engineer", canonical_url="https://a.example.com/1", source="page")
    pages = MemoryJobPages({"https://a.example.com/1": page})
    assert await pages.fetch("https://a.example.com/1") == page
    with pytest.raises(PageGone, match="Paste"):
        await pages.fetch("https://a.example.com/2")
