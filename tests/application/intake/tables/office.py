"""LibreOffice, if the machine has it: what it shows of a workbook, cell by cell."""

import csv
import os
import shutil
import subprocess

import pytest

DEMANDED = "libreoffice" in os.environ.get("BONTOT_DEMANDS", "").split(",")
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
"""Commas, quotes, UTF-8, cells as they are shown, every sheet in a file of its own."""

AT_ONCE = 100
"""It takes no more than 247 names on one command line, and says nothing about the rest."""


def what_is_shown(workbooks, into):
    """By workbook and sheet the rows of texts; without LibreOffice skipped, or failed where it is demanded."""
    command = shutil.which("soffice")
    if command is None and DEMANDED:
        pytest.fail("LibreOffice is demanded (BONTOT_DEMANDS) and is not there")
    if command is None:
        pytest.skip("LibreOffice is not there: workbooks are not compared with what it shows")
    profile = f"-env:UserInstallation={(into / 'profile').as_uri()}"
    options = [profile, "--headless", "--convert-to", AS_SHOWN, "--outdir", str(into)]
    for begin in range(0, len(workbooks), AT_ONCE):
        some = map(str, workbooks[begin : begin + AT_ONCE])
        subprocess.run([command, *options, *some], check=True, capture_output=True, timeout=300)
    return {each.stem: _sheets(each.stem, into) for each in workbooks}


def _sheets(stem, folder):
    return {
        file.stem.removeprefix(f"{stem}-"): _rows(file) for file in folder.glob(f"{stem}-*.csv")
    }


def _rows(file):
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))
