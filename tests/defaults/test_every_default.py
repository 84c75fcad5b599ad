"""Every default has a test of its own, named by its id: `test_d05_…`."""

import re
from pathlib import Path

import pytest

from tests.programmes.files import tree

DEFAULTS = tree("defaults/defaults.yaml")
TESTED = set(
    re.findall(
        r"^def test_d(\d\d)_",
        "\n".join(file.read_text() for file in Path(__file__).parent.glob("test_*.py")),
        re.MULTILINE,
    )
)


@pytest.mark.parametrize("default", DEFAULTS)
def test_a_default_is_tested_under_its_own_name(default):
    assert default.removeprefix("D-") in TESTED
