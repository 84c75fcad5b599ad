"""How papers are laid out is data: each value with its source, read at its edges, kept for old papers."""

from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest

from application.intake.programme_files import load
from documents.papers.format_rules import rules
from tests.architecture.tree import ROOT
from words.language import find

FILE = ROOT / "documents" / "papers" / "format_rules" / "format_rules.yaml"
VERSIONS = rules.known().versions


@pytest.fixture
def tree():
    return deepcopy(load(Path(FILE))[0])


@pytest.mark.parametrize("at", range(len(VERSIONS)))
def test_a_version_holds_from_its_day_until_the_next(at):
    version = VERSIONS[at]
    before = VERSIONS[at - 1] if at else None

    assert rules.rules_on(version.since) == version
    assert rules.rules_on(version.since - timedelta(days=1)) == before


def test_the_newest_version_holds_from_now_on():
    assert rules.rules_on(date(2100, 12, 31)) == VERSIONS[-1]


def test_what_a_version_does_not_say_stands_as_before():
    old, new = VERSIONS

    assert old.page == new.page
    assert (old.recipients_separator.value, new.recipients_separator.value) == (",", ";")
    assert (old.assumed, new.assumed) == (False, True)


def test_a_value_is_replaced_with_its_source():
    old, new = VERSIONS

    assert (old.recipients_separator.source, new.recipients_separator.source) == ("HD-36", "HD-05")
    assert new.number_colon == rules.Rule(value=False, source="QD-399")


def test_every_value_has_a_source_and_what_bontot_chose_is_assumed():
    for version in VERSIONS:
        for path, each in rules.values_of(version):
            assert each.source in rules.known().sources, path
            assert each.assumed or each.source != "bontot", path


def test_an_instrument_is_named_with_its_day():
    named = [source for source in rules.known().sources.values() if source.number]

    assert named
    assert all(source.on for source in named)


def test_a_version_is_not_older_than_its_instrument():
    for version in VERSIONS:
        assert rules.known().sources[version.source].on <= version.since


@pytest.mark.parametrize(
    "place", [(), ("page",), ("page", "top"), ("sizes",), ("organs", "cell"), ("signature",)]
)
def test_an_unknown_key_is_refused(tree, place):
    found = tree["versions"][0]
    for name in place:
        found = found[name]
    found["colour"] = {"value": 1, "source": "HD-36"}

    with pytest.raises(msgspec.ValidationError, match="colour"):
        rules.read(tree)


def test_an_unknown_key_beside_the_versions_is_refused(tree):
    with pytest.raises(msgspec.ValidationError, match="colours"):
        rules.read({**tree, "colours": {}})


def test_a_value_that_is_none_is_refused(tree):
    tree["versions"][0]["page"]["top"]["value"] = "wide"

    with pytest.raises(msgspec.ValidationError, match="float"):
        rules.read(tree)


def test_a_value_without_a_source_is_refused(tree):
    del tree["versions"][0]["page"]["top"]["source"]

    with pytest.raises(msgspec.ValidationError, match="source"):
        rules.read(tree)


def test_a_source_that_is_not_there_is_refused(tree):
    tree["versions"][1]["recipients_separator"]["source"] = "HD-99"

    with pytest.raises(ValueError, match="HD-05 recipients_separator: no source HD-99"):
        rules.read(tree)


def test_versions_out_of_order_are_refused(tree):
    tree["versions"][1]["since"] = tree["versions"][0]["since"]

    with pytest.raises(ValueError, match="HD-05 is not after HD-36"):
        rules.read(tree)


def test_every_organ_that_issues_has_words():
    for version in VERSIONS:
        for organ, each in version.organs.items():
            assert find(f"organ.{each.files or organ}", "vi")
