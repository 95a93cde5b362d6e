"""Made-up mails that come back, for the tests of inbound."""

from __future__ import annotations


def a_mail(
    body: str = "Hello", *, headers: str = "", subject: str = "Re: A note", sender: str = "Kim <kim@acme.example>"
) -> bytes:
    """Write a plain mail to Ana; `headers` are further header lines."""
    extra = f"{headers.strip()}\r\n" if headers.strip() else ""
    head = f"From: {sender}\r\nTo: Ana Ruiz <ana@home.example>\r\nSubject: {subject}\r\n{extra}"
    return f"{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{body}".encode()


def a_report(
    *,
    action: str = "failed",
    status: str = "5.1.1",
    diagnostic: str = "smtp; 550 5.1.1 <kim@acme.example>: Recipient address rejected: User unknown",
    recipient: str = "kim@acme.example",
) -> bytes:
    """Write a well-formed report of failure (RFC 3464)."""
    return f"""Return-Path: <>
From: MAILER-DAEMON@mx.home.example (Mail Delivery System)
To: ana@home.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

--b1
Content-Type: text/plain

This is the mail system at host mx.home.example. Your message could not be delivered.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.home.example

Final-Recipient: rfc822; {recipient}
Action: {action}
Status: {status}
Diagnostic-Code: {diagnostic}

--b1
Content-Type: message/rfc822

Message-ID: <key1@home.example>
From: ana@home.example
To: {recipient}
Subject: A note

Hello Kim

--b1--
""".encode()
