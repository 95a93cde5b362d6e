"""The command: its arguments, its progress on standard error, its report on standard output."""

import argparse
import os
import sys
from importlib import resources
from pathlib import Path

import httpx
import msgspec
from rich.console import Console

from roleferry.entrypoints.cli.demo.client import DemoFailed, Person
from roleferry.entrypoints.cli.demo.journey import Given, walk
from roleferry.entrypoints.cli.demo.page import page
from roleferry.entrypoints.cli.demo.report import Report
from roleferry.entrypoints.cli.demo.terminal import show

_SECONDS = 60.0
_LARGEST = 5_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("--resume", metavar="FILE", help="your résumé: PDF, DOCX, RTF, HTML, Markdown or text")
    parser.add_argument("--job", metavar="FILE|URL", help="a job description: a text file, or its address")
    parser.add_argument("--html", metavar="FILE", help="write the report as one page")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--url", help="the service (default: http://127.0.0.1 at ROLEFERRY_PORT or 8000)")


def demo(options: argparse.Namespace) -> int:
    """Walk the journey; 0 when it came to an honest end, 1 when a step failed."""
    console = Console(stderr=True, highlight=False)
    try:
        resume, job = _given(options.resume, "resume.txt"), _given(options.job, "job.txt")
    except DemoFailed as failure:
        console.print(str(failure), style="red", markup=False)
        return 1
    url = options.url or f"http://127.0.0.1:{os.environ.get('ROLEFERRY_PORT') or '8000'}"
    report = Report(service=url, resume_from=resume.told, job_from=job.told)
    status = _walked(url, resume, job, report, console)
    _hand_over(report, options)
    return status


def _walked(url: str, resume: Given, job: Given, report: Report, console: Console) -> int:
    base_path = os.environ.get("ROLEFERRY_BASE_PATH") or "/api/v1"

    def tell(step: str) -> None:
        spinner.update(step)
        console.print(f"· {step}", markup=False)

    try:
        with (
            console.status("starting") as spinner,
            httpx.Client(base_url=url, timeout=_SECONDS, trust_env=False) as http,
        ):
            walk(Person(http=http, base_path=base_path), resume, job, report, tell)
    except DemoFailed as failure:
        report.outcome, report.said = "failed", str(failure)
        return 1
    except httpx.InvalidURL:
        report.outcome, report.said = "failed", f"'{url}' is no address: write it like http://127.0.0.1:8000."
        return 1
    return 0


def _given(named: str | None, sample: str) -> Given:
    """
    Return what a person named, or our sample.

    Raises:
        DemoFailed: there is no such file, or it is too large.
    """
    if named is None:
        file = resources.files("roleferry.entrypoints.cli.demo").joinpath("samples", sample)
        return Given(name=sample, data=file.read_bytes(), is_sample=True)
    if named.startswith(("http://", "https://")) and sample == "job.txt":
        return Given(name=named, url=named)
    path = Path(named)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DemoFailed(f"{named} cannot be read ({error.strerror}): check the path.") from error
    if len(data) > _LARGEST:
        raise DemoFailed(f"{named} is larger than 5 MB: give a smaller file.")
    return Given(name=path.name, data=data)


def _hand_over(report: Report, options: argparse.Namespace) -> None:
    if options.html:
        Path(options.html).write_text(page(report), encoding="utf-8")
    if options.json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(report.as_data()), indent=2).decode() + "\n")
    else:
        show(report)
        if options.html:
            print(f"The same as a page: {options.html}")
