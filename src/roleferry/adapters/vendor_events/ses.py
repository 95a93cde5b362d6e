"""`/webhooks/ses`: Amazon SES by way of SNS, enveloped and signed; or raw, behind a secret."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256

from roleferry.adapters.vendor_events.api import VendorApi
from roleferry.adapters.vendor_events.certificates import SigningCertificates
from roleferry.adapters.vendor_events.reading import decoded, named
from roleferry.adapters.vendor_events.ses_events import events_in
from roleferry.adapters.vendor_events.shared_secret import check_secret
from roleferry.adapters.vendor_events.sns import CONFIRMATION, END, Envelope, check_age, opened, signature_of
from roleferry.domain.model.inbound.event import ProviderEvent
from roleferry.ports.event_sources import EventSource, Forged, InboundSubmission, Silent, UnreadableEvent

_RAW = "x-amz-sns-rawdelivery"


class SesSource(EventSource):
    """
    Believes the topics it was told of, and nobody else's: a good signature alone proves only that somebody uses SNS.

    With raw delivery SNS signs nothing, so that is believed only from whoever shows one of the `secrets`.
    """

    def __init__(
        self, *, topics: Sequence[str], certificates: SigningCertificates, secrets: Sequence[str] = ()
    ) -> None:
        self._topics = frozenset(topics)
        self._certificates = certificates
        self._secrets = tuple(secrets)
        self._api = VendorApi()

    async def prepare(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> None:
        if not _is_raw(headers):
            envelope = self._of_our_topic(body)
            check_age(envelope, now=now)
            await self._certificates.fetch(self._certificate_url(envelope), now=now)

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:
        if _is_raw(headers):
            check_secret(headers, self._secrets)
            return named("raw", headers.get("x-amz-sns-message-id", "") or sha256(body).hexdigest())
        envelope = self._of_our_topic(body)
        check_age(envelope, now=now)
        url, signature = self._certificate_url(envelope), signature_of(envelope)
        self._certificates.check(url, envelope.signed, signature, version=envelope.signature_version, now=now)
        return named(envelope.message_id)

    def read(self, body: bytes, *, event_id: str) -> Sequence[ProviderEvent | InboundSubmission]:
        if event_id.startswith("raw:"):
            return events_in(body, event_id)
        envelope = decoded(body, Envelope)
        if envelope.type == CONFIRMATION:
            return ()
        if envelope.type == END:
            raise UnreadableEvent("the topic tells us no more: somebody ended the subscription; subscribe it again")
        return events_in(envelope.message, event_id)

    async def resolve(self, body: bytes, *, event_id: str) -> Sequence[ProviderEvent | InboundSubmission]:
        told = self.read(body, event_id=event_id)
        if not event_id.startswith("raw:") and (envelope := decoded(body, Envelope)).type == CONFIRMATION:
            await self._confirm(envelope)
        return told

    async def _confirm(self, envelope: Envelope) -> None:
        """Confirm at the topic's own host; the address that came along is never followed."""
        parameters = {"Action": "ConfirmSubscription", "TopicArn": envelope.topic_arn, "Token": envelope.token or ""}
        url = f"{self._certificates.origin_for(envelope.topic_arn)}/"
        answer = await self._api.call("GET", url, params=parameters)
        if answer.status >= 500 or answer.status == 429:  # noqa: PLR2004 - it may be better later
            raise Silent(f"Amazon SNS answers {answer.status} to the confirmation")
        if answer.status != 200:  # noqa: PLR2004 - OK
            raise UnreadableEvent(f"Amazon SNS refuses the confirmation ({answer.status}): subscribe again")

    def _of_our_topic(self, body: bytes) -> Envelope:
        envelope = opened(body)
        if envelope.topic_arn not in self._topics:
            raise Forged("it is of a topic we were not told of")
        if envelope.subscribe_url is not None and not envelope.subscribe_url.startswith(
            f"{self._certificates.origin_for(envelope.topic_arn)}/?"
        ):
            raise Forged("its confirmation would lead away from Amazon SNS")
        return envelope

    def _certificate_url(self, envelope: Envelope) -> str:
        return self._certificates.pinned(envelope.signing_cert_url, envelope.topic_arn)


def _is_raw(headers: Mapping[str, str]) -> bool:
    return headers.get(_RAW, "").lower() == "true"
