from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.inbound.quotes import strip_html, strip_text

NEW = "Sounds good, let us talk on Thursday."
OLD = "Hello Kim,\nI cut the time to ship from days to hours.\nAna"
MARKED = "\n".join(f"> {line}" for line in OLD.split("\n"))


@pytest.mark.parametrize(
    "announcement",
    [
        "On Tue, Mar 3, 2026 at 9:12 AM Ana Ruiz <ana@home.example> wrote:",
        "On Tue, Mar 3, 2026 at 9:12 AM Ana Ruiz\n<ana@home.example> wrote:",
        "On 3 Mar 2026, at 09:12, Ana Ruiz wrote:",
        "Am Di., 3. März 2026 um 09:12 Uhr schrieb Ana Ruiz <ana@home.example>:",
        "Am 03.03.2026 um 09:12 schrieb Ana Ruiz:",
        "Ana Ruiz <ana@home.example> schrieb am Di., 3. März 2026, 09:12:",
        "Le mar. 3 mars 2026 à 09:12, Ana Ruiz <ana@home.example> a écrit :",
        "Le 3 mars 2026 à 09:12, Ana Ruiz <ana@home.example>\na écrit :",
        "El mar, 3 mar 2026 a las 9:12, Ana Ruiz (<ana@home.example>) escribió:",
        "Il giorno mar 3 mar 2026 alle ore 09:12 Ana Ruiz <ana@home.example>\nha scritto:",
        "Em ter., 3 de mar. de 2026 às 09:12, Ana Ruiz <ana@home.example> escreveu:",
        "Op di 3 mrt. 2026 om 09:12 schreef Ana Ruiz <ana@home.example>:",
        "Den tis 3 mars 2026 kl 09:12 skrev Ana Ruiz <ana@home.example>:",
        "W dniu 03.03.2026 o 09:12, Ana Ruiz pisze:",
        "Dne 3. 3. 2026 v 9:12 Ana Ruiz napsal(a):",
        "вт, 3 мар. 2026 г. в 09:12, Ana Ruiz <ana@home.example>:",
        "3 Mart 2026 Salı 09:12 tarihinde Ana Ruiz <ana@home.example> yazdı:",
        "2026年3月3日(火) 9:12 Ana Ruiz <ana@home.example>:",
        "Quoting Ana Ruiz <ana@home.example>:",
        "On Monday, Ana Ruiz (via Post) wrote:",
        "---- On Tue, 3 Mar 2026 09:12:00 +0000 Ana <ana@home.example> wrote ----",
        "2026-03-03 9:12 GMT+01:00 Ana Ruiz <ana@home.example>:",
        "Tuesday, 3 March 2026, 9:12 AM +0300 from Ana Ruiz <ana@home.example>:",
    ],
)
@pytest.mark.parametrize("old", [MARKED, OLD])
def test_an_announced_mail_is_dropped_in_any_language_marked_or_not(announcement: str, old: str) -> None:
    assert strip_text(f"{NEW}\n\n{announcement}\n\n{old}\n").text == NEW


