"""Everything that does not fit is told at once, and a value that is not offered with what is."""

import pytest

from application.commands.request import Request, payload_of
from application.intake.scenario import read_line
from domain.catalogue import VERBS
from domain.refusal import RefusedError
from words.sentences import sentence


def refusals_of(verb, data):
    request = Request(verb=verb, actor="a", reason="r", command_id="c", data=data)
    with pytest.raises(RefusedError) as error:
        payload_of(request, VERBS[verb])
    return error.value.refusals


def test_everything_that_does_not_fit_is_told_at_once():
    evidence = [{"document": "X", "on": "31/02/2024"}, {"document": 3}]
    told = refusals_of(
        "find-defect", {"ground": 1, "statement": 5, "evidence": evidence, "nodes": "I.1", "zzz": 1}
    )

    assert [each.about for each in told] == [
        "zzz", "evidence[0].on", "ground", "nodes", "statement", "evidence[1].document",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("verb", "field", "typed", "vi", "en"),
    [
        ("claim-level", "level", "Đạt", "Đạt (PASS) và Không đạt (FAIL)", "(PASS)"),
        ("claim-level", "level", "khong dat", "Không đạt (FAIL) và Đạt (PASS)", "(FAIL)"),
        ("give-opinion", "stance", "disagre", "không đồng ý (disagree)", "(disagree), "),
        ("give-mandate", "power", None, "được ký (act)", "(act)"),
        ("give-mandate", "power", 3, "được ký (act)", "(act)"),
    ],
)
def test_a_value_that_is_not_offered_is_told_with_those_that_are_the_nearest_first(
    verb, field, typed, vi, en
):
    [told] = [each for each in refusals_of(verb, {field: typed}) if each.about == field]

    assert f": {vi}" in sentence(told, "vi") + ": "
    assert en in sentence(told, "en")


@pytest.mark.parametrize("value", ["1,500", "nhiều", [1]])
def test_what_is_no_number_is_told_so(value):
    marks = [{"node": "I.1", "points": value}]
    told = refusals_of("submit-sheet", {"sheet": {"marks": marks}})

    assert [each.about for each in told] == ["sheet.marks[0].points"]


def test_a_day_that_is_none_is_told_with_what_is_typed_for_it():
    [told] = refusals_of("give-mandate", {"mandate": "m", "organ": "CB/cell", "until": "mai"})

    assert "(until)" in sentence(told, "vi")


@pytest.mark.parametrize(
    ("verb", "data", "called"),
    [
        ("record-meeting", {"minutes": "90 phút"}, "Thời lượng (phút) (minutes)"),
        ("record-meeting", {"minutes": -1, "meeting": "m", "present": []}, "Thời lượng (phút) (minutes)"),
        ("register-person", {"name": "A"}, "Mã người (person)"),
        ("return-dossier", {"due_on": "31/02/2024"}, "Hạn bổ sung (due_on)"),
        ("register-person", {"persn": "a", "name": "A"}, "Mã người (person)"),
        ("file-plan", {"document": {"document": 3}}, "Văn bản › Loại văn bản (document)"),
        ("give-mandate", {"organ": 3}, "Cơ quan (organ)"),
    ],
)  # fmt: skip
def test_a_field_is_called_as_the_form_of_its_command_calls_it(verb, data, called):
    told = " ".join(sentence(each, "vi") for each in refusals_of(verb, data))

    assert called in told


def test_a_line_tells_everything_that_does_not_fit_and_three_keys_at_most():
    with pytest.raises(RefusedError) as error:
        read_line('{"do": "comment", "by": 3, "expect": "dne", "zzzzz": 1, "data": []}')
    told = error.value.refusals

    assert [(each.code, str(each.values["field"])) for each in told] == [
        ("line_key_unknown", "zzzzz"), ("line_key_unfit", "by"), ("line_key_unfit", "data"),
        ("line_key_unfit", "expect"),
    ]  # fmt: skip
    assert len(told[0].values["nearest"].value) == 3
    assert "bontot play --help" in sentence(told[0], "vi")
    assert "(done)" in sentence(told[3], "en")


@pytest.mark.parametrize("text", ["[1]", "{", '"x"'])
def test_what_is_no_line_is_told_so(text):
    with pytest.raises(RefusedError) as error:
        read_line(text)

    assert [each.code for each in error.value.refusals] == ["line_unreadable"]
