"""Captured mail keeps the promises that real mailers keep."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from roleferry.adapters.captured_mail import CapturedMailer
from roleferry.ports.mail import Mailer
from tests.contracts.mailer import Arrived, MailerContract


class TestCapturedMail(MailerContract):
    @pytest.fixture
    def mailer(self, tmp_path: Path) -> Mailer:
        self.folder = tmp_path
        return CapturedMailer(tmp_path)

    def arrived(self) -> Sequence[Arrived]:
        return [Arrived(path.read_bytes(), "zoe@firm.example", {}) for path in self.folder.rglob("*.eml")]
