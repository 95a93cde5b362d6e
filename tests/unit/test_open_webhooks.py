from __future__ import annotations

import pytest

from roleferry.entrypoints.cli.open_webhooks import open_webhooks
from roleferry.entrypoints.settings import SettingsError, load
from tests.doubles.event_senders import TOPIC


def _looked_at(*, mail_by: str = "mock", **given: str) -> dict[str, str]:
    settings = load({"ROLEFERRY_ENV": "dev", **{f"ROLEFERRY_{name.upper()}": value for name, value in given.items()}})
    return {one.vendor: one.detail for one in open_webhooks(settings, mail_by=mail_by)}


def test_nothing_is_open_until_a_proof_is_set() -> None:
    assert _looked_at() == {}


def test_the_address_to_paste_names_the_secret_and_does_not_show_it() -> None:
    found = _looked_at(
        public_url="https://rf.example", ses_topics=TOPIC, postmark_webhook_secret="s3cret" * 4, webhook_secret="w" * 24
    )
    assert found["ses"] == "open at https://rf.example/webhooks/ses"
    assert found["postmark"] == "open at https://rf.example/webhooks/postmark/<ROLEFERRY_POSTMARK_WEBHOOK_SECRET>"
    assert found["email-events"].endswith("/webhooks/email-events")
    assert "s3cret" not in str(found)
    assert "vendors" not in found


def test_a_vendor_that_sends_and_cannot_tell_is_missed_and_so_is_https() -> None:
    assert "ROLEFERRY_MAILGUN_WEBHOOK_KEY" in _looked_at(mail_by="mailgun")["mailgun"]
    assert "ROLEFERRY_PUBLIC_URL" in _looked_at(ses_topics=TOPIC)["vendors"]


def test_a_proof_that_proves_nothing_is_a_setting_that_is_wrong() -> None:
    with pytest.raises(SettingsError, match="ROLEFERRY_SES_TOPICS"):
        _looked_at(ses_topics="my-topic")
