"""The README's commands are run as they stand, from an empty log, and each of them has an answer."""

import os
import re
import subprocess

from tests.architecture.tree import ROOT
from words.language import say

NOTHING = say("cli.nothing_to_show", "vi")


def snippets():
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def test_every_command_of_the_readme_works(tmp_path):
    environment = {**os.environ, "BONTOT_DATABASE": f"sqlite:///{tmp_path}/log.sqlite"}
    (tmp_path / "var").mkdir()
    assert len(snippets()) > 8

    for command in snippets():
        words = command.replace("sqlite:///var/", f"sqlite:///{tmp_path}/var/").split()
        words += ["--out", f"{tmp_path}/var/demo"] if words[-1] == "demo" else []
        done = subprocess.run(
            words,
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        assert NOTHING not in done.stdout, command
        if "search khoi" in command:
            assert "Khối các cơ quan và doanh nghiệp" in done.stdout
