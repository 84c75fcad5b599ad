"""Where data do not fit is told as a person counts and calls it, in every list and mapping of every command."""

import pytest

from application.commands.door import at_the_door
from application.commands.field_words import place_in
from application.commands.payload import payload_from
from application.commands.request import Request
from application.questions.forms import fields_of
from domain.catalogue import VERBS
from domain.refusal import RefusedError
from words.kinds import Said
from words.language import LANGUAGES
from words.sentences import of, sentence

MARKS = [{"node": "III.1"}, {"node": "III.2"}, {"node": "III.3", "points": "nhiều"}]


def refused(verb, data):
    with pytest.raises(RefusedError) as error:
        payload_from(data, VERBS[verb])
    return [sentence(each, "vi") for each in error.value.refusals]


@pytest.mark.parametrize(
    ("verb", "data", "called"),
    [
        ("submit-sheet", {"sheet": {"marks": MARKS}}, "“Bảng chấm điểm › Mục chấm điểm 3 (III.3) › Điểm (points)”"),
        ("submit-sheet", {"sheet": {"marks": [*MARKS[:2], {"node": "III.3", "pionts": 1}]}},
         "“Bảng chấm điểm › Mục chấm điểm 3 (III.3) › pionts”"),
        ("submit-sheet", {"sheet": {"marks": [{"node": "I.1", "points": -1}]}},
         "“Bảng chấm điểm › Mục chấm điểm 1 (I.1) › Điểm (points)”"),
        ("submit-dossier", {"documents": [{"document": "DOC-REPORT", "on": "31/02/2024"}]},
         "“Tài liệu 1 (Báo cáo kết quả thực hiện mô hình"),
        ("adopt-aggregate", {"sheet": {"marks": []}, "mean": {"III.3": "nhiều"}}, "“Điểm trung bình (III.3)”"),
        ("close-consultation", {"silent": {"DU/cell": ["a"]}}, "“Lý do cơ quan không trả lời ("),
        ("record-meeting", {"meeting": "m", "minutes": 1, "present": ["a", 3]}, "“Người có mặt 2”"),
    ],
)  # fmt: skip
def test_a_place_says_which_item_and_what_it_is_about(verb, data, called):
    told = " ".join(refused(verb, data))

    assert called in told
    assert "[" not in told


def test_what_is_turned_away_at_the_door_is_told_so_too():
    data = {"sheet": {"marks": [{"node": "I.1", "remark": "\x07"}]}}
    request = Request(verb="submit-sheet", actor="a", reason="r", command_id="c", data=data)
    with pytest.raises(RefusedError) as error:
        at_the_door(request)

    [told] = [sentence(each, "vi") for each in error.value.refusals]
    assert "“Bảng chấm điểm › Mục chấm điểm 1 (I.1) › " in told


def places(fields, path=""):
    """The path of the second item of every list, and of what stands below a key, however deep."""
    for field in fields:
        at = f"{path}{field.name}"
        if field.many:
            at += ".x" if field.keyed_by else "[1]"
            yield at
        yield from places(field.fields, f"{at}.")


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_no_list_counts_from_nought_and_none_is_told_in_dots(verb):
    for path in places(fields_of(VERBS[verb])):
        for language in LANGUAGES:
            told = of(Said("typed_field", place_in(VERBS[verb], {}, path)), language)

            assert "[" not in told
            assert "." not in told
            assert ("2" in told) == ("[1]" in path)
