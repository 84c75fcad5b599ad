"""Names in the data of a command: a name is read as the code of whoever has it alone, at any depth."""

from __future__ import annotations

import json

import pytest

from application.commands.handle import handle
from application.commands.misfits import chosen
from application.commands.names_in_data import reader_of, with_codes_in_data
from application.commands.request import Request
from application.running.world import newest_world
from domain.catalogue import VERBS
from domain.events.details import ConsultationRequest, Finding, Opinion
from domain.refusal import RefusedError
from tests.application.systems import a_system, played
from tests.support import small_year
from words.sentences import sentence

PERSONS = {"ha-1": "Bùi Thị Lan", "ha-2": "Bùi Thị Lan", "duc": "Trần Minh Đức"}


def more():
    line = {"by": "quan-tri", "reason": "r", "at": "2024-01-06T09:00"}
    for code, name in PERSONS.items():
        yield {**line, "do": "register-person", "data": {"person": code, "name": name}}


@pytest.fixture(scope="module")
def system(tmp_path_factory):
    folder = tmp_path_factory.mktemp("names")
    system = a_system(f"sqlite:///{folder}/log.sqlite")
    assert played(system, folder / "up.jsonl", small_year.set_up(), more()) == []
    yield system
    system.close()


def read(system, verb, data):
    read, reasons = with_codes_in_data(data, VERBS[verb], newest_world(system))
    return read, [(each.code, each.about) for each in reasons]


ORGAN, OFFICE = "Đơn vị CB/Chi ủy", "đơn vị db/committee_office"


@pytest.mark.parametrize(
    ("verb", "named", "coded"),
    [
        ("start-membership", {"unit": "Đơn vị CB"}, {"unit": "CB"}),
        (
            "register-unit", {"parent": "don vi db", "predecessors": ["Đơn vị CB"]},
            {"parent": "DB", "predecessors": ["CB"]},
        ),
        ("split-unit", {"into": ["cb", "Đơn vị DB"]}, {"into": ["CB", "DB"]}),
        ("set-pilot-list", {"units": ["Đơn vị CB"]}, {"units": ["CB"]}),
        ("give-mandate", {"organ": ORGAN}, {"organ": "CB/cell_committee"}),
        ("open-consultation", {"bodies": [OFFICE]}, {"bodies": ["DB/committee_office"]}),
        ("close-consultation", {"silent": {OFFICE: "r"}}, {"silent": {"DB/committee_office": "r"}}),
        (
            "record-meeting", {"present": ["Trần Minh Đức", "ha-2"], "exempt": ["tran minh duc"]},
            {"present": ["duc", "ha-2"], "exempt": ["duc"]},
        ),
        ("decide", {"voters": ["DUC"]}, {"voters": ["duc"]}),
        ("commend", {"person": "Trần Minh Đức", "unit": "đơn vị cb"}, {"person": "duc", "unit": "CB"}),
        ("extend-deadline", {"subject": "unit:Đơn vị CB"}, {"subject": "unit:CB"}),
        ("record-breach", {"member": "member:Trần Minh Đức"}, {"member": "member:duc"}),
        (
            "record-discipline", {"against": "member", "subject": "Trần Minh Đức"},
            {"against": "member", "subject": "duc"},
        ),
        (
            "record-discipline", {"against": "organisation", "subject": "unit:Đơn vị CB"},
            {"against": "organisation", "subject": "unit:CB"},
        ),
        (
            "record-discipline", {"against": "organisation", "subject": "Đơn vị CB"},
            {"against": "organisation", "subject": "CB"},
        ),
    ],
)  # fmt: skip
def test_a_name_is_read_as_its_code(system, verb, named, coded):
    assert read(system, verb, named) == (coded, [])
    assert read(system, verb, coded) == (coded, [])


@pytest.mark.parametrize(
    ("verb", "field", "typed", "code"),
    [
        ("start-membership", "standing", "chính thức", "FULL"), ("start-membership", "standing", "full", "FULL"),
        ("start-membership", "standing", "Probationary", "PROBATIONARY"),
        ("claim-level", "level", "Đạt", "PASS"), ("claim-level", "level", "không đạt", "FAIL"),
        ("import-classification", "level", "Hoàn thành xuất sắc nhiệm vụ", "EXCELLENT"),
        ("revoke", "effect", "từ khi huỷ bỏ", "from_now"), ("give-opinion", "stance", "đồng ý", "agree"),
        ("give-mandate", "power", "được ký", "act"), ("give-mandate", "power", "set_up", "set_up"),
    ],
)  # fmt: skip
def test_a_choice_is_typed_by_its_word_too(system, verb, field, typed, code):
    assert read(system, verb, {field: typed}) == ({field: code}, [])


