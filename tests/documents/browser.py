"""Chromium, if the machine has it: what a page really looks like and how it prints."""

import os
import shutil
import subprocess
import tempfile

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
DEMANDED = "chromium" in os.environ.get("BONTOT_DEMANDS", "").split(",")
ALWAYS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--no-first-run",
)  # fmt: skip


def browser():
    """The command; without it the test is skipped, or fails where it is demanded."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and DEMANDED:
        pytest.fail("Chromium is demanded (BONTOT_DEMANDS) and is not there")
    if found is None:
        pytest.skip("Chromium is not there: pages are not looked at in a browser")
    return found


def run(*arguments):
    """What Chromium prints, in a profile of its own that is thrown away."""
    command = browser()
    with tempfile.TemporaryDirectory(
        prefix="bontot-browser-", ignore_cleanup_errors=True
    ) as profile:
        whole = [command, *ALWAYS, f"--user-data-dir={profile}", *arguments]
        return subprocess.run(whole, capture_output=True, timeout=180, check=True).stdout
