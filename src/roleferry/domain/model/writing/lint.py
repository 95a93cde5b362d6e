"""Read a mail before anybody else does, and say what to change (SPEC 3.7)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from math import prod

from roleferry.domain.model.text import Span
from roleferry.domain.model.writing.findings import Finding, LintReport, Part, Severity
from roleferry.domain.model.writing.grounds import Grounds, SkillFinder, ungrounded_numbers, ungrounded_skills
from roleferry.domain.model.writing.length import Band
from roleferry.domain.model.writing.sentences import said, same_words, sentences
from roleferry.domain.model.writing.shape import (
    body_findings,
    open_names,
    paragraphs,
    shouting,
    subject_findings,
    without_footer,
    without_liquid,
)
from roleferry.domain.model.writing.spam_phrases import SPAM_PATTERN, weight_of
from roleferry.domain.model.writing.templating import MAX_SOURCE_CHARS
from roleferry.domain.model.writing.unsettling import unsettling

_SPAM = 0.6
"""From here on a mail reads as a pitch, whoever wrote it."""


def lint(
    subject: str,
    body: str,
    *,
    grounds: Grounds | None = None,
    find_skills: SkillFinder | None = None,
    first_mail: bool = True,
    other_steps: Collection[str] = (),
    is_template: bool = False,
) -> LintReport:
    """
    Return everything found in a mail.

    `grounds` is what its numbers and skills may rest on (None leaves them unchecked), `other_steps` the bodies of the
    other mails of its sequence; `is_template` lets Liquid marks stand. A footer after "-- " is not read or counted.
    """
    whole_subject, whole_body = subject, without_footer(body)
    subject, body = subject[:MAX_SOURCE_CHARS], whole_body[:MAX_SOURCE_CHARS]
    texts = {Part.SUBJECT: subject, Part.BODY: body}
    read = {part: without_liquid(text) if is_template else text for part, text in texts.items()}
    findings = [*subject_findings(read[Part.SUBJECT] if read[Part.SUBJECT].strip() else subject, first_mail=first_mail)]
    findings += [
        *body_findings(read[Part.BODY] if read[Part.BODY].strip() else body),
        *_repeated(read[Part.BODY], other_steps),
    ]
    for part, text in read.items():
        findings += [*open_names(part, text), *_spam(part, text), *_unsettling(part, text)]
        findings += [*shouting(part, text, grounds.texts + grounds.names if grounds else ())]
        findings += [*ungrounded_numbers(part, text, grounds)] if grounds else []
    if grounds and find_skills:
        findings += ungrounded_skills(read[Part.BODY], grounds, find_skills)
    findings += _too_long(whole_body)
    return _report(whole_subject, whole_body, findings)


def _report(subject: str, body: str, findings: list[Finding]) -> LintReport:
    score = spam_score(findings)
    if score >= _SPAM:
        message = "Too much of this reads like bulk mail. Say it in plainer words."
        findings.append(Finding(code="reads_like_spam", severity=Severity.BLOCKER, message=message))
    return LintReport(
        findings=tuple(sorted(findings, key=_order)),
        spam_score=score,
        char_count=len(subject) + len(body),
        body_char_count=len(body),
        band=Band.of(len(body)),
    )


def _too_long(body: str) -> Iterator[Finding]:
    if len(body) > MAX_SOURCE_CHARS:
        message = f"Shorten the mail: nothing after character {MAX_SOURCE_CHARS} was read."
        span = Span(MAX_SOURCE_CHARS, len(body))
        yield Finding(code="too_long", severity=Severity.BLOCKER, message=message, span=span)


def _order(finding: Finding) -> tuple[bool, bool, int, str]:
    start = finding.span.start if finding.span else -1
    return finding.severity is Severity.WARNING, finding.part is Part.BODY, start, finding.code


def spam_score(findings: Collection[Finding]) -> float:
    """Return 0 to 1: what the spam phrases found say together, a repeated one counting once."""
    said_once = {(finding.match or "").casefold() for finding in findings if finding.code == "spam_phrase"}
    return round(1 - prod(1 - weight_of(match) for match in sorted(said_once)), 3)


def _spam(part: Part, text: str) -> Iterator[Finding]:
    for match in SPAM_PATTERN.finditer(text):
        yield Finding(
            code="spam_phrase",
            severity=Severity.WARNING,
            message=f"'{match.group()}' reads like bulk mail. Say it in plainer words or leave it out.",
            part=part,
            span=Span(*match.span()),
            match=match.group(),
        )


def _unsettling(part: Part, text: str) -> Iterator[Finding]:
    for span in unsettling(text):
        message = f"'{span.of(text)}' tells the reader that you watch them. Take it out."
        yield Finding(
            code="unsettling", severity=Severity.BLOCKER, message=message, part=part, span=span, match=span.of(text)
        )


def _repeated(body: str, other_steps: Collection[str]) -> Iterator[Finding]:
    elsewhere = frozenset[str]().union(*(said("\n\n".join(paragraphs(without_footer(other)))) for other in other_steps))
    at = 0
    for sentence in sentences("\n\n".join(paragraphs(body))):
        start = body.find(sentence, at)
        at = max(start, at)
        if same_words(sentence) in elsewhere:
            span = Span(start, start + len(sentence)) if start >= 0 else None
            message = "Another mail of this sequence has the same sentence. Say something else here."
            yield Finding(
                code="repeated_sentence", severity=Severity.BLOCKER, message=message, span=span, match=sentence
            )
