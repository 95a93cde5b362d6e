from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.inbound.examples.negative import NEGATIVE
from roleferry.domain.model.inbound.examples.neutral import NEUTRAL
from roleferry.domain.model.inbound.examples.positive import POSITIVE
from roleferry.domain.model.inbound.intent import Label, Sentiment, read_intent


@pytest.mark.parametrize(
    ("text", "label", "sentiment"),
    [
        ("Sure, let's talk. Does Thursday at 3 work?", Label.MEETING, Sentiment.POSITIVE),
        ("Here is my calendar: https://calendly.example/kim", Label.MEETING, Sentiment.POSITIVE),
        ("Can you send your resume?", Label.INTERESTED, Sentiment.POSITIVE),
        ("Tell me more about the migration.", Label.INTERESTED, Sentiment.POSITIVE),
        ("Looping in Priya from our talent team.", Label.REFERRAL, Sentiment.POSITIVE),
        ("I'm not the right person, try Dana in HR.", Label.REFERRAL, Sentiment.NEUTRAL),
        ("Not interested, thanks.", Label.NOT_INTERESTED, Sentiment.NEGATIVE),
        ("We've filled the position, best of luck.", Label.NOT_INTERESTED, Sentiment.NEGATIVE),
        ("Not at this time.", Label.NOT_INTERESTED, Sentiment.NEGATIVE),
        ("I would be interested, but our board killed the headcount.", Label.NOT_INTERESTED, Sentiment.NEGATIVE),
        ("Bad timing, check back in Q3.", Label.NOT_NOW, Sentiment.NEUTRAL),
        ("Who is this?", Label.OTHER, Sentiment.NEUTRAL),
        ("Thanks, received.", Label.OTHER, Sentiment.NEUTRAL),
        ("We don't have a posting up yet, but I'd like to meet you.", Label.MEETING, Sentiment.POSITIVE),
        ("", Label.OTHER, Sentiment.NEUTRAL),
    ],
)
def test_a_short_reply_gets_the_label_a_careful_reader_would_give(
    text: str, label: Label, sentiment: Sentiment
) -> None:
    intent = read_intent(text)
    assert (intent.label, intent.sentiment) == (label, sentiment)


@pytest.mark.parametrize(
    "text",
    [
        "Unsubscribe",
        "STOP",
        "stop stop stop",
        "pls take me off",
        "Please remove me from your list.",
        "Please don't email me anymore",
        "I never signed up for this. Opt out.",
        "Not interested, please don't contact me again.",
        "Thanks for the note, sounds interesting, but please take me off your mailing list.",
        "I'd rather you didn't write to me again.",
        "lose my email address",
        "Kindly delete my details from your database.",
        "Hi Ana,\nno more emails please.\nKim",
        "You need to stop emailing me.",
        "Bitte keine weiteren E-Mails.",
        "Merci de me désinscrire.",
        "No me escriba más.",
        "Non scrivetemi più.",
    ],
)
def test_no_opt_out_is_missed_however_it_is_worded(text: str) -> None:
    intent = read_intent(text)
    assert intent.unsubscribe
    assert intent.sentiment is Sentiment.NEGATIVE
    assert intent.words


@pytest.mark.parametrize(
    "text",
    [
        "We had to stop the project.",
        "We need to remove the blocker first. Ask me again in two weeks.",
        "Your note about removing manual steps is what we need.",
        "Can you stop by the office on Friday?",
        "Don't stop there, tell me the rest!",
        "Take me through how you did it, Friday?",
        "We stopped hiring in Q1.",
        "To unsubscribe users from our app we use a cron job.",
        "We opted out of using contractors this year.",
        "Please remove the salary line and resend your resume.",
        "Please do not hesitate to contact me again.",
        "Don't email me the file, it bounces.",
        "Please remove me from the cc, Dana will take it from here.",
        "Not interested.",
        "This is spam.",
    ],
)
def test_no_opt_out_is_invented(text: str) -> None:
    assert not read_intent(text).unsubscribe


def test_the_made_up_examples_are_read_as_what_they_are() -> None:
    """Replies that no pattern reads right stay in as a record; they are few."""
    groups = {Sentiment.POSITIVE: POSITIVE, Sentiment.NEUTRAL: NEUTRAL, Sentiment.NEGATIVE: NEGATIVE}
    read = [read_intent(text).sentiment is sentiment for sentiment, texts in groups.items() for text in texts]
    assert sum(read) / len(read) >= 0.97
    assert not any(read_intent(text).unsubscribe for texts in groups.values() for text in texts)


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_gets_one_reading_and_the_same_one_again(text: str) -> None:
    intent = read_intent(text)
    assert intent == read_intent(text)
    assert 0 <= intent.confidence <= 1
    assert (intent.label is Label.UNSUBSCRIBE) == intent.unsubscribe


@pytest.mark.parametrize("piece", ["stop ", "not ", "please ", "a", "do you ", "i am ", "remove me ", "?", "no "])
def test_a_megabyte_of_one_word_ends_in_time(piece: str) -> None:
    read_intent(piece * (1_000_000 // len(piece)))
