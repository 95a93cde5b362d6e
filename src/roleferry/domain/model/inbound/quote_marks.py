"""The lines by which mail programs announce what they quote, in the languages they speak."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

MAX_LINE = 500
"""Only so much of a line is looked at: announcements are short, and time stays linear."""
_MAX_WRAP = 4

_WROTE = re.compile(
    (
        r"wrote|writes|schrieb|geschrieben|[eé]crit|scritto|scrive|escribi[oó]|escreveu|skrev|skriver|schreef|"
        r"geschreven|quoting|zitat von|citando|napisa[lł]|pisze|napsala?|"
        r"nap[ií]sala?|kirjoitti|[ií]rta|a scris|έγραψε|γράφει|написа|пише|писал|yazd[ıi]|yaz[ıi]yor|kirjutas|"
        r"ra[sš][eė]|rakst[iī]ja|je napisa|ha escrit|"
        r"写道|寫道|書きました|さんは|작성|님이|ने लिखा|كتب|כתב|đã viết|เขียน|menulis|"
        r"skrifaði|idatzi zuen|scriu|skrif|wrote"
    ),
    re.IGNORECASE,
)
_MOMENT = re.compile(
    (
        r"\b\d{1,2}[:.h]\d{2}\b|\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{1,2}月|\d{4}年|"
        r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}, [a-z]{3,9}\.? \d{1,2}\b"
    ),
    re.IGNORECASE,
)
_STARTER = re.compile(
    r"[-*_–—\s]{0,20}(?:"
    r"(?:on|am|at|le|el|il|in data|em|op|den|på|pe|w dniu|dnia|dne|dňa|na|a|la|στις|в|"
    r"quoting|zitat von|citando|citát)\b|"
    r"\d{1,4}[.\-/年 ]|[^\W\d_]{2,12}[.,]{0,2} ?,? ?(?:\d|de\b|den\b)|"
    r"[^\W\d_]{1,12}\.?,? [^\W\d_]{1,12}\.? \d|在|\"?[^<>:]{1,60}<[^<> ]{3,100}@)",
    re.IGNORECASE,
)
_PLAIN_ENGLISH = re.compile(r"On [A-Z].{2,100} wrote:\s{0,3}$")
_END = re.compile(r"[:：]\s{0,3}[-*_]{0,20}\s{0,3}$|wrote\s{0,3}-{2,20}\s{0,3}$", re.IGNORECASE)
_MAIL = re.compile(r"[^\s<>()\[\]]@[^\s<>()\[\]]")
_BANNER = re.compile(
    (
        r"[\s>]{0,6}(?P<dash>[-_=*–—~#]{2,80})\s{0,3}(?:begin )?(?:the |a |le |la )?(?:[\w'’]+ )?(?:original|"
        r"ursprüng|urspruen|d['’]origine|"
        r"oorspronk|originele|oprindelig|opprinnelig|ursprungligt|alkuper|oryginaln|p[uů]vodn|eredeti|mesaj|"
        r"исходн|оригинальн|пересланн|пересыла|"
        r"forward|fwd|weitergeleit|transf[eé]r|reenviad|encaminhad|inoltrat|doorgestuurd|vidarebefordr|"
        r"videresendt|reply message|"
        r"reply above|please type your reply|元の|原始|原邮件|转发|転送|원본)"
    ),
    re.IGNORECASE,
)
_BANNER_BARE = re.compile(
    (
        r"\s{0,6}(?:begin forwarded message|anfang der weitergeleiteten nachricht|"
        r"début du message (?:transféré|réexpédié)|inizio messaggio inoltrato|"
        r"inicio del mensaje reenviado|início da mensagem encaminhada|"
        r"(?:#{2,}-? ?)?(?:please )?(?:type your )?reply above this line)\b.{0,20}$"
    ),
    re.IGNORECASE,
)
_KINDS: Mapping[str, str] = {
    "from": (
        "from|von|de|van|da|från|fra|od|от|от кого|kimden|gönderen|lähettäjä|feladó|from name|发件人|寄件者|"
        "差出人|送信者|보낸 사람|보낸사람|expéditeur|remitente|mittente|remetente|afzender|avsändare|afsender|"
        "avsender|nadawca|odesílatel|отправитель|message du|de la part de|από|מאת|de la"
    ),
    "date": (
        "sent|date|gesendet|gesendet am|datum|envoyé|envoyé le|date d'envoi|enviado|enviado el|"
        "enviado em|enviada em|enviada|fecha|data|data invio|inviato|verzonden|skickat|sendt|dato|"
        "wysłano|data wysłania|отправлено|дата|gönderilme tarihi|tarih|lähetetty|päivämäärä|dátum|"
        "elküldve|odesláno|发送时间|日期|送信日時|日付|보낸 날짜|sent on|sent at|sent time|trimis|ημερομηνία"
    ),
    "to": (
        "to|an|à|a|para|aan|till|til|do|кому|kime|alıcı|vastaanottaja|címzett|komu|收件人|宛先|받는 사람|받는사람|"
        "destinataire|destinatario|destinatário|pour|către|προς"
    ),
    "cc": (
        "cc|kopie|copie à|copie|cópia|copia|kopia|копия|bilgi|másolat|抄送|reply-to|antwort an|reply to|répondre à|bcc"
    ),
    "subject": (
        "subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|тема|konu|aihe|"
        "tárgy|předmět|predmet|主题|主旨|件名|제목|subiect|θέμα|נושא"
    ),
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split("|")}
_NAMES = "|".join(sorted((re.escape(name) for name in _KIND_OF), key=len, reverse=True))
_FIELD = re.compile(rf"[\s*>|]{{0,8}}({_NAMES})\s{{0,3}}\*?\s?[:：]\*?(?=\s|$|\S)", re.IGNORECASE)
_INNER = re.compile(rf"\s({_NAMES})\s?[:：]\s", re.IGNORECASE)
_BLOCK = 9
_MAX_STRAY = 3
_BANNER_LENGTH = 120
_ENOUGH, _PLENTY = 3, 4


def is_quoted(line: str) -> bool:
    """Whether a line carries a quote mark."""
    return line[:8].lstrip(" \t").startswith((">", "&gt;")) and not line[:8].lstrip().startswith(">:")


def attribution_length(lines: Sequence[str], at: int) -> int:
    """Count the lines of an `On ... wrote:` that begins here, 0 when none does."""
    first = lines[at][:MAX_LINE]
    if not first.strip() or is_quoted(first) or not (_STARTER.match(first.lstrip()) or _MOMENT.search(first)):
        return 0
    joined = ""
    for length, line in enumerate(lines[at : at + _MAX_WRAP], start=1):
        if not line.strip() or (length > 1 and is_quoted(line)):
            return 0
        joined = f"{joined} {line[:MAX_LINE].strip()}".strip()
        if _END.search(joined[-60:]):
            return length if _announces(joined) and not _begins_later(lines, at, length) else 0
    return 0


def _begins_later(lines: Sequence[str], at: int, length: int) -> bool:
    """Whether the first line is a name or a word above the announcement, and no part of it."""
    first = lines[at][:MAX_LINE]
    bare = not _MOMENT.search(first) and not _MAIL.search(first)
    return length > 1 and bare and attribution_length(lines, at + 1) > 0


def names_a_writer(line: str) -> bool:
    """Whether a line says only that somebody wrote; it announces a quote when marked lines follow."""
    return len(line) < _BANNER_LENGTH and bool(_END.search(line[-60:]) and _WROTE.search(line))


def _announces(joined: str) -> bool:
    """Whether a line that ends in a colon names a moment or an address, and a writer."""
    if _PLAIN_ENGLISH.match(joined):
        return True
    moment, mail, wrote = _MOMENT.search(joined), _MAIL.search(joined), _WROTE.search(joined)
    if len(joined) > MAX_LINE:
        return False
    return bool((wrote and (moment or mail)) or (moment and mail))


def is_banner(line: str) -> bool:
    """Whether a line says that an earlier message begins."""
    cut = line[:MAX_LINE]
    return bool((_BANNER.match(cut) and len(cut.strip()) < _BANNER_LENGTH) or _BANNER_BARE.match(cut))


def begins_header_block(lines: Sequence[str], at: int) -> bool:
    """Whether a From-Sent-To-Subject block begins here: three different fields with few strange lines between."""
    if not _FIELD.match(lines[at][:MAX_LINE]):
        return False
    kinds: set[str] = set()
    stray = 0
    for line in lines[at : at + _BLOCK]:
        found = _kinds(line[:MAX_LINE])
        stray = 0 if found else stray + 1
        kinds |= found
        if stray > _MAX_STRAY or len(kinds) >= _PLENTY:
            break
    return (len(kinds) >= _ENOUGH and bool(kinds & {"from"})) or {"date", "to", "subject"} <= kinds


def _kinds(line: str) -> set[str]:
    match = _FIELD.match(line)
    if match is None:
        return set()
    inner = {_KIND_OF[name.lower()] for name in _INNER.findall(line[match.end() :])}
    return {_KIND_OF[match[1].lower()], *inner}
