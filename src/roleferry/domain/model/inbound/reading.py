"""One proven answer, read: the new words, what kind of answer it is and what it wants (SPEC 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roleferry.domain.model.inbound.auto_reply import read_auto_reply
from roleferry.domain.model.inbound.bounce import Bounce, read_bounce
from roleferry.domain.model.inbound.complaint import Complaint, read_complaint
from roleferry.domain.model.inbound.intent import Intent, Label, Sentiment, read_intent
from roleferry.domain.model.inbound.message import InboundMail
from roleferry.domain.model.inbound.quotes import Reply, strip_html, strip_text


class ReplyLabel(StrEnum):
    """The labels of SPEC 7, with `complaint` for a spam button's report."""

    BOUNCE = "bounce"
    COMPLAINT = "complaint"
    AUTO_REPLY = "auto_reply"
    UNSUBSCRIBE = "unsubscribe"
    INTERESTED = "interested"
    MEETING = "meeting"
    REFERRAL = "referral"
    NOT_INTERESTED = "not_interested"
    NOT_NOW = "not_now"
    OTHER = "other"

    @property
    def human(self) -> bool:
        """Whether a person wrote it: only then it stops a sequence as a reply and counts in figures."""
        return self not in {ReplyLabel.BOUNCE, ReplyLabel.COMPLAINT, ReplyLabel.AUTO_REPLY}

    @property
    def positive(self) -> bool:
        """Whether an answer that a person calls this wants to go on; a mere `ask somebody else` does not."""
        return self in {ReplyLabel.INTERESTED, ReplyLabel.MEETING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one inbound mail says; exactly one of the details is there, by the label."""

    label: ReplyLabel
    confidence: float
    words: tuple[str, ...]
    reply: Reply
    back_on: date | None = None
    away: bool = False
    bounce: Bounce | None = None
    complaint: Complaint | None = None
    intent: Intent | None = None

    @property
    def positive(self) -> bool:
        """Whether it wants to go on, for the positive reply rate; a mere `ask somebody else` does not."""
        return self.intent is not None and self.intent.sentiment is Sentiment.POSITIVE


_NOTHING = Reply(text="", signature="", quoted=False)
_SURE = 0.95


def read_inbound(mail: InboundMail, *, today: date) -> Reading:
    """Read a mail in layers, the surest evidence first; an opt-out by a person beats every other wish."""
    if complaint := read_complaint(mail):
        return Reading(
            label=ReplyLabel.COMPLAINT,
            confidence=_SURE,
            words=(complaint.feedback_type,),
            reply=_NOTHING,
            complaint=complaint,
        )
    if bounce := read_bounce(mail):
        words = tuple(dict.fromkeys(r.cause.words for r in bounce.recipients if r.cause))
        return Reading(label=ReplyLabel.BOUNCE, confidence=_SURE, words=words, reply=_NOTHING, bounce=bounce)
    return _read_words(mail, new_words(mail), today)


def new_words(mail: InboundMail) -> Reply:
    """Strip quotes and signature from the text part, or from the HTML part when there is no text."""
    text = mail.text()
    return strip_text(text) if text.strip() else strip_html(mail.text("text/html"))


def _read_words(mail: InboundMail, reply: Reply, today: date) -> Reading:
    if auto := read_auto_reply(mail, text=reply.text, today=today):
        return Reading(
            label=ReplyLabel.AUTO_REPLY,
            confidence=_SURE,
            words=(auto.words,),
            reply=reply,
            back_on=auto.back_on,
            away=auto.away,
        )
    intent = _intent_of(mail, reply)
    label = ReplyLabel(intent.label.value)
    return Reading(label=label, confidence=intent.confidence, words=intent.words, reply=reply, intent=intent)


def _intent_of(mail: InboundMail, reply: Reply) -> Intent:
    """Read the new words; a mail without any may still say `unsubscribe` in its subject."""
    intent = read_intent(reply.text)
    if intent.label is Label.OTHER and not reply.text.strip():
        subject = read_intent(mail.header("subject"))
        return subject if subject.unsubscribe else intent
    return intent
