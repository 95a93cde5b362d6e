from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.inbound.auto_reply import AutoReply, read_auto_reply
from roleferry.domain.model.inbound.kind import MailKind, kind_of
from roleferry.domain.model.inbound.message import read_mail
from roleferry.domain.model.inbound.return_date import LONGEST_ABSENCE, return_date
from tests.unit.inbound.mails import a_mail

TODAY = date(2026, 3, 4)  # a Wednesday


def auto(body: str = "Thank you for your mail.", *, subject: str = "Re: A note", headers: str = "") -> AutoReply | None:
    return read_auto_reply(read_mail(a_mail(body, subject=subject, headers=headers)), text=body, today=TODAY)


@pytest.mark.parametrize(
    "headers",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; type=vacation",
        "Precedence: auto_reply",
        "X-Autoreply: yes",
        "X-Auto-Response: 1",
    ],
)
def test_headers_of_a_machine_are_believed(headers: str) -> None:
    assert auto(headers=headers) is not None


def test_an_absence_sent_with_an_empty_return_path_is_no_bounce() -> None:
    mail = read_mail(
        a_mail(
            "I cannot be reached until March 9.",
            subject="Automatic reply: A note",
            headers="Return-Path: <>\r\nAuto-Submitted: auto-replied",
        )
    )
    assert kind_of(mail) is MailKind.AUTO_REPLY


@pytest.mark.parametrize(
    "headers", ["Auto-Submitted: no", "X-Auto-Response-Suppress: All", "Precedence: bulk", "X-Autoreply: no", ""]
)
def test_headers_that_prove_nothing_are_not(headers: str) -> None:
    assert auto(headers=headers) is None


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: A note",
        "Out of Office: A note",
        "Out of office Re: A note",
        "Abwesenheitsnotiz: A note",
        "Automatische Antwort: A note",
        "Réponse automatique : A note",
        "Respuesta automática: A note",
        "Resposta automática: A note",
        "Risposta automatica: A note",
        "Automatisch antwoord: A note",
        "Autosvar: A note",
        "Automatyczna odpowiedź: A note",
        "自動返信: A note",
    ],
)
def test_subjects_of_absence_are_known_in_many_languages(subject: str) -> None:
    found = auto(subject=subject)
    assert found is not None
    assert found.away


@pytest.mark.parametrize(
    "subject", ["Re: Automatic reply handling in your project", "Re: Our vacation planner", "Re: ooops"]
)
def test_a_person_may_write_about_such_things(subject: str) -> None:
    assert auto(subject=subject) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("I am out of the office until March 9.", date(2026, 3, 9)),
        ("I will be back on 16 March 2026.", date(2026, 3, 16)),
        ("I am away from 2 March to 13 March and will return on 16 March.", date(2026, 3, 16)),
        ("I'm on leave until 2026-03-20 with limited access to email.", date(2026, 3, 20)),
        ("Returning 03/12/2026.", date(2026, 3, 12)),
        ("Ich bin bis zum 12.03.2026 nicht im Büro.", date(2026, 3, 12)),
        ("Ich bin ab dem 16. März wieder erreichbar.", date(2026, 3, 16)),
        ("Je suis absent jusqu'au 13 mars inclus.", date(2026, 3, 13)),
        ("Estaré fuera de la oficina hasta el 10 de marzo.", date(2026, 3, 10)),
        ("3月12日まで不在です。", date(2026, 3, 12)),
        ("I'll be back on Monday.", date(2026, 3, 9)),
        ("I am traveling and will return tomorrow.", date(2026, 3, 5)),
        ("Back January 5", None),
        ("I am out of office until June 1.", None),
        ("I was away until March 2.", None),
        ("I am out of office.", None),
        ("Our sale ends March 9.", None),
    ],
)
def test_the_day_of_return_is_in_the_future_and_within_thirty_days(text: str, day: date | None) -> None:
    assert return_date(text, today=TODAY) == day


def test_a_return_in_january_is_next_years() -> None:
    assert return_date("Back on January 5.", today=date(2026, 12, 20)) == date(2027, 1, 5)


@given(st.text(max_size=300), st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_no_day_or_a_near_one(text: str, today: date) -> None:
    day = return_date(f"back until {text}", today=today)
    assert day is None or today < day <= today + LONGEST_ABSENCE