@pytest.mark.parametrize(
    "block",
    [
        "-----Original Message-----\nFrom: Ana\nSent: Tuesday\nTo: Kim\nSubject: A note",
        (
            "________________________________\nFrom: Ana Ruiz <ana@home.example>\nSent: Tuesday, March 3, 2026"
            " 9:12 AM\nTo: Kim\nSubject: A note"
        ),
        "From: Ana Ruiz\n<ana@home.example>\nDate: Tuesday\nTo: Kim\nSubject: A note",
        "*From:* Ana Ruiz\n*Sent:* Tuesday\n*To:* Kim\n*Subject:* A note",
        "Von: Ana Ruiz\nGesendet: Dienstag, 3. März 2026 09:12\nAn: Kim\nBetreff: A note",
        "De : Ana Ruiz\nEnvoyé : mardi 3 mars 2026 09:12\nÀ : Kim\nObjet : A note",
        "De: Ana Ruiz\nEnviado el: martes, 3 de marzo de 2026 9:12\nPara: Kim\nAsunto: A note",
        "Da: Ana Ruiz\nInviato: martedì 3 marzo 2026 09:12\nA: Kim\nOggetto: A note",
        "Van: Ana Ruiz\nVerzonden: dinsdag 3 maart 2026 09:12\nAan: Kim\nOnderwerp: A note",
        "Från: Ana Ruiz\nSkickat: den 3 mars 2026 09:12\nTill: Kim\nÄmne: A note",
        "От: Ana Ruiz\nОтправлено: 3 марта 2026 г. 9:12\nКому: Kim\nТема: A note",
        "发件人: Ana Ruiz\n发送时间: 2026年3月3日 9:12\n收件人: Kim\n主题: A note",
        "差出人: Ana Ruiz\n送信日時: 2026年3月3日 9:12\n宛先: Kim\n件名: A note",
        "-------- Ursprüngliche Nachricht --------\nVon: Ana",
        "---------- Forwarded message ---------\nFrom: Ana",
        "Begin forwarded message:",
    ],
)
def test_everything_below_a_header_block_or_banner_is_dropped(block: str) -> None:
    assert strip_text(f"{NEW}\n\n{block}\n\n{OLD}").text == NEW


def test_answers_between_marked_quotes_are_kept() -> None:
    text = "On 3 Mar 2026, Ana <ana@home.example> wrote:\n> When?\n\nThursday.\n\n> Where?\n\nAt ours.\n"
    assert strip_text(text).text.split() == ["Thursday.", "At", "ours."]


@pytest.mark.parametrize(
    "text",
    [
        "On your side of things, please check:\n\n  the ports",
        "On the one hand yes.\n\nOn the other hand no.",
        "I wanted to ask with regards to the date.\nRegards matter.",
        "Points:\n----\n1. one\n----\nthat is all",
        "The mail was sent from my phone app.",
        "Here it is.\n\nSent from my desk, which is easier than the train.",
        "From: nine to five I am at work.\nCall me.",
        "Thanks!",
        "Thank you for the note. The times work:\n- Monday at 10:30\n- Tuesday at 11:00",
        "Yes: 10:30 works.",
    ],
)
def test_a_persons_own_words_are_left_alone(text: str) -> None:
    assert strip_text(text).text == text


@pytest.mark.parametrize(
    "signature",
    [
        "-- \nKim Lee\nVP Engineering",
        "--\nKim Lee",
        "Best regards,\nKim",
        "Thanks,\nKim Lee\n+1 555 0100",
        "Mit freundlichen Grüßen\nKim Lee",
        "Cordialement,\nKim",
        "Saludos,\nKim",
        "Sent from my iPhone",
        "Get Outlook for iOS<https://aka.example/ios>",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
    ],
)
def test_a_signature_is_set_apart(signature: str) -> None:
    reply = strip_text(f"{NEW}\n\n{signature}\n\nOn 3 Mar 2026, at 09:12, Ana Ruiz wrote:\n\n{MARKED}")
    assert (reply.text, reply.quoted) == (NEW, True)
    assert reply.signature.split()[0].strip(",") in signature


def test_a_name_above_an_announcement_is_no_part_of_it() -> None:
    text = 'See you then.\nAlex\n03.03.2026, 09:12, "Ana" <ana@home.example>:\n> Hello'
    assert strip_text(text).text == "See you then.\nAlex"


def test_a_mere_name_announces_only_marked_lines() -> None:
    assert strip_text("Yes.\n\nAna wrote:\n> Hello").text == "Yes."
    assert strip_text("Yes.\n\nAs Ana wrote:\nit works.").text == "Yes.\n\nAs Ana wrote:\nit works."


def test_a_mailing_lists_footer_is_no_part_of_the_reply() -> None:
    text = f"{NEW}\n\n______________________\nnotes mailing list\nnotes@lists.example\n"
    assert strip_text(text).text == NEW


