"""What a phrase speaks for, and the pieces that patterns share."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Signal(StrEnum):
    """What a phrase speaks for."""

    MEETING = "meeting"
    INTEREST = "interest"
    HANDOVER = "handover"
    REDIRECT = "redirect"
    LATER = "later"
    DECLINE = "decline"
    FINAL = "final"
    ABSENT = "absent"
    UNDECIDED = "undecided"
    WARM = "warm"
    QUESTION = "question"
    NEGATION = "negation"


Phrases = Mapping[Signal, tuple[tuple[float, str], ...]]
"""Patterns with their weights; a higher weight speaks louder."""

DAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|"
    r"sun(?:day)?|tomorrow|today|tonight|next week|this week|(?:this |tomorrow )?(?:morning|afternoon|"
    r"evening))\b"
)
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|"
    r"jun|jul|aug|sept?|oct|nov|dec)"
)
LATER = (
    rf"(?:q[1-4]|{MONTH}|spring|summer|fall|autumn|winter|next (?:quarter|month|year|fall|spring|summer)|"
    rf"(?:the )?new year|(?:a |an |\d+ |two |three |six |couple |few |several |a couple of |a few )+(?:weeks?|"
    rf"months?|quarters?|years?)|h[12]\b|later|then|(?:the )?(?:holidays|summer|reorg|launch|funding|budget)|"
    rf"year end|the (?:end|start|beginning) of|20\d\d)"
)
TALK = (
    r"(?:chat|talk|speak|connect|meet|discuss|call|conversation|catch up|zoom|coffee|lunch|intro|interview|"
    r"sync|convo)"
)
PERSON = (
    r"(?:hr\b|recruit\w+|talent|people (?:team|ops)|human resources|hiring (?:manager|team)|careers|\w+@|"
    r"my (?:colleague|boss|manager|counterpart|cofounder|co-founder|partner)|(?!me\b|us\b|again\b|you\b|"
    r"later\b|in\b|for\b|back\b|out\b|after\b|it\b|next\b)[a-z]+ (?:[a-z]+ )?(?:in|from|at|who|instead|on our|"
    r"about|is|would|might|she|he|\())"
)
