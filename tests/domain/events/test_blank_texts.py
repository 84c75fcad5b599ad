"""A text that is what an act is for: nothing but blanks says nothing."""

import msgspec
import pytest

from domain.catalogue import VERBS
from domain.events import details as d
from domain.events.blank_texts import blank_refusals
from tests.domain.case.asking import a_case, refused


@pytest.mark.parametrize(
    ("verb", "data", "code", "field"),
    [
        ("explain", {"explanation": " "}, "statement_missing", "explanation"),
        ("comment", {"comment": "\n"}, "statement_missing", "comment"),
        ("conclude-inspection", {"conclusion": "", "in_order": True}, "statement_missing", "conclusion"),
        ("register-example", {"commitment": " "}, "statement_missing", "commitment"),
        ("file-petition", {"petition": "p", "subject_matter": " "}, "statement_missing", "subject_matter"),
        ("register-person", {"person": "a", "name": " "}, "statement_missing", "name"),
        ("record-visit", {"person": "a", "purpose": ""}, "statement_missing", "purpose"),
        ("confirm-recognition", {"number": " "}, "number_missing", "number"),
        ("issue-certificate", {"reward": "r", "number": ""}, "number_missing", "number"),
    ],
)  # fmt: skip
def test_a_text_that_an_act_is_for_is_not_blank(verb, data, code, field):
    assert [
        (each.code, each.about)
        for each in blank_refusals(msgspec.convert(data, VERBS[verb].payload))
    ] == [(code, field)]


def test_a_text_beside_what_an_act_is_for_may_be_left_blank():
    assert not [*blank_refusals(d.Claim(level="PASS", departure=" "))]
    assert not [*blank_refusals(d.Correction(of_position=1, field="until", value=""))]


def test_a_blank_text_is_told_with_every_other_reason():
    found = refused(a_case("recognised"), "comment", d.Comment(comment=" "), reason=" ")

    assert found == {"reason_missing", "statement_missing"}
