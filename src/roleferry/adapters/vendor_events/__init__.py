"""What mail vendors and Instantly tell about our mail, each in its own form and with its own proof."""

from roleferry.adapters.vendor_events.api import ApiLimits, VendorApi
from roleferry.adapters.vendor_events.certificates import SigningCertificates
from roleferry.adapters.vendor_events.instantly import InstantlySource
from roleferry.adapters.vendor_events.mailgun import MailgunSource
from roleferry.adapters.vendor_events.postmark import PostmarkSource
from roleferry.adapters.vendor_events.sendgrid import BadKey, SendgridSource
from roleferry.adapters.vendor_events.ses import SesSource

__all__ = (
    "ApiLimits",
    "BadKey",
    "InstantlySource",
    "MailgunSource",
    "PostmarkSource",
    "SendgridSource",
    "SesSource",
    "SigningCertificates",
    "VendorApi",
)
