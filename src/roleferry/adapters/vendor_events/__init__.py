"""What mail vendors and Instantly tell about our mail, each in its own form and with its own proof."""

from roleferry.adapters.vendor_events.certificates import SigningCertificates
from roleferry.adapters.vendor_events.instantly import InstantlySource
from roleferry.adapters.vendor_events.mailgun import MailgunSource
from roleferry.adapters.vendor_events.postmark import PostmarkSource
from roleferry.adapters.vendor_events.sendgrid import SendgridSource
from roleferry.adapters.vendor_events.ses import SesSource
from roleferry.adapters.vendor_events.sources import UnfitProof, VendorProofs, vendor_sources

__all__ = (
    "InstantlySource",
    "MailgunSource",
    "PostmarkSource",
    "SendgridSource",
    "SesSource",
    "SigningCertificates",
    "UnfitProof",
    "VendorProofs",
    "vendor_sources",
)
