"""docs/journey.md, walked from top to bottom as a newcomer pastes it, answers what it says it answers."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.service import running_service

_PAGE = Path(__file__).parents[2] / "docs" / "journey.md"
_BLOCK = re.compile(r"```sh\n(?P<commands>.*?)```(?:\n\n```(?P<kind>console|text)\n(?P<answer>.*?)```)?", re.DOTALL)
"""Commands and, under them, what they answered: `console` holds for everybody, `text` differs from person to person."""
_END = "=== end of block ==="


@pytest.mark.needs("curl")
@pytest.mark.timeout(300)  # a hundred commands, each a process, on whatever cores are left
def test_the_page_says_what_really_happens(fresh_database_url: str, redis_url: str, tmp_path: Path) -> None:
    with running_service(fresh_database_url, redis_url, tmp_path, worker=True) as url:
        _walk(url, tmp_path)


def _walk(url: str, folder: Path) -> None:
    blocks = list(_BLOCK.finditer(_PAGE.read_text(encoding="utf-8")))
    script = "".join(f"{block['commands']}\necho '{_END}'\n" for block in blocks)
    port = str(urlsplit(url).port)
    walked = subprocess.run(
        [shutil.which("bash") or "bash", "-c", script],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "ROLEFERRY_PORT": port},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (walked.returncode, walked.stderr) == (0, "")
    answers = walked.stdout.split(_END)
    assert len(answers) == len(blocks) + 1 > 20
    for block, answer in zip(blocks, answers, strict=False):
        if block["kind"] == "console":
            assert [said for said in _said(block["answer"]) if said not in answer] == [], answer


def _said(excerpt: str) -> Iterator[str]:
    """Yield what an excerpt quotes, between its `…`."""
    for line in excerpt.splitlines():
        yield from (part.strip() for part in re.split(r"…,?", line) if len(part.strip()) > 1)
