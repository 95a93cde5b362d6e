"""`/dev/*`: what people who write clients need; these addresses exist in dev alone (SPEC 10)."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

import msgspec
from litestar import Controller, get, post
from litestar.params import JSONBody
from msgspec import Meta

from roleferry.domain.model.errors import Invalid
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.ports.clock import SteerableClock

_TEN_YEARS = 10 * 366 * 86_400


class ClockSetting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Either a number of seconds to move on, or a moment to be at."""

    advance_seconds: Annotated[int, Meta(ge=-_TEN_YEARS, le=_TEN_YEARS)] | None = None
    set_to: datetime | None = None


class ClockView(msgspec.Struct, frozen=True, kw_only=True):
    """What time API and worker go by."""

    now: datetime


class BadClockSetting(Invalid):
    """The clock was told two things, or nothing."""

    code = "dev.clock_invalid"


class DevController(Controller):
    """Test clock and what else a developer needs."""

    path = "/dev"
    tags = ("Dev",)

    @get(
        "/clock",
        operation_id="GetDevClock",
        summary="The test clock.",
        opt=example(answer={"now": "2026-11-23T09:00:00Z"}),
    )
    async def get_clock(self, clock: Injected[SteerableClock]) -> ClockView:
        """Return the time that API and worker go by."""
        return ClockView(now=clock.now())

    @post(
        "/clock",
        operation_id="SetDevClock",
        summary="Move the test clock.",
        status_code=200,
        opt=example(request={"advance_seconds": 86400}, answer={"now": "2026-11-24T09:00:00Z"}),
    )
    async def set_clock(self, data: JSONBody[ClockSetting], clock: Injected[SteerableClock]) -> ClockView:
        """Advance by `advance_seconds` or go to `set_to`."""
        if (data.advance_seconds is None) == (data.set_to is None):
            raise BadClockSetting("give either advance_seconds or set_to")
        await clock.set_to(_target(data, clock.now()))
        return ClockView(now=clock.now())


def _target(data: ClockSetting, now: datetime) -> datetime:
    if data.advance_seconds is not None:
        return now + timedelta(seconds=data.advance_seconds)
    moment = data.set_to or now
    if moment.tzinfo is None:
        raise BadClockSetting("set_to needs an offset, e.g. 2026-11-23T09:00:00Z")
    moment = moment.astimezone(UTC)
    if abs(moment - now) > timedelta(seconds=_TEN_YEARS):
        raise BadClockSetting("the clock moves ten years at most")
    return moment