@pytest.mark.parametrize(
    ("typed", "code"),
    [("DOC-INSP", "DOC-INSP"), ("kết luận kiểm tra, giám sát", "DOC-INSP"), ("", ""), ("doc-min", "DOC-MIN")],
)  # fmt: skip
def test_a_paper_is_typed_by_its_code_or_its_word(system, typed, code):
    data, coded = {"documents": [{"document": typed}]}, {"documents": [{"document": code}]}

    assert read(system, "submit-dossier", data) == (coded, [])


@pytest.mark.parametrize(
    ("typed", "near"), [("Kết luận", "(DOC-INSP)"), ("Báo cáo", "(DOC-REPORT)"), ("DOC-X", "(DOC-")]
)
def test_what_is_no_paper_is_told_with_the_nearest(system, typed, near):
    data = {"evidence": [{"document": "DOC-INSP"}, {"document": typed}]}
    _, reasons = with_codes_in_data(data, VERBS["find-defect"], newest_world(system))

    assert [(each.code, each.about) for each in reasons] == [
        ("document_unknown", "evidence[1].document")
    ]
    assert near in sentence(reasons[0], "vi")


@pytest.mark.parametrize(
    ("typed", "code"),
    [("admissions", "admissions"), ("targets_met", "targets_met"), ("Tỷ lệ chỉ tiêu hoàn thành", "targets_met")],
)  # fmt: skip
def test_a_figure_is_one_that_a_published_programme_knows(system, typed, code):
    assert read(system, "report-figure", {"measure": typed}) == ({"measure": code}, [])


def test_a_figure_that_no_programme_knows_is_told_with_the_nearest(system):
    data = {"measure": "targets_mett"}
    _, reasons = with_codes_in_data(data, VERBS["report-figure"], newest_world(system))

    assert [(each.code, each.about) for each in reasons] == [("measure_unknown", "measure")]
    assert "targets_met (Tỷ lệ chỉ tiêu hoàn thành)" in sentence(reasons[0], "vi")


@pytest.mark.parametrize("typed", ["đồng", "", "agree or not"])
def test_what_is_none_of_the_choices_is_left_to_be_refused(system, typed):
    assert read(system, "give-opinion", {"stance": typed}) == ({"stance": typed}, [])


def test_words_of_one_sound_choose_neither():
    assert chosen("stance", "AGREE", ["agree", "Agree"]) == "AGREE"
    assert chosen("stance", "agree", ["agree", "Agree"]) == "agree"


def test_every_name_that_is_none_or_of_two_is_told_with_its_place(system):
    data = {"present": ["Bùi Thị Lan", "duc"], "excused": ["Không Ai Cả"]}
    reading, codes = read(system, "record-meeting", data)

    assert reading == data
    assert codes == [("person_unclear", "present[0]"), ("person_unknown", "excused[0]")]


def test_an_organ_that_is_none_is_told_with_those_there_are(system):
    _, reasons = with_codes_in_data({"organ": "CB"}, VERBS["give-mandate"], newest_world(system))

    assert [each.about for each in reasons] == ["organ"]
    assert "CB/cell_committee (Chi ủy)" in sentence(reasons[0], "vi")


def test_what_is_of_another_kind_or_names_nobody_is_left_as_it_is(system):
    data = {"present": "duc", "minutes": 90, "resolution": "Trần Minh Đức", "zzz": ["Đơn vị CB"]}

    assert read(system, "record-meeting", data) == (data, [])


def asked(verb, **more):
    return Request(verb=verb, actor="quan-tri", reason="r", command_id=str(more), **more)


def test_the_log_keeps_codes_and_no_name(system):
    data = {"unit": "Đơn vị CB", "is_leader": False}
    done = handle(system, asked("start-membership", target="Trần Minh Đức", data=data))
    row = system.ledger.stream(done.stream)[-1]

    assert done.stream == "person:duc"
    assert json.loads(row.state)["unit"] == "CB"
    assert "Đơn vị" not in row.state.decode()


def test_names_are_told_beside_what_else_does_not_fit(system):
    data = {"organ": "Đơn vị QQ/cell", "power": "x"}
    with pytest.raises(RefusedError) as error:
        handle(system, asked("give-mandate", target="duc", data=data))

    told = [(each.code, each.about) for each in error.value.refusals]
    assert told[0] == ("unit_unknown_nearest", "organ")
    assert ("payload_unreadable", "mandate") in told


def test_only_a_field_that_names_somebody_is_read_so_in_a_correction():
    assert reader_of(Opinion, "body")
    assert reader_of(Opinion, "opinion") is None
    assert reader_of(Finding, "statement.x") is None
    assert reader_of(ConsultationRequest, "effective_on") is None
