"""A reason is about a field that some command really has, and only reasons that are given are listed."""

import ast

import msgspec
import pytest

from domain.catalogue import VERBS
from domain.refusal_fields import ABOUT
from tests.architecture.tree import parsed, python_files

REQUEST = {"reason", "on", "organ", "signed_by", "actor"}
FIELDS = {field.name for verb in VERBS.values() for field in msgspec.structs.fields(verb.payload)}
SPELLED = {
    node.value
    for name in python_files("domain", "application")
    if name != "domain/refusal_fields.py"
    for node in ast.walk(parsed(name))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}


@pytest.mark.parametrize(("code", "about"), ABOUT.items())
def test_a_reason_is_about_a_field_that_is_there(code, about):
    assert about.partition(".")[0] in FIELDS | REQUEST
    assert code in SPELLED
