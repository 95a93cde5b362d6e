"""What every sender of events is held to: it proves itself, just now, and tells no more than it sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.ports.event_sources import EventSource, Forged, UnreadableEvent

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
WINDOW = timedelta(minutes=5)
"""How far a delivery's time may lie from ours (SPEC 7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What comes in at the door: headers with lower-case names, and bytes."""

    headers: Mapping[str, str]
    body: bytes


class EventSourceContract:
    """Subclasses give a `source` and what its sender would send."""

    @pytest.fixture
    def source(self) -> EventSource:
        raise NotImplementedError

    def delivered(self, *, at: datetime = NOW) -> Delivery:
        """Return a genuine delivery of one `delivered` event, signed at a moment."""
        raise NotImplementedError

    def opened(self) -> Delivery:
        """Return a genuine delivery of an open, which is not kept."""
        raise NotImplementedError

    def test_a_genuine_delivery_is_believed_and_named_the_same_every_time(self, source: EventSource) -> None:
        told = self.delivered()
        names = {source.verify(told.headers, told.body, now=NOW) for _ in range(3)}
        assert len(names) == 1
        assert names != {""}

    def test_the_same_bytes_are_the_same_events(self, source: EventSource) -> None:
        told = self.delivered()
        first = source.read(told.body, event_id="one")
        assert first == source.read(told.body, event_id="one")
        (event,) = first
        assert isinstance(event, ProviderEvent)
        assert event.type is EventType.DELIVERED
        assert event.at.tzinfo is not None

    def test_opens_are_left_out(self, source: EventSource) -> None:
        assert list(source.read(self.opened().body, event_id="one")) == []

    @pytest.mark.parametrize("off", [WINDOW - timedelta(seconds=1), -WINDOW + timedelta(seconds=1)])
    def test_a_clock_that_is_a_little_off_is_forgiven(self, source: EventSource, off: timedelta) -> None:
        told = self.delivered(at=NOW + off)
        assert source.verify(told.headers, told.body, now=NOW)

    @pytest.mark.parametrize("off", [WINDOW, -WINDOW, timedelta(days=400), -timedelta(days=400)])
    def test_a_replayed_delivery_or_one_from_the_future_is_not_believed(
        self, source: EventSource, off: timedelta
    ) -> None:
        late = off + timedelta(seconds=2 if off > timedelta() else -2)
        told = self.delivered(at=NOW + late)
        with pytest.raises(Forged):
            source.verify(told.headers, told.body, now=NOW)

    def test_nothing_is_believed_when_a_byte_was_changed(self, source: EventSource) -> None:
        told = self.delivered()
        for place in range(0, len(told.body), 7):
            changed = told.body[:place] + bytes([told.body[place] ^ 1]) + told.body[place + 1 :]
            with pytest.raises(Forged):
                source.verify(told.headers, changed, now=NOW)

    def test_nothing_is_believed_when_a_header_is_missing_empty_or_changed(self, source: EventSource) -> None:
        told = self.delivered()
        for name, value in told.headers.items():
            others = {key: each for key, each in told.headers.items() if key != name}
            odd = ("", "\x00", "x" * 5_000, "٣" * 10, "9" * 400, f"{value}x", f"x{value}")
            for headers in (others, *({**others, name: each} for each in odd)):
                with pytest.raises(Forged):
                    source.verify(headers, told.body, now=NOW)

    @pytest.mark.parametrize(
        "body", [b"", b"\xff", b"{", b"null", b"3", b'"text"', b"{}", b'{"type": "delivered"}', b"[" * 100_000]
    )
    def test_what_is_not_in_the_agreed_form_is_said_to_be_unreadable(self, source: EventSource, body: bytes) -> None:
        with pytest.raises(UnreadableEvent):
            source.read(body, event_id="one")
