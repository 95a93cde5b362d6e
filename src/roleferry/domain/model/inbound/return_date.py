"""The day an absent person says they will be back (SPEC 3.9: in the future and within 30 days)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

LONGEST_ABSENCE = timedelta(days=30)
_MONTHS = {
    1: "january jan januar janvier janv enero ene gennaio gen janeiro januari januari stycznia",
    2: "february feb februar février fevrier fev févr febrero febbraio fevereiro februari lutego",
    3: "march mar märz maerz mars marzo março marco maart mrt marca",
    4: "april apr avril avr abril abr aprile kwietnia",
    5: "may mai mayo maggio mag maio mei maj maja",
    6: "june jun juni juin junio giugno giu junho czerwca",
    7: "july jul juli juillet juil julio luglio lug julho lipca",
    8: "august aug août aout agosto ago augustus augusti sierpnia",
    9: "september sep sept septembre septiembre settembre set setembro wrzesnia września",
    10: "october oct oktober okt octobre octubre ottobre ott outubro out października",
    11: "november nov novembre noviembre novembro listopada",
    12: "december dec dezember dez décembre decembre diciembre dic dicembre dezembro grudnia",
}
_MONTH = {name: number for number, names in _MONTHS.items() for name in names.split()}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
_DAYS = {
    0: "monday mon montag lundi lunes lunedì segunda maandag",
    1: "tuesday tue tues dienstag mardi martes martedì terça dinsdag",
    2: "wednesday wed mittwoch mercredi miércoles mercoledì quarta woensdag",
    3: "thursday thu thur thurs donnerstag jeudi jueves giovedì quinta donderdag",
    4: "friday fri freitag vendredi viernes venerdì sexta vrijdag",
    5: "saturday sat samstag samedi sábado sabato zaterdag",
    6: "sunday sun sonntag dimanche domingo domenica zondag",
}
_DAY = {name: number for number, names in _DAYS.items() for name in names.split()}
_DATE = re.compile(
    (
        rf"(?P<iso>\b20\d\d-\d\d?-\d\d?\b)|"
        rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.|º|er|e)?(?: of| de|"
        rf" di)? ?(?P<m1>{_NAMES})\b\.?,?(?: (?:de )?(?P<y1>20\d\d)\b)?|"
        rf"\b(?P<m2>{_NAMES})\.? (?:the )?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,? (?P<y2>20\d\d)\b)?|"
        rf"\b(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})\b(?:(?P=sep)(?P<y3>(?:20)?\d\d)\b)?\.?|"
        rf"(?P<cjk>(?P<m4>\d{{1,2}}) ?月 ?(?P<d4>\d{{1,2}}) ?日)"
    ),
    re.IGNORECASE,
)
_BACK = re.compile(
    (
        r"return|\bback\b|again|until|till|through|thru|resum|available (?:again )?(?:on|from)|wieder|"
        r"zur[uü]ck|\bbis\b|ab dem|retour|"
        r"jusqu|reviens|regres|vuelvo|hasta|retorno|volto|at[eé]\b|fino al|rientr|torno|terug|tot en met|"
        r"\btot\b|tillbaka|"
        r"tilbage|tilbake|wracam|\bdo\b|вернусь|до |まで|から出社"
    ),
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:until|till|through|thru|bis|jusqu\S*|hasta|at[eé]|fino|tot|\bto\b|-|–|まで)\W{0,3}(?:\w+\W{1,2}){0,3}$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    (
        rf"(?:back|return\w*|available|zur[uü]ck|wieder|retour|terug)(?: (?:to|in|at) (?:the |my )?(?:office|"
        rf"work|desk|b[uü]ro))?"
        rf"(?: again)?(?: (?:on|am|le|el|by))?(?: (?:next|this|n[aä]chsten|coming))? (?P<day>{'|'.join(_DAY)})\b"
    ),
    re.IGNORECASE,
)
_TOMORROW = re.compile(
    r"(?:back|return\w*|available|zur[uü]ck)(?: \w+){0,4} (?:tomorrow|morgen|demain|ma[nñ]ana)\b", re.IGNORECASE
)
_SENTENCES = re.compile(rf"(?<=[a-zà-ÿ0-9)])[.!?] (?=[A-ZÀ-Þ])(?!(?i:{_NAMES})\b)")
_MAX_CHARS = 4_000


def return_date(text: str, *, today: date) -> date | None:
    """Find the day of return: in the future, within 30 days, and said to be a return; None when in doubt."""
    plain = " ".join(text[:_MAX_CHARS].split())
    for sentence in _SENTENCES.split(plain):
        if _BACK.search(sentence):
            days = [day for day in _dates(sentence, today) if today < day <= today + LONGEST_ABSENCE]
            if days:
                return max(days)
    return _spoken(plain, today)


def _dates(sentence: str, today: date) -> Iterator[date]:
    for match in _DATE.finditer(sentence):
        for year, month, day in _readings(match):
            if (found := _dated(year, month, day, today)) is not None:
                yield found
                break


def _readings(match: re.Match[str]) -> Iterator[tuple[int | None, int, int]]:
    """List how a date may be read, likeliest first; 3/4 is tried as month/day, 3.4. as day.month."""
    if match["iso"]:
        year, month, day = (int(piece) for piece in match["iso"].split("-"))
        yield year, month, day
    elif match["m1"]:
        yield _number(match["y1"]), _MONTH[match["m1"].lower()], int(match["d1"])
    elif match["m2"]:
        yield _number(match["y2"]), _MONTH[match["m2"].lower()], int(match["d2"])
    elif match["cjk"]:
        yield None, int(match["m4"]), int(match["d4"])
    else:
        year_3, one, other = _number(match["y3"]), int(match["a"]), int(match["b"])
        both = [(year_3, one, other), (year_3, other, one)]
        yield from both if match["sep"] == "/" else reversed(both)


def _number(year: str | None) -> int | None:
    if not year:
        return None
    return int(year) if len(year) > len("26") else 2000 + int(year)


def _dated(year: int | None, month: int, day: int, today: date) -> date | None:
    """Make a date; without a year it is the next one to come."""
    for candidate in (year,) if year else (today.year, today.year + 1):
        try:
            found = date(candidate, month, day)
        except ValueError:
            return None
        if year or found >= today:
            return found
    return None


def _spoken(text: str, today: date) -> date | None:
    """Read `back on Monday` and `back tomorrow`."""
    if match := _WEEKDAY.search(text):
        ahead = (_DAY[match["day"].lower()] - today.weekday() - 1) % 7 + 1
        return today + timedelta(days=ahead)
    return today + timedelta(days=1) if _TOMORROW.search(text) else None
