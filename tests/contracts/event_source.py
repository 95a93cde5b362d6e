"""What every sender of events is held to: it proves itself, just now, and tells no more than it sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import ClassVar

import pytest

from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.ports.errors import Unavailable
from roleferry.ports.event_sources import EventSource, Forged, UnreadableEvent
from tests.doubles.event_senders import Delivery

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
_LITTLE = timedelta(seconds=2)
ODD_BODIES = [b"", b"\xff", b"{", b"null", b"3", b'"text"', b"{}", b'{"type": "delivered"}', b"[" * 100_000]


async def verified(source: EventSource, told: Delivery, *, now: datetime = NOW) -> str:
    """Do what the door does: get what is needed, then check."""
    await source.prepare(told.headers, told.body, now=now)
    return source.verify(told.headers, told.body, now=now)


class EventSourceContract:
    """Subclasses give a `source` and what its sender would send."""

    late: ClassVar[timedelta | None] = timedelta(minutes=5)
    """How old a delivery may be (SPEC 7); None for a vendor whose deliveries carry no time."""
    early: ClassVar[timedelta | None] = timedelta(minutes=5)
    signs_the_body: ClassVar[bool] = True
    """False for a vendor that signs less than all, or nothing: its word is then proven in other ways."""

    @pytest.fixture
    def source(self) -> EventSource:
        raise NotImplementedError

    def delivered(self, *, at: datetime = NOW) -> Delivery:
        """Return a genuine delivery of one `delivered` (or the like) event, signed at a moment."""
        raise NotImplementedError

    def opened(self) -> Delivery:
        """Return a genuine delivery of an open, which is not kept."""
        raise NotImplementedError

    async def test_a_genuine_delivery_is_believed_and_named_the_same_every_time(self, source: EventSource) -> None:
        told = self.delivered()
        names = {await verified(source, told) for _ in range(3)}
        assert len(names) == 1
        assert names != {""}

    async def test_the_same_bytes_are_the_same_events(self, source: EventSource) -> None:
        told = self.delivered()
        first = source.read(told.body, event_id="one")
        assert first == source.read(told.body, event_id="one")
        (event,) = first
        assert isinstance(event, ProviderEvent)
        assert event.type in {EventType.DELIVERED, EventType.REPLIED}
        assert event.at.tzinfo is not None

    async def test_its_parcels_tell_what_the_whole_told_and_are_named_the_same_every_time(
        self, source: EventSource
    ) -> None:
        told = self.delivered()
        name = await verified(source, told)
        parcels = source.split(told.body, event_id=name)
        assert parcels == source.split(told.body, event_id=name)
        (event,) = [event for parcel in parcels for event in source.read(parcel.body, event_id=parcel.event_id)]
        (whole,) = source.read(told.body, event_id="one")
        assert isinstance(event, ProviderEvent)
        assert isinstance(whole, ProviderEvent)
        assert event.content_identity == whole.content_identity
        assert all(0 < len(parcel.event_id) <= 300 and parcel.event_id.isprintable() for parcel in parcels)

    async def test_opens_are_left_out(self, source: EventSource) -> None:
        assert list(source.read(self.opened().body, event_id="one")) == []

    async def test_a_clock_that_is_a_little_off_is_forgiven(self, source: EventSource) -> None:
        if self.late is None or self.early is None:
            return
        for off in (self.early - _LITTLE, -self.late + _LITTLE):
            assert await verified(source, self.delivered(at=NOW + off))

    async def test_a_replayed_delivery_or_one_from_the_future_is_not_believed(self, source: EventSource) -> None:
        if self.late is None or self.early is None:
            return
        for off in (self.early + _LITTLE, -self.late - _LITTLE, timedelta(days=400), -timedelta(days=400)):
            with pytest.raises(Forged):
                await verified(source, self.delivered(at=NOW + off))

    async def test_a_changed_byte_is_not_believed_or_changes_nothing(self, source: EventSource) -> None:
        if not self.signs_the_body:
            return
        told = self.delivered()
        believed = source.read(told.body, event_id="one")
        for place in range(0, len(told.body), 7):
            changed = told.body[:place] + bytes([told.body[place] ^ 1]) + told.body[place + 1 :]
            try:
                await verified(source, Delivery(headers=told.headers, body=changed))
            except (Forged, Unavailable):
                continue
            assert source.read(changed, event_id="one") == believed

    async def test_nothing_is_believed_when_a_header_is_missing_empty_or_changed(self, source: EventSource) -> None:
        told = self.delivered()
        proofs = {name: value for name, value in told.headers.items() if name not in {"content-type", _KIND}}
        for name, value in proofs.items():
            others = {key: each for key, each in told.headers.items() if key != name}
            odd = ("", "\x00", "x" * 5_000, "٣" * 10, "9" * 400, f"{value}x", f"x{value}")
            for headers in (others, *({**others, name: each} for each in odd)):
                with pytest.raises(Forged):
                    await verified(source, Delivery(headers=headers, body=told.body))

    async def test_whatever_knocks_is_believed_or_refused_and_never_breaks_the_door(self, source: EventSource) -> None:
        told = self.delivered()
        for body in ODD_BODIES:
            try:
                name = await verified(source, Delivery(headers=told.headers, body=body))
            except Forged:
                continue
            assert all(parcel.event_id for parcel in source.split(body, event_id=name))

    @pytest.mark.parametrize("body", ODD_BODIES)
    async def test_what_is_not_in_the_agreed_form_is_said_to_be_unreadable(
        self, source: EventSource, body: bytes
    ) -> None:
        with pytest.raises(UnreadableEvent):
            source.read(body, event_id="one")


_KIND = "x-amz-sns-message-type"
