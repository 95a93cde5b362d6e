"""Whether two adverts are one: the same address in one form, or the same company, title and words (SPEC 3.3)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from roleferry.domain.model.jobs.boards import board_posting

_TRACKING = re.compile(
    r"utm_.*|mc_.*|hsa_.*|gclid|gclsrc|dclid|fbclid|msclkid|yclid|igshid|twclid|li_fat_id|_ga|"
    r"_gl|_hsenc|_hsmi|mkt_tok|ref|refid|ref_?src|referrer|referer|source|src|gh_src|"
    r"lever-(?:source|origin|via).*|ashby_.*src|utm|"
    r"trk|trkinfo|trackingid|tracking.*|tk|from|fromage|vjk|advn|adid|sponsored|rx_.*|"
    r"jobboard|jobsite|recommended.*|position|pagenum|originalsubdomain|original_referer|eid?|"
    r"ebp|lipi|sid|sessionid|jsessionid|phpsessid|campaign|cid|share|lang|locale|hl|apply",
    re.IGNORECASE,
)
_APPLY = re.compile(r"/(?:apply|application)/?$", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_LEGAL = frozenset(
    (
        "inc incorporated ltd limited llc llp plc gmbh ag se sa sas sarl bv nv ab as oy aps spa "
        "srl kg co corp corporation company pty pvt"
    ).split()
)


def canonical_url(url: str) -> str:
    """Return one form of an address: https, lower-case host, no tracking, fragment, port or last slash."""
    known = board_posting(url)
    if known is not None:
        return known.url
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower().rstrip("."), parts.port
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    authority = host if port in {None, 80, 443} else f"{host}:{port}"
    path = _APPLY.sub("", quote(parts.path, safe="/%:@!$&'()*+,;=~-._")).rstrip("/")
    query = urlencode(sorted((name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(name)))
    return f"https://{authority}{path}" + (f"?{query}" if query else "")


def text_fingerprint(*, company: str | None, title: str | None, text: str) -> str:
    """Return the same 64 hex digits for the same company, title and words, whatever the case, marks and spacing."""
    named = _words(company or "")
    while named and named[-1] in _LEGAL:
        named.pop()
    said = "\n".join(" ".join(words) for words in (named, _words(title or ""), _words(text)))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
