"""docs/glossary.md has every name that people meet, and one word for each."""

import json
from collections import Counter

import pytest

from domain.catalogue import VERBS
from domain.checks.references import BUILT_IN_ROLES
from scripts import glossary_page
from tests.architecture.tree import ROOT
from tests.programmes.files import PROGRAMMES, mappings, programme

CODES = [path.stem for path in sorted(PROGRAMMES.glob("*.yaml"))]
SECTIONS = glossary_page.sections()


def known(*sections):
    return {term.identifier for name in sections for term in SECTIONS[name].terms}


def named(code, part):
    return {*(programme(code).get(part) or {})}


def valued(code, key):
    """What stands under a key anywhere in a programme file, where it is a name."""
    found = (each.get(key) for each in mappings(programme(code)))
    return {value for value in found if isinstance(value, str)}


def test_the_page_equals_its_drawing():
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    assert page == glossary_page.draw()


def test_every_verb_is_in_the_glossary():
    assert set(VERBS) - known("verb") == set()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("part", ["stages", "titles", "subjects"])
def test_every_name_of_a_programme_is_in_the_glossary(code, part):
    assert named(code, part) - known(part) == set()


@pytest.mark.parametrize("code", CODES)
def test_every_role_of_a_programme_is_in_the_glossary(code):
    assert named(code, "roles") | set(BUILT_IN_ROLES) <= known("roles")


@pytest.mark.parametrize("code", CODES)
def test_every_organ_that_holds_a_role_is_in_the_glossary(code):
    assert valued(code, "organ") - known("organ") == set()


@pytest.mark.parametrize("code", CODES)
def test_every_kind_of_unit_that_a_role_is_looked_for_at_is_in_the_glossary(code):
    nearest = {of.removeprefix("nearest:") for of in valued(code, "of") if ":" in of}
    kinds = {kind for each in nearest for kind in each.split("|") if kind.isupper()}
    assert kinds - known("unit_kind") == set()


def test_every_kind_of_unit_in_the_samples_is_in_the_glossary():
    samples = [path.read_text("utf-8") for path in (ROOT / "samples").glob("*/*.jsonl")]
    lines = [json.loads(line) for text in samples for line in text.splitlines()]
    kinds = {line["data"]["kind"] for line in lines if line["do"] == "register-unit"}
    assert kinds
    assert kinds - known("unit_kind") == set()


@pytest.mark.parametrize("code", CODES)
def test_every_ground_of_revocation_is_in_the_glossary(code):
    grounds = (programme(code).get("revocation") or {}).get("grounds") or {}
    assert set(grounds) - known("grounds") == set()


@pytest.mark.parametrize("code", CODES)
def test_every_level_that_decides_is_in_the_glossary(code):
    levels = valued(code, "level") - {"criterion", "total"}
    assert levels - known("level") == set()


@pytest.mark.parametrize("name", SECTIONS)
@pytest.mark.parametrize("part", ["identifier", "vi", "en"])
def test_one_word_stands_for_one_thing(name, part):
    words = Counter(getattr(term, part).casefold() for term in SECTIONS[name].terms)
    assert [word for word, times in words.items() if times > 1] == []


def test_a_name_has_the_same_words_wherever_it_stands():
    words = {}
    for section in SECTIONS.values():
        for term in section.terms:
            words.setdefault(term.identifier, set()).add((term.vi.casefold(), term.en.casefold()))
    assert {name: said for name, said in words.items() if len(said) > 1} == {}
