"""`roleferry demo` against a real `serve` and a real `worker`: honest ends for three people and three jobs."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import Any

import httpx
import pytest

from roleferry.entrypoints.cli.main import main
from tests.samples.files import MARKETER_JOB, SURGEON, docx, two_column_pdf

_PROGRAM = (sys.executable, "-m", "roleferry.entrypoints.cli.main")


@pytest.fixture
def service(fresh_database_url: str, redis_url: str, tmp_path: Path) -> Iterator[str]:
    """A service of two processes on a database of its own; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    environment = {
        **os.environ,
        "ROLEFERRY_ENV": "dev",
        "ROLEFERRY_HOME": str(tmp_path / "home"),
        "ROLEFERRY_PORT": port,
        "DATABASE_URL": fresh_database_url,
        "REDIS_URL": redis_url,
    }
    log = (tmp_path / "log").open("wb")
    processes = [
        subprocess.Popen([*_PROGRAM, name], env=environment, stdout=log, stderr=log) for name in ("serve", "worker")
    ]
    try:
        _wait(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(30)
        log.close()


def _wait(url: str) -> None:
    deadline = time.monotonic() + 90
    pause = Event()
    with httpx.Client(timeout=30, trust_env=False) as http:
        while time.monotonic() < deadline:
            with suppress(httpx.TransportError):
                if http.get(f"{url}/health/ready").is_success:
                    return
            pause.wait(0.2)  # two processes are starting on the cores this would otherwise take
    pytest.fail("the service did not come up")


def _demo(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> Any:
    assert main(["demo", "--json", *arguments]) == status
    return json.loads(capsys.readouterr().out)


def test_people_and_jobs_of_many_kinds_come_to_an_honest_end(
    service: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "report.html"
    told = _demo(capsys, "--url", service, "--html", str(page))
    _went_well(told)
    assert "viewport" in page.read_text("utf-8")
    for name, data in (("two.pdf", two_column_pdf()), ("m.docx", docx()), ("j.txt", MARKETER_JOB.encode())):
        (tmp_path / name).write_bytes(data)
    _went_well(_demo(capsys, "--url", service, "--resume", str(tmp_path / "two.pdf")))
    _went_well(_demo(capsys, "--url", service, "--resume", str(tmp_path / "m.docx"), "--job", str(tmp_path / "j.txt")))
    (tmp_path / "surgeon.txt").write_text(SURGEON, "utf-8")
    stranger = _demo(capsys, "--url", service, "--resume", str(tmp_path / "surgeon.txt"))
    assert (stranger["outcome"], stranger["pairs"], stranger["mails"]) == ("not_sent", [], [])
    assert stranger["match"]["score"] < 15
    assert "Nothing was written or sent" in stranger["said"]
    (tmp_path / "empty.txt").write_text("", "utf-8")
    failed = _demo(capsys, "--url", service, "--resume", str(tmp_path / "empty.txt"), status=1)
    assert failed["outcome"] == "failed"
    assert "text" in failed["said"]


def _went_well(told: Any) -> None:
    assert told["outcome"] == "sent", told["said"]
    assert [mail["status"] for mail in told["mails"] if not mail["sent_at"]] == []
    assert len(told["mails"]) == 8
    assert all(pair["solution_text"] for pair in told["pairs"])
    assert all(mail["address"].endswith(".example") for mail in told["mails"])
    assert all("sample address of the demo" in mail["body"] for mail in told["mails"])
    days = [(mail["sent_at"][:10], mail["step"]) for mail in told["mails"]]
    assert len(days) == 8


def test_without_a_service_one_sentence_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    told = _demo(capsys, "--url", "http://127.0.0.1:9", status=1)
    assert "make run" in told["said"]
    assert main(["demo", "--resume", "/nowhere/resume.pdf"]) == 1
    assert "check the path" in capsys.readouterr().err
