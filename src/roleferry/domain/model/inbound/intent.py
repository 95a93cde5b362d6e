"""What a person's reply wants: a label with the words that decided it, by rule and the same tomorrow (SPEC 7)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from roleferry.domain.model.inbound.intent_votes import vote
from roleferry.domain.model.inbound.intent_words import SIGNALS, Signal
from roleferry.domain.model.inbound.opt_out import opt_out_words
from roleferry.domain.model.inbound.words import plain_words


class Label(StrEnum):
    """The labels of SPEC 7 that a person's words can earn."""

    UNSUBSCRIBE = "unsubscribe"
    INTERESTED = "interested"
    MEETING = "meeting"
    REFERRAL = "referral"
    NOT_INTERESTED = "not_interested"
    NOT_NOW = "not_now"
    OTHER = "other"


class Sentiment(StrEnum):
    """Whether a reply wants to go on."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """The reading of one reply; `confidence` is from 0 to 1, `words` are quoted from the reply made plain."""

    label: Label
    sentiment: Sentiment
    confidence: float
    words: tuple[str, ...]

    @property
    def unsubscribe(self) -> bool:
        """Whether the person asked never to be mailed again."""
        return self.label is Label.UNSUBSCRIBE


_HARMLESS = re.compile(
    r"\bno (?:problem|worries|need to|doubt|rush|pressure|hurry|brainer)\b|do not (?:mind|hesitate|worry|"
    r"be)\b(?! (?:if|to) not)|not (?:usually|normally|typically|often|only|just|bad|surprised)\b|"
    r"no longer a |why not\b|not a problem|can not wait|could not (?:agree more|have come)|"
    r"do not stop there|not (?:too|a) (?:late|bad)|not bad\b|(?:my |to |in )(?:spam|junk)(?: folder|"
    r" box)?\b|(?:do|would) not you think"
)
_TURN = re.compile(r"\b(?:but|however|although|though|yet still|that said|nevertheless)\b")
_CONDITIONAL = re.compile(
    r"(?:would|might|could|may) (?:have )?(?:\w+ )?(?:been |be )?(?:interested|love|like|happy|"
    r"a fit)(?=.{0,60}\bbut\b)|\bwhile\b.{0,60}(?:impress\w+|interesting|experience)"
)
_NOT_BEFORE = re.compile(r"\b(?:not|no|never|hardly)(?: (?!but\b|however\b)\w+){0,6} ?$")
_REACH = 45
"""How many letters a `not` reaches forward."""
_SPOILED_BY_NOT = frozenset({Signal.INTEREST, Signal.WARM, Signal.HANDOVER})
_AFTER_TURN = 1.6
_BEFORE_TURN = 0.5
_CERTAIN = 6.0
_HINT, _CLEAR, _STRONG, _PLAIN = 1.5, 2.0, 3.0, 4.0
_POLITENESS = 0.8
_COURTESY = 0.5
_UNSURE = 0.6
_LIKELY = 0.5
_LIKELY_YES = 0.8
_PLAIN_LABEL = {
    Sentiment.POSITIVE: Label.INTERESTED,
    Sentiment.NEUTRAL: Label.OTHER,
    Sentiment.NEGATIVE: Label.NOT_INTERESTED,
}


@dataclass(slots=True)
class _Scores:
    weight: dict[Signal, float]
    words: dict[Signal, list[str]]


def read_intent(text: str) -> Intent:
    """Read the new text of a reply (quotes and signature already gone)."""
    plain = plain_words(text)
    if asked := opt_out_words(plain):
        return Intent(label=Label.UNSUBSCRIBE, sentiment=Sentiment.NEGATIVE, confidence=0.95, words=(asked,))
    read = _decide(_score(plain))
    return _second_opinion(read, plain) if read.confidence < _UNSURE and plain else read


def _second_opinion(read: Intent, plain: str) -> Intent:
    """Ask what the reply reads like when patterns know little; a label of the same sentiment stays."""
    opinion = vote(plain)
    needed = _LIKELY_YES if opinion.sentiment == Sentiment.POSITIVE else _LIKELY
    refused = read.sentiment is Sentiment.NEGATIVE and opinion.sentiment == Sentiment.POSITIVE
    if opinion.sentiment == read.sentiment or opinion.probability < needed or refused:
        return read
    return Intent(
        label=_PLAIN_LABEL[Sentiment(opinion.sentiment)],
        sentiment=Sentiment(opinion.sentiment),
        confidence=_UNSURE,
        words=opinion.words,
    )


def _score(plain: str) -> _Scores:
    """Add up what speaks for what; what follows a `but` counts more than what it takes back."""
    scores = _Scores(defaultdict(float), defaultdict(list))
    bare = _CONDITIONAL.sub(" ", _HARMLESS.sub(" ", plain))
    turn = _TURN.search(bare)
    for signal, weight, pattern in SIGNALS:
        best, words = 0.0, ""
        for match in pattern.finditer(bare):
            if signal in _SPOILED_BY_NOT and _NOT_BEFORE.search(bare, max(0, match.start() - _REACH), match.start()):
                continue
            here = weight * _place(match.start(), turn)
            if here > best:
                best, words = here, match[0].strip()
        if best:
            scores.weight[signal] += best
            scores.words[signal].append(words)
    return scores


def _place(at: int, turn: re.Match[str] | None) -> float:
    if turn is None:
        return 1.0
    return _AFTER_TURN if at >= turn.start() else _BEFORE_TURN


def _decide(scores: _Scores) -> Intent:
    weight = scores.weight
    yes = _wishes(weight)
    no = weight[Signal.FINAL] + weight[Signal.DECLINE]
    for applies, label, sentiment, signals in (
        (weight[Signal.ABSENT] >= _PLAIN, Label.OTHER, Sentiment.NEUTRAL, (Signal.ABSENT,)),
        (_declines(weight, yes), *_no(weight)),
        (_postpones(weight, yes, no), Label.NOT_NOW, Sentiment.NEUTRAL, (Signal.LATER,)),
        (_redirects(weight, yes), Label.REFERRAL, Sentiment.NEUTRAL, (Signal.REDIRECT,)),
        (_wonders(weight, yes), Label.OTHER, Sentiment.NEUTRAL, (Signal.UNDECIDED,)),
        (yes >= _CLEAR, *_yes(weight)),
        (no >= _HINT, *_no(weight)),
        (weight[Signal.NEGATION] > 0, Label.NOT_INTERESTED, Sentiment.NEGATIVE, (Signal.NEGATION,)),
    ):
        if applies:
            return _intent(scores, label, sentiment, signals)
    return Intent(label=Label.OTHER, sentiment=Sentiment.NEUTRAL, confidence=0.4, words=())


def _wishes(weight: Mapping[Signal, float]) -> float:
    """Weigh what wants to go on; a question about the writer counts when it is not who they are."""
    firm = weight[Signal.MEETING] + weight[Signal.INTEREST] + weight[Signal.HANDOVER]
    return firm + _COURTESY * weight[Signal.WARM] + weight[Signal.QUESTION]


def _declines(weight: Mapping[Signal, float], yes: float) -> bool:
    """A final no beats politeness; a softer one must outweigh an invitation to come back and any real yes."""
    if weight[Signal.FINAL] >= _CLEAR:
        return (
            weight[Signal.FINAL] + weight[Signal.DECLINE] >= yes * _POLITENESS
            and weight[Signal.LATER] < weight[Signal.FINAL] + _CLEAR
        )
    soft = weight[Signal.DECLINE]
    return soft >= _CLEAR and soft > yes and weight[Signal.LATER] < _CLEAR and weight[Signal.REDIRECT] < _STRONG


def _postpones(weight: Mapping[Signal, float], yes: float, no: float) -> bool:
    return weight[Signal.LATER] >= _CLEAR and weight[Signal.LATER] + no > yes


def _redirects(weight: Mapping[Signal, float], yes: float) -> bool:
    return weight[Signal.REDIRECT] >= _STRONG and weight[Signal.REDIRECT] >= yes


def _wonders(weight: Mapping[Signal, float], yes: float) -> bool:
    return weight[Signal.UNDECIDED] >= _CLEAR and weight[Signal.UNDECIDED] >= yes - weight[Signal.QUESTION]


def _no(weight: Mapping[Signal, float]) -> tuple[Label, Sentiment, tuple[Signal, ...]]:
    final = weight[Signal.FINAL] >= _CLEAR
    return Label.NOT_INTERESTED, Sentiment.NEGATIVE, (Signal.FINAL, Signal.DECLINE) if final else (Signal.DECLINE,)


def _yes(weight: Mapping[Signal, float]) -> tuple[Label, Sentiment, tuple[Signal, ...]]:
    firm = weight[Signal.MEETING] >= _STRONG
    best = Signal.MEETING if firm else Signal.HANDOVER if weight[Signal.HANDOVER] >= _STRONG else Signal.INTEREST
    label = {Signal.MEETING: Label.MEETING, Signal.HANDOVER: Label.REFERRAL}.get(best, Label.INTERESTED)
    return label, Sentiment.POSITIVE, (best, Signal.MEETING, Signal.INTEREST, Signal.HANDOVER, Signal.QUESTION)


def _intent(scores: _Scores, label: Label, sentiment: Sentiment, signals: tuple[Signal, ...]) -> Intent:
    words = tuple(dict.fromkeys(word for signal in signals for word in scores.words[signal]))
    own = sum(scores.weight[signal] for signal in dict.fromkeys(signals))
    rest = sum(scores.weight.values()) - own
    confidence = round(min(0.95, 0.5 + 0.45 * (own - rest / 2) / _CERTAIN), 2)
    return Intent(label=label, sentiment=sentiment, confidence=max(confidence, 0.3), words=words)
