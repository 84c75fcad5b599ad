"""Which refusals no test names: a code that no test expects may be raised wrongly, or never."""

import re

from tests.architecture.tree import ROOT

CODE = re.compile(r'^msgid "refusal\.([a-z0-9_]+)"', re.MULTILINE)
NAMED = re.compile(r'"([a-z0-9_]+)"')


def codes():
    return set(CODE.findall((ROOT / "words" / "en.po").read_text(encoding="utf-8")))


def shown():
    """Codes that stand in a test as a text of their own, this file left aside."""
    files = [
        file for file in (ROOT / "tests").rglob("*.py") if file.name != "test_refusals_shown.py"
    ]
    return {name for file in files for name in NAMED.findall(file.read_text(encoding="utf-8"))}


def test_every_refusal_is_named_by_a_test():
    assert codes() - shown() == set()


def test_a_code_that_no_test_names_would_be_found():
    assert "a_code_that_no_test_names" not in shown()
    assert "reason_missing" in shown() & codes()
