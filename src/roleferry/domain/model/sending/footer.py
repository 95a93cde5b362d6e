"""The last lines of every mail: who writes, from where, and how not to hear from them again (SPEC 6)."""

from __future__ import annotations

from roleferry.domain.model.errors import Invalid

SEPARATOR = "-- "


class NoPostalAddress(Invalid):
    """Every mail names a postal address; give one for your mailbox."""

    code = "mail.no_postal_address"


def footer_text(*, sender_name: str, postal_address: str, unsubscribe_url: str) -> str:
    """
    Return the footer in plain words, behind the signature line that mail programs fold away.

    Raises:
        NoPostalAddress: the postal address is empty.
    """
    address = ", ".join(part.strip() for part in postal_address.splitlines() if part.strip())
    if not address:
        raise NoPostalAddress("give the postal address that your mails are to name")
    return "\n".join(
        (
            SEPARATOR,
            f"{sender_name}, {address}",
            f"If you would rather not hear from me again, say so here: {unsubscribe_url}",
        )
    )


def with_footer(body: str, footer: str) -> str:
    """Return the text of a mail: the body, an empty line, the footer; line ends are LF."""
    text = body.replace("\r\n", "\n").replace("\r", "\n").rstrip()
    return f"{text}\n\n{footer}\n"
