"""What all programme files have: both languages, revocation, marked assumptions, no names."""

import hashlib
import re

import pytest

from tests.programmes.files import PROGRAMMES, TEXTS, mappings, programme, tree


@pytest.mark.parametrize("code", [*TEXTS, "an-phu"])
def test_every_label_is_in_both_languages(code):
    labels = [each for each in mappings(tree(f"{code}.yaml")) if "vi" in each or "en" in each]
    assert [label for label in labels if not (label.get("vi") and label.get("en"))] == []


@pytest.mark.parametrize("code", TEXTS)
def test_a_recognition_can_be_found_wrong_explained_confirmed_and_revoked(code):
    block = {each["step"]: each for each in programme(code)["blocks"]["revocation"]}
    assert [block[name]["to"] for name in ("find-defect", "explain")] == [
        "under_reexamination", "explained",
    ]  # fmt: skip
    kept, gone = block["confirm-recognition"], block["revoke"]
    assert (kept["to"], kept["by"], gone["to"], gone["by"]) == (
        "recognised", "issuer", "revoked", "issuer",
    )  # fmt: skip
    assert block["revoke"]["guards"] == ["explained_or_time_over"]


@pytest.mark.parametrize("code", TEXTS)
def test_a_revocation_has_the_grounds_and_effects_that_the_guidelines_leave_open(code):
    found = programme(code)["revocation"]
    assert set(found["grounds"]) == {
        "criteria_not_met", "false_achievement", "false_papers", "irregular_procedure",
        "violation_in_period",
    }  # fmt: skip
    assert found["effects"] == ["from_now", "from_date", "as_if_never"]


def test_only_kon_tum_rests_revocation_on_its_own_clause():
    grounds = {code: programme(code)["revocation"]["grounds"] for code in TEXTS}
    assert [code for code in TEXTS if "clause" in grounds[code]["criteria_not_met"]] == ["kon-tum"]


@pytest.mark.parametrize("code", TEXTS)
def test_whatever_is_assumed_names_a_default_of_the_catalogue(code):
    ids = [each["default"] for each in mappings(tree(f"{code}.yaml")) if "default" in each]
    assert ids
    assert [name for name in ids if not re.fullmatch(r"D-[0-5]\d", name)] == []


NAMES = {
    "6d019cf22c8c16f057ae35df25503ac53f4b66cf14ed53e8e9bbb3be174944bc",
    "a66d0e583167b453763e63bd93cd3c2d3493c405f0aa5e783bbb34ce6b934b9c",
    "085452ce808d774aad604027c216337f019d722b79415abb49a3dde20334d327",
    "d64dc7518a04822caf8f3c19861f7f3bd2fdeeb4eb9ffec48c1fcc0b23fb3646",
    "a948024c924c496000cf8bcb3f7c24c6cf4e3eee786eae27e2b5fdbdee30eb4d",
    "b82885c363bf9e465fac41b9e437878f5ee4c6d0a2972cf4bc663bcb7732a106",
    "e39eef2f428e7f00f10ab9d99297ba2dbcbfb245d72d7c6dd418aa37c1932197",
    "baaaaa70b158483c0fb47ef7be290ad965bf6f944362c869dffdf58e66193bc2",
    "b9be754f16912e55167e08e361aee8750b3abd5e8717d1f3d7d1b4dc4ff04a6f",
    "5ec920e64c7079065001577258f69956661d6a92a15cc0357c5560997a769dce",
}
"""SHA-256 of the full names of persons in the texts, so that they do not stand here either."""


@pytest.mark.parametrize("path", sorted(PROGRAMMES.rglob("*.yaml")), ids=lambda path: path.name)
def test_no_living_person_of_the_texts_is_named(path):
    words = re.findall(r"\w+", path.read_text("utf-8").casefold())
    phrases = (words[at : at + size] for size in (3, 4) for at in range(len(words)))
    assert [phrase for phrase in phrases if _digest(" ".join(phrase)) in NAMES] == []


def _digest(text):
    return hashlib.sha256(text.encode()).hexdigest()
