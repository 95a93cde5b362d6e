"""The report on a terminal."""

from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from roleferry.entrypoints.cli.demo.report import Report, counted
from roleferry.entrypoints.cli.demo.sending import claims_by_sentence, mail_words

_SHOWN_ROWS = 12


def show(report: Report) -> None:
    """Print it; texts of others are printed as they are, never as markup."""
    console = Console(highlight=False)
    console.print(Rule("RoleFerry demo"))
    console.print(Text(f"Résumé: {report.resume_from}\nJob: {report.job_from}\nService: {report.service}"))
    if report.match:
        _show_match(console, report)
    if report.pairs or report.gaps:
        _show_pain_points(console, report)
    if report.contacts:
        console.print(Text("Both readers are made up, at addresses that are reserved for examples.", style="dim"))
    for mail in report.mails:
        _show_mail(console, mail)
    if report.figures:
        _show_figures(console, report)
    for note in report.notes:
        console.print(Text(note, style="dim"))
    console.print(Panel(Text(report.said or "The journey did not begin."), title=report.outcome.replace("_", " ")))


def _show_match(console: Console, report: Report) -> None:
    who, what = report.resume["name"] or "(no name found)", report.job["title"] or "(no title found)"
    at = f" at {report.job['company']}" if report.job["company"] else ""
    match = report.match
    console.print(Rule("Match"))
    console.print(Text(f"{who} for {what}{at}: {match['score']:.0f} of 100, confidence {match['confidence']:.0%}"))
    table = Table("part", "weight", "score", "why", "evidence")
    for part in match["parts"]:
        evidence = ", ".join(part["evidence"][:6])
        table.add_row(
            part["name"], f"{part['weight']:.0f}", f"{part['score']:.0%}", Text(part["sentence"]), Text(evidence)
        )
    console.print(table)


def _show_pain_points(console: Console, report: Report) -> None:
    console.print(Rule("Their problems, your evidence"))
    for pair in report.pairs:
        console.print(Text(f"  They ask:  “{pair['challenge_text']}”", style="bold"))
        console.print(Text(f"  You did:   “{pair['solution_text']}”  (relevance {pair['relevance_score']:.2f})\n"))
    for gap in report.gaps[:_SHOWN_ROWS]:
        console.print(Text(f"  No evidence for: “{gap['challenge_text']}”", style="yellow"))


def _show_mail(console: Console, mail: dict[str, Any]) -> None:
    console.print(Rule(Text(f"{mail['to']}, mail {mail['step']} ({mail['kind']})")))
    console.print(Text(f"To {mail['address']}, {mail_words(mail)}", style="dim"))
    console.print(Panel(Text(f"{mail['subject']}\n\n{mail['body']}")))
    for sentence, evidence in claims_by_sentence(mail).items():
        console.print(Text(f"  “{sentence}” rests on", style="dim"))
        for one in evidence:
            console.print(Text(f"      {one['source']}: “{one['text']}”", style="dim"))


def _show_figures(console: Console, report: Report) -> None:
    console.print(Rule("Counted"))
    for name, words in counted(report):
        console.print(Text(f"  {name}: {words}"))
