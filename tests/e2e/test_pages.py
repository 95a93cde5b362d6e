"""The pages people see, in a real browser: they stand without any other server, and say what they are for."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=4000",
)


def rendered(url: str, profile: Path, *, width: int = 1280) -> str:
    """Return the document as the browser has it after loading."""
    browser = shutil.which("chromium") or "chromium"
    command = [browser, *_FLAGS, f"--user-data-dir={profile}", f"--window-size={width},900", "--dump-dom", url]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=100).stdout


@pytest.mark.needs("chromium")
def test_the_api_pages_show_every_operation_with_no_internet(service_url: str, tmp_path: Path) -> None:
    page = rendered(f"{service_url}/docs", tmp_path)
    for operation in ("LaunchCampaign", "UploadResume", "GetOverview"):
        assert f'id="{operation}"' in page
    assert not re.findall(r'(?:src|href)="https?://', page)


@pytest.mark.needs("chromium")
def test_an_unknown_opt_out_link_says_what_to_do(service_url: str, tmp_path: Path) -> None:
    page = rendered(f"{service_url}/u/nothing", tmp_path, width=390)
    assert "We do not know this link" in page
    assert "unsubscribe" in page
    assert "<script" not in page
