from __future__ import annotations

import base64
import json
from datetime import datetime
from typing import Any

import pytest

from roleferry.adapters.standard_webhooks import StandardWebhooks, sign
from roleferry.domain.model.inbound.event import ProviderEvent
from roleferry.ports.event_sources import EventSource, Forged, InboundSubmission, UnreadableEvent
from tests.contracts.event_source import NOW, EventSourceContract
from tests.doubles.event_senders import Delivery

_OLD, _NEW = b"the key of yesterday", b"the key of today"
_EVENT = {"type": "delivered", "timestamp": "2026-11-23T08:59:00Z", "message_id": "<a@sample.example>"}


def _delivery(told: object, *, at: datetime = NOW, key: bytes = _NEW) -> Delivery:
    body = json.dumps(told).encode()
    return Delivery(headers=sign("msg_1", body, at=at, key=key), body=body)


class TestStandardWebhooks(EventSourceContract):
    @pytest.fixture
    def source(self) -> EventSource:
        return StandardWebhooks([_NEW, _OLD])

    def delivered(self, *, at: datetime = NOW) -> Delivery:
        return _delivery(_EVENT, at=at)

    def opened(self) -> Delivery:
        return _delivery({**_EVENT, "type": "opened"})

    def test_both_keys_are_believed_while_they_change_and_no_other(self, source: EventSource) -> None:
        for key in (_NEW, _OLD):
            told = _delivery(_EVENT, key=key)
            assert source.verify(told.headers, told.body, now=NOW) == "msg_1"
        told = _delivery(_EVENT, key=b"somebody else's")
        with pytest.raises(Forged):
            source.verify(told.headers, told.body, now=NOW)

    def test_one_good_signature_among_several_is_enough_and_another_version_is_none(self, source: EventSource) -> None:
        told = _delivery(_EVENT)
        good = told.headers["webhook-signature"]
        both = {**told.headers, "webhook-signature": f"v1,AAAA {good}"}
        assert source.verify(both, told.body, now=NOW) == "msg_1"
        with pytest.raises(Forged):
            source.verify({**both, "webhook-signature": good.replace("v1,", "v2,")}, told.body, now=NOW)

    def test_without_a_key_nobody_is_believed(self) -> None:
        told = _delivery(_EVENT, key=b"")
        with pytest.raises(Forged):
            StandardWebhooks([]).verify(told.headers, told.body, now=NOW)

    def test_the_events_of_one_delivery_have_names_of_their_own(self, source: EventSource) -> None:
        events = source.read(json.dumps([_EVENT, _EVENT]).encode(), event_id="msg_1")
        names = [event.provider_event_id for event in events if isinstance(event, ProviderEvent)]
        assert len(set(names)) == 2

    def test_an_inbound_mail_comes_as_its_bytes(self, source: EventSource) -> None:
        raw = b"From: ben@firm.example\r\n\r\nYes, \xe9\x00"
        told = {"type": "inbound", "timestamp": _EVENT["timestamp"], "raw": base64.b64encode(raw).decode()}
        (mail,) = source.read(json.dumps(told).encode(), event_id="msg_1")
        assert isinstance(mail, InboundSubmission)
        assert mail.raw == raw

    @pytest.mark.parametrize(
        "changes",
        [
            {"type": "exploded"},
            {"type": "bounced"},
            {"bounce": "hard"},
            {"timestamp": "2026-11-23T08:59:00"},
            {"timestamp": 3},
            {"message_id": "x" * 2_000},
            {"type": "inbound", "raw": "not base64!"},
        ],
    )
    def test_an_event_that_does_not_hold_together_is_unreadable(
        self, source: EventSource, changes: dict[str, Any]
    ) -> None:
        with pytest.raises(UnreadableEvent):
            source.read(json.dumps({**_EVENT, **changes}).encode(), event_id="msg_1")
