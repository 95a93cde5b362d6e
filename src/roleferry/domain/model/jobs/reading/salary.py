"""Pay as numbers: `$120k-150k`, `£45,000 per annum`, `€60.000`, `USD 55/hr`, `12 LPA`; nothing is converted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from roleferry.domain.model.jobs.posting import Salary
from roleferry.domain.model.text import Span

_SYMBOLS = {
    "US$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "S$": "SGD",
    "HK$": "HKD",
    "R$": "BRL",
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "₹": "INR",
    "¥": "JPY",
    "₪": "ILS",
    "₺": "TRY",
    "₩": "KRW",
    "zł": "PLN",
    "Rs": "INR",
    "Rs.": "INR",
}
_CODES = (
    "USD|EUR|GBP|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|INR|SGD|HKD|JPY|CNY|BRL|MXN|"
    "ZAR|AED|SAR|ILS|TRY|KRW|PHP|MYR|THB|IDR|NGN|KES|EGP|UAH"
)
_PERIODS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "hour",
        re.compile(
            r"(?:per|an|each|a)\s+hour|/\s?(?:hr|hour|h)\b|\bhourly\b|\bp\.?h\.?(?![\w.])|\bper hr\b", re.IGNORECASE
        ),
    ),
    (
        "day",
        re.compile(
            r"(?:per|a|each)\s+day\b|/\s?(?:day|d)\b|\bdaily\s+rate\b|\bp\.?d\.?(?![\w.])|\bper diem\b", re.IGNORECASE
        ),
    ),
    ("week", re.compile(r"(?:per|a|each)\s+week\b|/\s?(?:week|wk)\b|\bweekly\b|\bp\.?w\.?(?![\w.])", re.IGNORECASE)),
    (
        "month",
        re.compile(
            (
                r"(?:per|a|each)\s+month\b|/\s?(?:month|mo|mth|monat)\b|\bmonthly\b|\b(?:im|pro) monat|"
                r"\bpar mois|\bpr\.? måned|\bp\.?m\.?(?![\w.])|\bper mensem\b"
            ),
            re.IGNORECASE,
        ),
    ),
    (
        "year",
        re.compile(
            (
                r"(?:per|a|each)\s+(?:year|annum)\b|/\s?(?:year|yr|annum|y|jahr)\b|\b(?:im|pro) jahr|"
                r"\bpar an\b|\b(?:annual|annually|yearly)\b|\bp\.?a\.?(?![\w.])|\bgross/year\b"
            ),
            re.IGNORECASE,
        ),
    ),
)
_NUMBER = (
    r"\d{1,2}(?:,\d{2}){1,3},\d{3}(?!\d)|\d{1,3}(?:[,.' "
    r"\u00a0\u202f]\d{3}){1,3}(?:[.,]\d{1,2})?(?!\d)|\d{1,7}(?:[.,]\d{1,2})?(?!\d)"
)
_CURRENCY = rf"(?:(?:US|CA|AU|NZ|HK|C|A|S|R)?\$|[£€₹¥₪₺₩]|\b(?:{_CODES})(?![A-Za-z])|\bRs\.?|\bkr\.?(?=\s?\d))"
_CODE = re.compile(rf"(?:{_CODES})(?![A-Z])")
_SYMBOL = re.compile(r"(?:US|CA|AU|NZ|HK|C|A|S|R)?\$|[£€₹¥₪₺₩]|zł|Rs\.?")
_SCALE = r"(?:\s?(?P<{0}>[kK]\b|[mM]\b|thousand\b|LPA\b|lpa\b|lakhs?\b))?"
_AMOUNT = re.compile(
    rf"(?:(?P<before>{_CURRENCY}\s?{_CURRENCY}?)\s?|(?<![\w.-]))(?P<low>{_NUMBER}){_SCALE.format('low_scale')}"
    rf"(?:\s?(?P<middle>{_CURRENCY}|zł))?"
    rf"(?:(?:\s?/\s?(?:yr|year|hr|hour|mo|month|day)\b|\sper\s(?:year|hour|month|day|"
    rf"annum)\b)?\s?(?:-|–|—|to|and|until|up to|"
    rf"bis)\s?(?:{_CURRENCY}\s?)?(?P<high>{_NUMBER}){_SCALE.format('high_scale')})?"
    rf"(?:\s?(?P<after>{_CURRENCY}|zł))?",
)
_ABOUT_PAY = re.compile(
    (
        r"\b(?:salary|salaries|pay|compensation|remuneration|wage|rate|base|ote|ctc|earn(?:ings)?|"
        r"package|stipend|gehalt|per annum|p\.a\.?|annually|per hour|per year|per month|hourly)\b"
    ),
    re.IGNORECASE,
)
_NOT_PAY = re.compile(
    r"^\s?(?:\+?\s?(?:million|billion|bn|mn|m\b|trillion|b\b|people|users|customers|employees|"
    r"%|in (?:funding|revenue|arr|assets|sales)|of (?:funding|revenue|assets)))"
    r"|^.{0,25}\b(?:funding|revenue|series [a-e]|arr\b|budget|valuation|stipend for|allowance|"
    r"bonus|sign-on|referral|fund|401)",
    re.IGNORECASE,
)
_NOT_PAY_BEFORE = re.compile(
    (
        r"\b(?:budgets?|funding|revenues?|raised|worth|turnover|quotas?|sales|savings|portfolios?|"
        r"valued|generat\w+|exceeding|allowance|bonus|stipend)\b[^.\d]{0,18}$"
    ),
    re.IGNORECASE,
)
_UP_TO = re.compile(r"(?:up to|maximum|max\.?|bis zu|to)\s*$", re.IGNORECASE)
_HOW_OFTEN = re.compile(r"\b(?:days?|hours?|times?|once|twice|weeks?|visits?)\s+$", re.IGNORECASE)
"""Before a period, what tells how often and not for what time one is paid: "one day a month in the office"."""
_NEARBY = 48
_DIGIT = re.compile(r"\d")
_BEFORE_FIGURE = 12
"""Characters that two currencies and their spaces take at most."""
_SCANNED = 60_000
_MOST_FIGURES = 400
_LAKH = Decimal(100_000)
_LIMITS = {
    "hour": (Decimal(3), Decimal(2_000)),
    "day": (Decimal(20), Decimal(10_000)),
    "week": (Decimal(50), Decimal(30_000)),
    "year": (Decimal(5_000), Decimal(20_000_000)),
}


def find_salary(text: str) -> Salary | None:
    """Return the first pay stated in the text, with the place it stands, or None."""
    sure = max(_candidates(text[:_SCANNED]), key=lambda found: found[0], default=None)
    return sure[1] if sure else None


def _candidates(text: str) -> Iterator[tuple[int, Salary]]:
    """Yield what may be pay with how sure it is; earlier wins among equals because `max` keeps the first."""
    for match in islice(_amounts(text), _MOST_FIGURES):
        currency = _currency(match)
        around = text[max(0, match.start() - _NEARBY) : match.start()]
        after = text[match.end() : match.end() + _NEARBY]
        spoken = bool(_ABOUT_PAY.search(around) or _ABOUT_PAY.search(after[:25]))
        millions = (match["low_scale"] or "").lower() == "m"
        told = spoken if millions or currency is None else True
        if told and (currency or _plausible(match)) and not (_NOT_PAY.match(after) or _NOT_PAY_BEFORE.search(around)):
            salary = _salary(match, currency, around, after)
            if salary is not None and (spoken or salary.period is not None):
                yield (2 * spoken + (match["high"] is not None) + (currency is not None), salary)


def _amounts(text: str) -> Iterator[re.Match[str]]:
    """Yield what `_AMOUNT.finditer` would, tried only where a digit is near: an amount has few letters before it."""
    after = 0
    while digit := _DIGIT.search(text, after):
        tried = (_AMOUNT.match(text, at) for at in range(max(after, digit.start() - _BEFORE_FIGURE), digit.end()))
        found = next(filter(None, tried), None)
        if found is not None:
            yield found
        after = found.end() if found else digit.end()


def _plausible(match: re.Match[str]) -> bool:
    """Without a currency only big or scaled figures are pay: `45,000`, `60k`, `12 LPA`; never a year alone."""
    return match["low_scale"] is not None or len(re.sub(r"\D", "", match["low"])) >= len("10000")


def _currency(match: re.Match[str]) -> str | None:
    written = " ".join(match[name] or "" for name in ("before", "middle", "after"))
    code, symbol = _CODE.search(written), _SYMBOL.search(written)
    if code or symbol:
        return code[0] if code else _SYMBOLS.get(symbol[0]) if symbol else None
    return "INR" if (match["high_scale"] or match["low_scale"] or "").lower() in {"lpa", "lakh", "lakhs"} else None


def _salary(match: re.Match[str], currency: str | None, around: str, after: str) -> Salary | None:
    scale = match["low_scale"] or match["high_scale"]
    low = _number(match["low"], scale)
    high = _number(match["high"], match["high_scale"] or match["low_scale"]) if match["high"] else None
    if high is not None and high < low:
        return None
    lakhs = (scale or "").lower() in {"lpa", "lakh", "lakhs"}
    period = "year" if lakhs else _period(after, around) or _implied(low, high)
    period = period if _sensible(low, period) else _implied(low, high)
    if not _sensible(low, period):
        return None
    span = Span(match.start(), match.start() + len(match[0].rstrip()))
    if high is None and _UP_TO.search(around):
        return Salary(minimum=None, maximum=low, currency=currency, period=period, span=span)
    return Salary(
        minimum=low,
        maximum=high if high is not None else _single(low, after),
        currency=currency,
        period=period,
        span=span,
    )


def _single(low: Decimal, after: str) -> Decimal | None:
    """One figure is both ends, unless it is said to be only where pay begins (`$50k+`)."""
    return None if after.startswith("+") else low


def _implied(low: Decimal, high: Decimal | None) -> str | None:
    """A figure of five digits or more is a year's pay even where the period goes without saying."""
    return "year" if (high or low) >= Decimal(15_000) else None


