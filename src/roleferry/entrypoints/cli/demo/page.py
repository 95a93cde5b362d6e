"""The report as one page: nothing loaded from elsewhere, every text escaped, readable on a phone."""

from collections.abc import Iterator
from html import escape
from typing import Any

from roleferry.entrypoints.cli.demo.report import Report, counted
from roleferry.entrypoints.cli.demo.sending import claims_by_sentence, mail_words

_STYLE = """
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #8886}
.said{padding:.8rem 1rem;border-left:4px solid #2a7;background:#2a71}
.failed,.not_sent{border-color:#c72;background:#c721}
.mail{border:1px solid #8886;border-radius:.5rem;padding:.8rem 1rem;margin:1rem 0}
.mail p{white-space:pre-wrap;overflow-wrap:anywhere}.meta,.claim{font-size:.85rem;opacity:.8}
blockquote{margin:.3rem 0;padding-left:.8rem;border-left:3px solid #8886}li{margin:.4rem 0}
table{border-collapse:collapse}td,th{text-align:left;vertical-align:top;padding:.3rem .6rem}
@media(max-width:36rem){th,td.evidence{display:none}tr{display:block;padding:.5rem 0;border-bottom:1px solid #8886}
td{padding:0 .6rem 0 0}td:nth-child(2)::before{content:'weight '}td.sentence{display:block}}
"""


def page(report: Report) -> str:
    """Return the page."""
    body = "\n".join(_parts(report))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>RoleFerry demo</title><style>{_STYLE}</style></head><body>\n{body}\n</body></html>\n"
    )


def _parts(report: Report) -> Iterator[str]:
    yield "<h1>RoleFerry demo</h1>"
    yield f'<p class="said {escape(report.outcome)}">{escape(report.said)}</p>'
    yield f'<p class="meta">Résumé: {escape(report.resume_from)}<br>Job: {escape(report.job_from)}</p>'
    if report.match:
        yield from _match(report)
    if report.pairs or report.gaps:
        yield from _pain_points(report)
    if report.mails:
        yield "<h2>Written, planned, sent</h2>"
        yield "<p>Both readers are made up, at addresses that are reserved for examples.</p>"
        yield from map(_mail, report.mails)
    if report.figures or report.costs or report.notes:
        yield from _counted(report)


def _match(report: Report) -> Iterator[str]:
    who, what = report.resume["name"] or "(no name found)", report.job["title"] or "(no title found)"
    at = f" at {report.job['company']}" if report.job["company"] else ""
    yield "<h2>Match</h2>"
    score = f"{report.match['score']:.0f} of 100, confidence {report.match['confidence']:.0%}"
    yield f"<p>{escape(f'{who} for {what}{at}')}: <strong>{score}</strong></p>"
    yield "<table><tr><th>part<th>weight<th>score<th>why<th>evidence</tr>"
    for part in report.match["parts"]:
        cells = (part["name"], f"{part['weight']:.0f}", f"{part['score']:.0%}")
        yield "<tr>" + "".join(f"<td>{escape(cell)}" for cell in cells)
        yield f'<td class="sentence">{escape(part["sentence"])}'
        yield f'<td class="evidence">{escape(", ".join(part["evidence"]))}</tr>'
    yield "</table>"


def _pain_points(report: Report) -> Iterator[str]:
    yield "<h2>Their problems, your evidence</h2><ul>"
    for pair in report.pairs:
        yield (
            f"<li>They ask: <blockquote>{escape(pair['challenge_text'])}</blockquote>You did: <blockquote>"
            f"{escape(pair['solution_text'])}</blockquote>"
            f'<span class="meta">relevance {pair["relevance_score"]:.2f}</span></li>'
        )
    yield "</ul>"
    if report.gaps:
        yield "<h2>No evidence for this</h2><ul>"
        yield from (f"<li>{escape(gap['challenge_text'])}</li>" for gap in report.gaps)
        yield "</ul>"


def _mail(mail: dict[str, Any]) -> str:
    head = f"To {mail['to']} <{mail['address']}>, mail {mail['step']} ({mail['kind']})"
    claims = "".join(
        f'<p class="claim">“{escape(sentence)}” rests on {_evidence(evidence)}</p>'
        for sentence, evidence in claims_by_sentence(mail).items()
    )
    return (
        f'<div class="mail"><div class="meta">{escape(head)}<br>{escape(mail_words(mail))}</div>'
        f"<strong>{escape(mail['subject'])}</strong><p>{escape(mail['body'])}</p>{claims}</div>"
    )


def _evidence(evidence: list[dict[str, Any]]) -> str:
    return ", ".join(f"{escape(one['source'])}: “{escape(one['text'])}”" for one in evidence)


def _counted(report: Report) -> Iterator[str]:
    yield "<h2>Counted</h2><ul>"
    yield from (f"<li>{escape(name)}: {escape(words)}</li>" for name, words in counted(report))
    yield "</ul>"
    yield from (f"<p>{escape(note)}</p>" for note in report.notes)
