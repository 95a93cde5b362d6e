"""Whether a mail is a report of failure at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from roleferry.domain.model.inbound.auto_reply import has_auto_reply_signs
from roleferry.domain.model.inbound.delivery_report import RecipientReport
from roleferry.domain.model.inbound.message import InboundMail, content_of

_FAILED = frozenset({"failed", "failure", "delayed", "expired", "undeliverable", "error", ""})
_DAEMON = re.compile(
    (
        r"mailer.?daemon|post ?master|mail delivery (?:sub)?system|mail delivery|mail system|"
        r"system administrator|"
        r"mail administrator|internet mail|mail router|maildelivery|delivery system|no-?reply@sns\.amazonaws|"
        r"bounce"
    ),
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    (
        r"undeliver|un-?delivered|non[- ]?deliver|deliver\w* (?:\w+ )?(?:status|fail|problem|notif|report|"
        r"error|delay|failure|has)|"
        r"(?:status|failure|problem|error|delayed) (?:\w+ )?deliver|returned? (?:mail|to sender|message|"
        r"e-?mail)|"
        r"(?:mail|message|e-?mail|delivery)(?: \w+)? (?:failed|failure|error|delayed|rejected|returned|bounced|"
        r"undeliver)|"
        r"failure notice|failed mail|fail(?:ed|ure) (?:to|deliver|notif)|could ?n[o']t (?:be )?(?:sent|"
        r"deliver)|not delivered|"
        r"mail (?:system )?error|error sending|nondeliver|warning: |mail status|bounce|delayed mail|loop alert|"
        r"notice: mail|user unknown|can ?not (?:be )?(?:send|sent|deliver)|message not|blocked|mail could not|"
        r"notification d'[eé]tat|"
        r"non remis|unzustellbar|nicht zugestellt|zustellung|не доставлен|недоставлен|no se (?:puede|"
        r"pudo) entregar|n[aã]o entregue|"
        r"non recapit|mancato recapito|onbestelbaar|niet (?:bezorgd|afgeleverd)|olevererat|ikke leveres|"
        r"niedor[eę]czon|"
        r"配信|届け|返送|送信エラー|エラー|退信|投递|系统退信|退回"
    ),
    re.IGNORECASE,
)
_WORDS = re.compile(
    (
        r"(?:could|can|was|were|did|is|has|have)(?: ?not|n't)(?: been| be)? (?:\w+ )?(?:deliver|sen[dt]|reach|"
        r"accept|receive)|"
        r"undeliver|not delivered|unable to deliver|deliver\w* (?:\w+ ){0,4}(?:fail|permanently|error|"
        r"unsuccessful|problem)|"
        r"fail\w* (?:\w+ ){0,3}deliver|permanent (?:fatal )?error|fatal error|returned (?:mail|to sender)|"
        r"rejected|bounced|"
        r"user unknown|unknown user|mailbox (?:is )?full|delivery (?:status|attempt|temporarily)|not reach|"
        r"message (?:\w+ )?(?:refused|blocked|discarded|failed)|transcript of session|duplicated message-id|"
        r"non remis|"
        r"не может быть доставлено|не удалось|не доставлено|konnte nicht|nicht zugestellt|"
        r"no (?:se )?(?:ha )?(?:podido|pudo)|"
        r"届け|配信|送信でき|退信"
    ),
    re.IGNORECASE,
)
_COMPLAINT = re.compile(r"complaint|abuse|spam report|feedback report", re.IGNORECASE)
_ANSWER = re.compile(r"\s*(?:re|aw|sv|antw|r[eé]f?|回复|ответ)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_MAX_WORDS = 20_000


def looks_like_bounce(mail: InboundMail, words: str, reports: Sequence[RecipientReport]) -> bool:
    """Say whether a mail reports a failure: by its machine-readable part, else by who writes and what."""
    if reports:
        return any(report.action in _FAILED for report in reports)
    content_type, params = content_of(mail.header("content-type"))
    if content_type == "multipart/report" and "feedback" not in params.get("report-type", ""):
        return params.get("report-type", "").lower() in {"", "delivery-status"}
    return _reads_like_bounce(mail, words[:_MAX_WORDS])


def may_report(mail: InboundMail) -> bool:
    """Say by the header alone whether the rest may report a failure or a complaint; more often than it does."""
    content_type, _ = content_of(mail.header("content-type"))
    if (
        content_type == "multipart/report"
        or "x-failed-recipients" in mail.headers
        or "x-apple-unsubscribe" in mail.headers
    ):
        return True
    subject = mail.header("subject")
    return is_daemon(mail) or bool(_SUBJECT.search(subject) or _COMPLAINT.search(subject))


def _reads_like_bounce(mail: InboundMail, words: str) -> bool:
    subject = mail.header("subject")
    by_machine = is_daemon(mail) or "x-failed-recipients" in mail.headers
    if by_machine and not _named_daemon(mail) and has_auto_reply_signs(mail) and not _SUBJECT.search(subject):
        # An empty return path alone is what absences are sent with, too (RFC 3834, section 3.3).
        return False
    if _ANSWER.match(subject) and not by_machine:
        return False
    told = bool(_WORDS.search(words))
    if by_machine:
        return told or bool(_SUBJECT.search(subject))
    return told and bool(_SUBJECT.search(subject)) and not _ANSWER.match(subject)


def is_daemon(mail: InboundMail) -> bool:
    """Whether the mail comes from a mail system: an empty return path or a daemon's name."""
    return mail.header("return-path").strip() == "<>" or _named_daemon(mail)


def _named_daemon(mail: InboundMail) -> bool:
    return bool(
        _DAEMON.search(mail.header("from")) or re.search(r"mailer-daemon", mail.header("return-path"), re.IGNORECASE)
    )