def _sensible(low: Decimal, period: str | None) -> bool:
    if period is None:
        return False
    least, most = _LIMITS.get(period, (Decimal(100), Decimal(10_000_000)))
    return least <= low <= most


def _period(after: str, around: str) -> str | None:
    """Return the period named right after the figure, else the last one named before it."""
    close = [(found.start(), period) for period, pattern in _PERIODS if (found := pattern.search(after[:28]))]
    if close:
        return min(close)[1]
    before = [(found.start(), period) for period, pattern in _PERIODS for found in pattern.finditer(around)]
    told = [(at, period) for at, period in before if not _HOW_OFTEN.search(around[:at])]
    return max(told)[1] if told else None


def _number(written: str, scale: str | None) -> Decimal:
    digits = re.sub(r"[\s\u00a0\u202f']", "", written)
    grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d{1,2}(?:,\d{2})+,\d{3}", digits)
    if grouped:
        cents = re.search(r"[.,](\d{1,2})$", digits)
        whole = digits[: -len(cents[0])] if cents else digits
        value = Decimal(re.sub(r"[.,]", "", whole)) + (Decimal(f"0.{cents[1]}") if cents else 0)
    else:
        value = Decimal(digits.replace(",", "."))
    return value * _FACTORS.get((scale or "").lower(), 1)


_FACTORS = {"k": 1000, "thousand": 1000, "m": 1_000_000, "lpa": int(_LAKH), "lakh": int(_LAKH), "lakhs": int(_LAKH)}
