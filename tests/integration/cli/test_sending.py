"""`roleferry hold`, `roleferry release`, and what `roleferry doctor` says of it."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from roleferry.entrypoints.cli.main import main


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, fresh_database_url: str, redis_url: str, tmp_path: Path) -> None:
    for name, value in {
        "DATABASE_URL": fresh_database_url,
        "REDIS_URL": redis_url,
        "ROLEFERRY_ENV": "dev",
        "ROLEFERRY_HOME": str(tmp_path),
        "ROLEFERRY_LOG_LEVEL": "error",
    }.items():
        monkeypatch.setenv(name, value)


def test_the_kill_switch_is_at_the_command_line_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hold", "--why", "somebody complained"]) == 0
    assert "nothing leaves" in capsys.readouterr().out
    main(["doctor"])
    assert "held: somebody complained" in " ".join(capsys.readouterr().out.split())
    assert main(["release", "--why", "looked at it"]) == 0
    assert "mail leaves again" in capsys.readouterr().out
    assert main(["release", "--why", "looked at it"]) == 1
    assert "sending is not held" in capsys.readouterr().err
    assert main(["hold", "--why", "asked us to", "--user", str(uuid4())]) == 1
    assert "there is no such person" in capsys.readouterr().err
