"""The quick tests are folders that are there."""

import re

from tests.architecture.tree import ROOT


def test_every_folder_of_the_quick_tests_is_there():
    script = (ROOT / "scripts" / "test").read_text(encoding="utf-8")
    folders = re.findall(r"tests/[a-z_/]+", script.partition("--quick ]")[2])

    assert len(folders) > 3
    assert [each for each in folders if not list((ROOT / each).glob("**/test_*.py"))] == []
