"""What is common to vendors that hand us mail: of a delivery only the mail's beginning is kept, under its own name."""

from abc import abstractmethod
from collections.abc import Sequence
from hashlib import sha256

from roleferry.adapters.vendor_events.mail_parts import MOST_KEPT
from roleferry.ports.event_sources import EventSource, InboundSubmission, Parcel, UnreadableEvent

_READ = "mail:"


class InboundSource(EventSource):
    """
    A mail a delivery.

    It is taken out of its wrapping at once, so that no attachment is stored; what cannot be taken out is kept as it
    came, to be looked at by an operator.
    """

    @abstractmethod
    def mail_in(self, body: bytes) -> bytes:
        """
        Return the mail.

        Raises:
            UnreadableEvent: there is none to be found.
        """

    def proof_in(self, body: bytes) -> str | None:  # noqa: ARG002 - for a vendor whose proof counts once
        """Return what proves this delivery and no other."""
        return None

    def split(self, body: bytes, *, event_id: str) -> Sequence[Parcel]:
        proof = self.proof_in(body)
        try:
            raw = self.mail_in(body)
        except UnreadableEvent:
            return (Parcel(event_id=event_id, body=body[:MOST_KEPT], proof=proof),)
        return (Parcel(event_id=f"{_READ}{sha256(raw).hexdigest()}", body=raw, proof=proof),)

    def read(self, body: bytes, *, event_id: str) -> Sequence[InboundSubmission]:
        raw = body if event_id.startswith(_READ) else self.mail_in(body)
        return [InboundSubmission(raw=raw)]
