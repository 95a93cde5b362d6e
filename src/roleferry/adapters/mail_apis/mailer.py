"""What the mailers of all vendors have in common."""

from abc import abstractmethod

from roleferry.adapters.mail_apis.wire import Answer, Wire, checked, unknown
from roleferry.domain.model.sending.outcome import OutcomeKind, of_http_status
from roleferry.ports.errors import PortError, Rejected
from roleferry.ports.mail import Accepted, Evidence, MailCapability, Mailer, OutgoingMail, Whereabouts


class ApiMailer(Mailer):
    """Posts a mail once and reads the answer by the vendor's own documentation."""

    success = 200

    def __init__(self, *, wire: Wire, provider: str, keeps_message_id: bool) -> None:
        self._wire = wire
        self.capability = MailCapability(
            provider=provider,
            is_real=True,
            idempotent=False,
            can_prove_absence=False,
            keeps_message_id=keeps_message_id,
            reports_delivery=True,
            longest_request=wire.times.longest_request,
        )

    async def send(self, mail: OutgoingMail) -> Accepted:
        answer = await self._post(checked(mail))
        if answer.status == self.success:
            return self._accepted(answer, mail)
        raise self._failure(answer)

    async def find(self, mail: OutgoingMail) -> Evidence:  # noqa: ARG002 - the port names it
        """Know nothing: no vendor's look-up is documented to be complete, so evidence comes by events alone."""
        return Evidence(whereabouts=Whereabouts.UNKNOWN)

    async def aclose(self) -> None:
        await self._wire.aclose()

    @abstractmethod
    async def _post(self, mail: OutgoingMail) -> Answer:
        """Make the call."""

    @abstractmethod
    def _accepted(self, answer: Answer, mail: OutgoingMail) -> Accepted:
        """Read a success; raises Uncertain if it carries no id."""

    @abstractmethod
    def _failure(self, answer: Answer) -> PortError:
        """Read anything else."""


def by_status(answer: Answer, *, code: str, detail: str, blocked: bool = False) -> PortError:
    """Return what a status other than the documented success means, with the vendor's words."""
    match of_http_status(answer.status, accepted=frozenset()):
        case OutcomeKind.REFUSED:
            return answer.refused(code, detail)
        case OutcomeKind.REJECTED:
            return Rejected(detail[:300], code=code, blocked=blocked)
        case _:
            return unknown(answer)
