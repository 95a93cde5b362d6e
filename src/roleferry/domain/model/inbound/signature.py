"""Where a writer's own words end and the signature begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DASHES = re.compile(r"\s?(?:--|—|–|__|-- |_{2}|\*{2}--)\s{0,3}$")
_DEVICE = re.compile(
    (
        r"\s{0,3}(?:(?:sent|send) (?:from|via|with|by|using)|gesendet (?:von|mit|vom)|"
        r"envoy[eé] (?:de(?:puis)?|par|avec|à partir)|enviado (?:desde|do|de|a partir|via|com)|"
        r"inviato (?:da|dal|con)|verzonden (?:vanaf|met|via|vanuit)|verstuurd (?:vanaf|met|via)|"
        r"skickat fr[aå]n|sendt fra|l[aä]hetetty|"
        r"wys[lł]ane z|odesl[aá]no (?:z|ze)|отправлено (?:с|из)|iphone['’]umdan)"
        r"(?:[^,.;]{0,60}?(?:phone|pad\b|android|mobil|handy|blackberry|samsung|galaxy|pixel|huawei|xiaomi|nokia|"
        r"outlook|mail|windows|device|tablet|handheld|"
        r"sparrow|spark|superhuman|front|t[eé]l[eé]phone|portable|tel[eé]fono|celular|cellulare|telefoon|"
        r"telefon|gmx|web\.de|aol|proton|thunderbird).{0,80}"
        r"|(?:\s[^\s,.;]{1,20}){1,6}\s?[.!]?)$"
    ),
    re.IGNORECASE,
)
_DEVICE_SAYING = re.compile(
    (
        r"\s{0,3}(?:get outlook for|von meinem .{1,40} gesendet|diese nachricht wurde von mein|"
        r"t[eé]l[eé]charge[zr]? outlook|obtener outlook|"
        r"obter o? ?outlook|ottieni outlook|hol(?:e|en sie sich) outlook|download outlook|yahoo mail for|發自我的|"
        r"发自我的|iphoneから送信|나의 .{1,20}에서 보냄)"
        r".{0,100}$"
    ),
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    (
        r"\s{0,3}(?:(?:with |my )?(?:best|kind|kindest|warm|warmest|many|sincere|very best|all the|"
        r"all my)?\s?(?:regards|wishes|best)|all the best|"
        r"(?:many )?(?:thanks|thank you|thx|ta|cheers)(?: (?:so much|very much|a lot|again|and (?:best |"
        r"kind )?regards|in advance))?|"
        r"(?:yours )?(?:sincerely|faithfully|truly|respectfully|cordially)(?: yours)?|yours|take care|"
        r"talk soon|speak soon|rgds|br|kr|warmly|best|cheers|"
        r"(?:mit )?(?:freundlichen|besten|herzlichen|liebe[nr]?|viele[nr]?|sch[oö]ne[nr]?)?\s?(?:gr[uü](?:ß|"
        r"ss)en?)|mfg|lg|vg|danke(?: und gru(?:ß|ss))?|"
        r"(?:bien )?(?:cordialement|[aà] vous|sinc[eè]rement)|bonne (?:journ[eé]e|soir[eé]e)|merci(?: d'avance|"
        r" beaucoup)?|bien [aà] toi|"
        r"(?:un )?(?:cordial )?(?:saludos?|abrazo)(?: cordiales)?|atentamente|gracias|cordiali saluti|"
        r"distinti saluti|saluti|grazie|ciao|"
        r"atenciosamente|cumprimentos|(?:um )?abra[cç]os?|obrigad[oa]|(?:met )?vriendelijke groet(?:en)?|"
        r"groet(?:en|jes)?|mvh|"
        r"(?:med )?v[aä]nliga? h[aä]lsningar?|(?:med )?venlig hilsen|vennlig hilsen|hilsen|"
        r"yst[aä]v[aä]llisin terveisin|pozdrawiam|с уважением|"
        r"sayg[ıi]lar[ıi]mla|よろしくお願いします|此致)\s?[,.!~]{0,3}\s{0,3}$"
    ),
    re.IGNORECASE,
)
_LIST_FOOTER = re.compile(
    r"\S{1,60} mailing list\s{0,3}$|you (?:are receiving|received) this (?:message |e-?mail )?because", re.IGNORECASE
)
_RULE = 8
_NAME_LIKE = 60
_MAX_CARD = 14
_MAX_CARD_LINE = 110
_CARD_HEAD = 4
_LOOKAHEAD = 60


def signature_start(lines: Sequence[str]) -> int:
    """Return the line where the signature begins; the number of lines when there is none."""
    written = False
    for at, line in enumerate(lines):
        if written and _begins(lines, at):
            return at
        written = written or bool(line.strip())
    return len(lines)


def _begins(lines: Sequence[str], at: int) -> bool:
    line = lines[at][:200]
    if _DEVICE.match(line) or _DEVICE_SAYING.match(line):
        return True
    if len(line.strip()) >= _RULE and not line.strip("_- —"):
        return bool(_LIST_FOOTER.search(next((below[:200] for below in lines[at + 1 : at + 3] if below.strip()), "")))
    if _DASHES.match(line):
        return _is_card(lines[at + 1 : at + 1 + _LOOKAHEAD], limit=_MAX_CARD * 3)
    if _SIGN_OFF.match(line):
        following = lines[at + 1 : at + 1 + _LOOKAHEAD]
        return _has_name(following) and _is_card(following, limit=_MAX_CARD)
    return bool(_LIST_FOOTER.search(line)) and not lines[at - 1].strip("_- —")


def _has_name(lines: Sequence[str]) -> bool:
    """Whether a short line follows: a name. A bare `Thanks` at the end may be the whole message."""
    following = next((line.strip() for line in lines if line.strip()), "")
    return 0 < len(following) <= _NAME_LIKE and not following.endswith("?")


def _is_card(lines: Sequence[str], *, limit: int) -> bool:
    """Whether what follows is no prose: few lines, the first ones short, and no question."""
    filled = [line.strip() for line in lines if line.strip()]
    short = all(len(line) <= _MAX_CARD_LINE for line in filled[:_CARD_HEAD])
    return len(filled) <= limit and short and not any(line.endswith("?") for line in filled)
