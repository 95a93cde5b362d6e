"""Mail through a vendor's HTTP API: one call a mail, never repeated here, and an exact word on what is known then."""

from roleferry.adapters.mail_apis.mailgun import MailgunMailer
from roleferry.adapters.mail_apis.postmark import PostmarkMailer
from roleferry.adapters.mail_apis.sendgrid import SendgridMailer
from roleferry.adapters.mail_apis.ses import SesKeys, SesMailer
from roleferry.adapters.mail_apis.wire import ApiTimes, Wire

__all__ = ["ApiTimes", "MailgunMailer", "PostmarkMailer", "SendgridMailer", "SesKeys", "SesMailer", "Wire"]
