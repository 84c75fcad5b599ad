"""Which refusals no test names: a code that no test expects may be raised wrongly, or never."""

import re

from tests.architecture.tree import ROOT

CODE = re.compile(r'^msgid "refusal\.([a-z0-9_]+)"', re.MULTILINE)
NAMED = re.compile(r'"([a-z0-9_]+)"')
NOT_SHOWN_YET = frozenset(
    {
        "against_breach",
        "against_claim",
        "against_inspection",
        "against_worse",
        "classification_final",
        "correction_field_unknown",
        "delegation_outlives",
        "effect_unknown",
        "line_not_refused",
        "no_pilot",
        "nobody_named_nearest",
        "person_unknown_nearest",
        "programme_faulty",
        "programme_file_missing",
        "reward_not_given",
        "scenario_before_opening",
        "scenario_of_another_registrar",
        "seal_without_review",
        "table_too_large",
        "target_missing",
        "times_in_real_log",
        "unit_unclear",
        "version_missing",
    }
)
"""Only taken from, never added to."""


def codes():
    return set(CODE.findall((ROOT / "words" / "en.po").read_text(encoding="utf-8")))


def shown():
    """Codes that stand in a test as a text of their own, this file left aside."""
    files = [
        file for file in (ROOT / "tests").rglob("*.py") if file.name != "test_refusals_shown.py"
    ]
    return {name for file in files for name in NAMED.findall(file.read_text(encoding="utf-8"))}


def test_every_refusal_is_named_by_a_test():
    assert codes() - shown() - NOT_SHOWN_YET == set()


def test_a_code_that_no_test_names_would_be_found():
    assert "a_code_that_no_test_names" not in shown()
    assert "reason_missing" in shown() & codes()
