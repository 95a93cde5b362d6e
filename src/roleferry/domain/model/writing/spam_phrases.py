"""Phrases that mark a mail as bulk or as a pitch, collected for this product, weighed by how much they give away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_GIVEAWAY = """
act now|act immediately|act fast|apply now|apply here|buy now|order now|order today|call now|call free|
call today|click here|click below|click the link below|click to remove|click this link|sign up free|
sign up today|subscribe now|join millions|join thousands|don't delete|do not delete|limited time|
limited time offer|limited offer|limited spots|limited availability|offer expires|offer ends|expires today|
ends tonight|ends today|last chance|final notice|final warning|once in a lifetime|while supplies last|
while stocks last|while you sleep|what are you waiting for|don't miss out|don't hesitate|do not miss|hurry|
time is running out|time limited|special promotion|special offer|exclusive deal|exclusive offer|best deal|
best offer|best price|lowest price|lowest rate|great offer|incredible deal|unbeatable offer|bargain|100% free|
100% satisfied|100% satisfaction|100% guaranteed|completely free|absolutely free|totally free|free access|
free consultation|free gift|free info|free money|free membership|free offer|free preview|free quote|free sample|
free trial|free of charge|for free|at no cost|no cost|no fees|no hidden fees|no hidden costs|no obligation|
no obligations|no strings attached|no purchase necessary|no credit card|no catch|no gimmick|no gimmicks|
no questions asked|no risk|risk free|risk-free|zero risk|no investment|without obligation|money back|money-back|
money back guarantee|satisfaction guaranteed|guaranteed results|guaranteed income|we guarantee|i guarantee|
get paid|get rich|get rich quick|get started now|get it now|earn money|earn cash|earn extra cash|earn per week|
make money|make money fast|easy money|fast cash|quick cash|extra income|extra cash|additional income|
passive income|double your|triple your|financial freedom|be your own boss|work from home opportunity|
home based business|business opportunity|investment opportunity|multi-level marketing|pyramid scheme|pure profit|
potential earnings|big bucks|cash bonus|cash prize|million dollars|million-dollar idea|lottery|you are a winner|
you have won|you've won|you have been selected|you've been selected|you have been chosen|you're a winner|
congratulations you|claim your|claim now|collect your|sweepstakes|jackpot|miracle|magic formula|
secret formula|the secret to|hidden secret|this is not spam|this isn't spam|not spam|not junk|this is not a scam|
dear friend|dear sir or madam|dear sir/madam|to whom it may concern|urgent response|urgent reply|urgent matter|
immediate response required|reply immediately|respond immediately|as seen on|as seen on tv|million views|
mass email|bulk email|bulk mail|email blast|buy direct|rank on google|top of google|increase sales|
increase your sales|increase traffic|increase your traffic|boost your sales|boost your revenue|skyrocket|
10x your|we help companies like yours|companies like yours|consider this your|lose weight|weight loss|cheap|
cheapest|pre-approved|preapproved|consolidate debt|eliminate debt|bitcoin opportunity|crypto opportunity|viagra|
hot deal|trial offer|unsubscribe here to stop|you won't believe|you will not believe|you will never believe|
too good to be true|it's that simple|it really works|results guaranteed
"""
_PITCH = """
game changer|game-changer|game changing|game-changing|revolutionary|revolutionise your|revolutionize your|
cutting edge solution|cutting-edge solution|best in class|best-in-class|world class|world-class|industry leading|
industry-leading|state of the art solution|next level|to the next level|take your business|win-win|win win|
low hanging fruit|low-hanging fruit|synergy|synergies|synergize|move the needle|paradigm shift|ninja|rockstar|
rock star|guru|unicorn|unleash|unlock your|unlock the power|supercharge|turbocharge|turnkey|one-stop shop|
one stop shop|bleeding edge|thought leader|circle back|touch base|touching base|just checking in|
checking in on my|just following up|just a quick follow up|just a quick note|quick question for you|bumping this|
bump this|bubble this up|bubbling this up|float this|top of your inbox|hope this finds you well|
hope this email finds you well|hope this message finds you well|hope you are well|hope you're well|
hope you are doing well|hope you're doing well|hope all is well|trust this finds you well|i trust you are well|
pick your brain|hop on a call|jump on a call|hop on a quick call|quick chat|15 minutes of your time|
only take a minute|won't take much of your time|our team|our company|our solution|our platform|our clients|
our services|our product|we are the leading|i came across your profile|i stumbled upon|i was impressed by|
very impressed|deeply impressed|huge fan|big fan of|i have been following your|i admire|admire your|amazing work|
incredible work|your amazing|your incredible|your impressive|perfect fit|perfect candidate|ideal candidate|
dream job|dream company|passionate about|extremely passionate|results-driven|results driven|results-oriented|
go-getter|self-starter|team player|hard worker|hit the ground running|think outside the box|outside the box|
proven track record|wealth of experience|uniquely qualified|uniquely positioned|second to none|to be honest|
trust me|believe me|as per my last|per my last email|did you see my|did you get my|did you receive my|
i haven't heard back|i have not heard back|still haven't heard|why haven't you|you must be busy|sorry to bother|
sorry for bothering|apologies for the cold|cold email but|before i close your file|close your file|
permission to close|break up email|should i give up
"""
_MILD = """
free|amazing|bonus|discount|guarantee|guaranteed|incredible|unbelievable|urgent|promise you|opportunity of a|
opportunity you|super excited|so excited|thrilled|asap|a.s.a.p|very best|#1|save big|important information|
open immediately|please read|must read|must see|check this out|check it out|great news|good news|no-brainer|
no brainer|simply the best|insane|crazy
"""
_WEIGHTS = {_GIVEAWAY: 0.35, _PITCH: 0.18, _MILD: 0.06}


def _phrases(text: str) -> list[str]:
    return [phrase.strip() for phrase in " ".join(text.split()).split("|")]


SPAM_PHRASES: Mapping[str, float] = {
    phrase: weight for source, weight in reversed(_WEIGHTS.items()) for phrase in _phrases(source)
}
"""Phrase → how much one of it says, 0 to 1."""


def _pattern(phrases: Iterable[str]) -> str:
    """Return a pattern of the phrases as a tree of their first letters, so that most places are given up at once."""
    by_letter: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        by_letter.setdefault(phrase[0], []).append(_words(phrase[1:]))
    branches = (f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in sorted(by_letter.items()))
    return rf"(?<![\w#-])(?:{'|'.join(branches)})(?![\w-])"


def _words(text: str) -> str:
    return re.escape(text).replace("'", "['’]").replace(r"\ ", r"\s+")


SPAM_PATTERN = re.compile(_pattern(SPAM_PHRASES), re.IGNORECASE)
"""Matches any of the phrases, the longest first, between word boundaries only."""


def weight_of(match: str) -> float:
    """Return how much a match says."""
    return SPAM_PHRASES[" ".join(match.replace("’", "'").casefold().split())]