def test_a_reply_that_is_only_quotes_has_no_words() -> None:
    assert strip_text(MARKED).text == ""
    assert strip_text("").text == ""


@pytest.mark.parametrize(
    "quote",
    [
        (
            '<div class="gmail_quote"><div class="gmail_attr">On Tue, Mar 3, 2026 at 9:12 AM Ana'
            ' &lt;ana@home.example&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0'
            ' .8ex">Hello Kim</blockquote></div>'
        ),
        (
            '<div class="moz-cite-prefix">On 3/3/26 9:12, Ana wrote:<br></div><blockquote type="cite">Hello'
            " Kim</blockquote>"
        ),
        (
            '<div style="border:none;border-top:solid #B5C4DF 1pt"><p><b>From:</b> Ana<br><b>Sent:</b>'
            " Tuesday<br><b>To:</b> Kim<br><b>Subject:</b> A note</p></div><p>Hello Kim</p>"
        ),
        '<hr id="stopSpelling">Date: Tue, 3 Mar 2026<br>Hello Kim',
        '<div id="divRplyFwdMsg">From: Ana</div><div>Hello Kim</div>',
        '<div class="yahoo_quoted">Hello Kim</div>',
        '<div class="protonmail_quote">Hello Kim</div>',
        '<div>03.03.2026, 09:12, "Ana" &lt;ana@home.example&gt;:</div><blockquote>Hello Kim</blockquote>',
    ],
)
def test_html_quotes_of_many_programs_are_dropped(quote: str) -> None:
    html = (
        f"<html><head><style>p {{}}</style></head><body><div>Sounds good, let us <b>talk</b> on"
        f" Thursday.</div><br>{quote}</body></html>"
    )
    assert strip_html(html).text == NEW


def test_a_signature_that_html_marks_is_set_apart() -> None:
    reply = strip_html('<p>Yes.</p><div class="gmail_signature">Kim<br>VP</div>')
    assert (reply.text, reply.signature) == ("Yes.", "Kim\nVP")


def test_broken_html_still_gives_its_words() -> None:
    assert strip_html("<p>Yes <b>please<div class='x").text.startswith("Yes please")
    assert strip_html("a < b and c > d & <!-- x").text.startswith("a < b")


@given(st.text(max_size=600))
@settings(max_examples=150, deadline=None)
def test_stripping_any_text_twice_changes_nothing(text: str) -> None:
    once = strip_text(text)
    assert strip_text(once.text).text == once.text


_LINES = st.sampled_from(
    [
        "> q",
        "hi",
        "",
        "-- ",
        "Thanks,",
        "Kim",
        "On 3 Mar 2026, at 09:12, Ana wrote:",
        "From: a",
        "To: b",
        "Subject: c",
        "----",
        "Sent from my iPhone",
        "x?",
    ]
)


@given(st.lists(_LINES, max_size=25).map("\n".join))
@settings(max_examples=200, deadline=None)
def test_stripping_any_mix_of_marks_twice_changes_nothing_and_adds_nothing(text: str) -> None:
    once = strip_text(text)
    assert strip_text(once.text).text == once.text
    assert set(once.text.split("\n")) <= {*text.split("\n"), "--", ""}


@given(st.text(alphabet="<>/abdivr=\"'!- &;", max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_markup_is_read(html: str) -> None:
    assert strip_html(html) == strip_html(html)


@pytest.mark.parametrize(
    "piece",
    [
        "> ",
        ">",
        "On ",
        "On 3 Mar 2026 ",
        "wrote:\n",
        "From: a\n",
        "-- \n",
        "Thanks,\nKim\n",
        "_",
        "a b ",
        "-----",
        "<div>",
        "<blockquote>",
        "</div>",
        "<!--",
        "<",
        "<a ",
        "&lt;",
        "<![CDATA[",
    ],
)
def test_a_megabyte_of_one_mark_ends_in_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    strip_text(text)
    strip_html(text)
