"""Mail through a mailbox's own server, by aiosmtplib (RFC 5321, 3207, 4954, 3461, 6531)."""

from roleferry.adapters.smtp.mailer import SentFolder, SmtpMailer
from roleferry.adapters.smtp.times import SmtpTimes
from roleferry.adapters.smtp.trial import SmtpTrial
from roleferry.adapters.smtp.urls import BadServerUrl, login_of

__all__ = ["BadServerUrl", "SentFolder", "SmtpMailer", "SmtpTimes", "SmtpTrial", "login_of"]
