"""Programs that follow links before, or instead of, a person (SPEC 3.11: a click by a known scanner is no click)."""

from __future__ import annotations

import re

_NAMES = (
    r"bot\b|bot/|crawl|spider|slurp|scan|preview|prefetch|monitor|headless|phantomjs|puppeteer|playwright|selenium|"
    r"barracuda|proofpoint|mimecast|trendmicro|trend micro|symantec|messagelabs|fireeye|trellix|forcepoint|sophos|"
    r"cloudmark|ironport|cisco|fortinet|fortiguard|zscaler|checkpoint|avanan|mailscanner|safelinks|urldefense|virustotal|"
    r"googleimageproxy|google-safety|feedfetcher|yahoomailproxy|bingpreview|facebookexternalhit|whatsapp|telegram|"
    r"skypeuripreview|slack|discord|linkedinbot|microsoft office|ms-office|msoffice|outlook-|"
    r"curl/|wget/|python|httpx|aiohttp|requests|urllib|libwww|go-http-client|java/|okhttp|apache-httpclient|"
    r"axios|node-fetch|undici|ruby|perl|php/|guzzle|winhttp|powershell"
)
_SCANNER = re.compile(_NAMES, re.IGNORECASE)
_LONGEST = 1_000


def is_scanner(user_agent: str) -> bool:
    """Tell whether whoever calls itself this is a program; one that does not say who it is counts as one."""
    name = user_agent[:_LONGEST].strip()
    return not name or _SCANNER.search(name) is not None
