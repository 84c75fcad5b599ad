"""A case's history: what people read of each event, and what changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from domain.events import case as c
from domain.events import details as d
from domain.events.base import Document, Mark, Outcome, Sheet
from projections.story.history import case_history, history
from tests.projections.casebook import CODEC, Casebook, correct, decide


@pytest.fixture
def book(ledger):
    return Casebook(ledger)


def told(book, stream, **asked):
    return case_history(book.ledger, stream, **asked)


def newest(book, stream, **asked):
    return told(book, stream, **asked)[-1]


def knowing(**people):
    """Who knows the names of these people, and nothing else."""
    return lambda kind, code, _language: people.get(code) if kind == "person" else None


def sheet(points):
    return Sheet(marks=[Mark(node="III.3", points=Decimal(points), remark="đã xem sổ")])


def test_an_unknown_case_has_no_history(book):
    assert told(book, "case:none") == []


def test_an_event_is_told_with_exactly_the_keys_of_the_design(book):
    stream = book.case(at="self_assessed")
    position = book.act(
        stream, c.LevelClaimed, d.Claim(level="PASS"), ("self_assessed", "claimed"), "2024-11-20",
        actor="nhap", signed_by="ky", organ="C1/cell", authority="person:ky@2", reason="đã họp",
    )  # fmt: skip
    found = newest(book, stream)
    assert found.pop("recorded_at") == book.ledger.head().recorded_at
    assert found == {
        "position": position,
        "effective_on": date(2024, 11, 20),
        "event": "level-claimed",
        "actor": "nhap",
        "signed_by": "ky",
        "organ": "C1/cell",
        "authority": "person:ky@2",
        "delegated_by": "",
        "corrected": [],
        "reason": "đã họp",
        "changes": [
            {"field": "stage", "old": "self_assessed", "new": "claimed"},
            {"field": "level", "old": None, "new": "PASS"},
        ],
        "sentence": "ky, thay mặt Chi bộ C1, tự nhận mức đạt (nhap nhập, ghi vào sổ ngày 01/12/2024).",
    }


def test_every_event_of_a_case_is_told_once_in_order(book):
    stream = book.case(at="consulted")
    decide(book, stream)
    assert [each["event"] for each in told(book, stream)] == [
        "case-opened", "directly-opened", "decision-issued",
    ]  # fmt: skip


def test_history_known_at_a_position_ends_there(book):
    stream = book.case(at="consulted")
    decide(book, stream)
    assert len(told(book, stream, upto=2)) == 2


def test_english_is_told_on_request_and_names_where_they_are_given(book):
    stream = book.case(at="consulted")
    decide(book, stream, actor="ky")
    assert newest(book, stream, language="en", names=knowing(ky="Trần Thị Mẫu"))["sentence"] == (
        "Trần Thị Mẫu, for Party Committee of DU, decided to recognise, decision 12-QĐ/ĐU (recorded on 1 Dec 2024)."
    )
    assert newest(book, stream)["signed_by"] == "ky"


def test_a_late_step_says_when_it_was_due(book):
    stream = book.case(at="claimed")
    way = ("claimed", "submitted")
    book.act(stream, c.DossierSubmitted, d.Dossier(documents=[]), way, "2024-12-16",
             late=True, due_on=date(2024, 12, 15), actor="ky")  # fmt: skip
    assert newest(book, stream)["sentence"] == (
        "ky, thay mặt Đảng ủy DU, nộp hồ sơ đề nghị công nhận – muộn, hạn 15/12/2024"
        " (ghi vào sổ ngày 01/12/2024)."
    )


def test_changes_are_against_the_act_before_of_the_same_kind(book):
    stream = book.case(at="submitted")
    for way, number in ((("claimed", "submitted"), "1-BC"), (("returned", "submitted"), "2-BC")):
        documents = [Document(document="DOC-REPORT", number=number), Document(document="DOC-MIN")]
        event = c.DossierSubmitted if number == "1-BC" else c.DossierSupplemented
        book.act(stream, event, d.Dossier(documents=documents[: len(number)]), way, "2024-12-01")
    details = d.Dossier(
        documents=[Document(document="DOC-REPORT", number="3-BC")], channel="văn thư"
    )
    book.act(stream, c.DossierSupplemented, details, ("returned", "submitted"), "2024-12-09")
    assert newest(book, stream)["changes"] == [
        {"field": "stage", "old": "returned", "new": "submitted"},
        {"field": "documents.DOC-REPORT.number", "old": "2-BC", "new": "3-BC"},
        {"field": "channel", "old": None, "new": "văn thư"},
        {"field": "documents.DOC-MIN.document", "old": "DOC-MIN", "new": None},
    ]


def test_sheets_of_two_people_are_not_changes_of_one_another(book):
    stream = book.case()
    for person, points in (("p1", "5"), ("p2", "6"), ("p1", "7")):
        outcome = Outcome(passes=True, total=Decimal(points))
        details = d.Scoring(sheet=sheet(points), outcome=outcome)
        book.act(stream, c.IndividualSheetSubmitted, details, ("in_progress",) * 2, "2024-11-01",
                 signed_by=person)  # fmt: skip
    changed = {
        each["field"]: (each["old"], each["new"]) for each in newest(book, stream)["changes"]
    }
    assert changed == {"sheet.marks.III.3.points": ("5", "7"), "outcome.total": ("5", "7")}


def test_free_texts_are_shown_and_erased_ones_say_so(book):
    stream = book.case(at="consulting")
    details = d.ConsultationClosing(silent={"B/y": "không trả lời"})
    way = ("consulting", "consulted")
    book.act(stream, c.ConsultationClosed, details, way, "2024-12-01", reason="đủ ý kiến")
    field = {"field": "silent.B/y", "old": None}
    assert newest(book, stream)["changes"][1] == field | {"new": "không trả lời"}
    row = book.ledger.stream(stream)[-1]
    silent = CODEC.decode(row.topic, row.state).details.silent["B/y"]
    book.ledger.erase(row.position, silent)
    book.ledger.erase(row.position, row.reason)
    found = newest(book, stream)
    assert (found["changes"][1], found["reason"]) == (field | {"new": "(đã xoá)"}, "(đã xoá)")
    assert newest(book, stream, language="en")["reason"] == "(erased)"


def test_a_correction_names_the_act_the_field_and_both_values(book):
    stream = book.case(at="consulted")
    at = decide(book, stream)
    correct(book, stream, at, "number", "21-QĐ/ĐU", "recognised")
    assert newest(book, stream)["changes"] == [
        {"field": "decision-issued.number", "old": "12-QĐ/ĐU", "new": "21-QĐ/ĐU"}
    ]
    correct(book, stream, at, "effective_on", "2024-12-09", "recognised")
    assert newest(book, stream)["changes"] == [
        {"field": "decision-issued.effective_on", "old": "2024-12-05", "new": "2024-12-09"}
    ]


def test_the_next_act_is_compared_with_the_corrected_one(book):
    stream = book.case(at="consulted")
    at = decide(book, stream)
    correct(book, stream, at, "number", "21-QĐ/ĐU", "recognised")
    decide(book, stream, number="22-QĐ/ĐU")
    assert newest(book, stream)["changes"][1] == {
        "field": "number",
        "old": "21-QĐ/ĐU",
        "new": "22-QĐ/ĐU",
    }


def test_what_an_act_said_stays_in_its_own_entry_after_a_correction(book):
    stream = book.case(at="consulted")
    at = decide(book, stream)
    before = newest(book, stream)
    correct(book, stream, at, "number", "21-QĐ/ĐU", "recognised")
    after = told(book, stream)[-2]
    assert after | {"corrected": []} == before


def test_a_corrected_act_is_marked_with_what_stood_there(book):
    stream = book.case(at="consulted")
    at = decide(book, stream)
    first = correct(book, stream, at, "number", "21-QĐ/ĐU", "recognised")
    second = correct(book, stream, at, "number", "22-QĐ/ĐU", "recognised")
    assert told(book, stream)[-3]["corrected"] == [
        {"field": "number", "was": "12-QĐ/ĐU", "now": "21-QĐ/ĐU", "position": first},
        {"field": "number", "was": "21-QĐ/ĐU", "now": "22-QĐ/ĐU", "position": second},
    ]
    assert [each["corrected"] for each in told(book, stream)[-2:]] == [[], []]


def test_an_act_typed_in_on_its_own_day_says_no_other_day(book):
    stream = book.case(at="consulted")
    decide(book, stream, on="2024-12-01")
    assert "ghi vào sổ" not in newest(book, stream)["sentence"]


def test_an_act_by_delegation_says_whose_right_it_was(book):
    stream = book.case(at="consulted")
    book.act(
        stream, c.DecisionIssued, d.Decision(level="PASS", number="12-QĐ/ĐU"),
        ("consulted", "recognised"), "2024-12-05",
        signed_by="pho", actor="pho", authority="person:pho@3", organ="DU/standing_committee",
    )  # fmt: skip
    rows = book.ledger.stream(stream)
    names = knowing(pho="Lê Thị Phó", truong="Trần Văn Trưởng")
    [*_, own] = history(rows, {}, "vi", names)
    [*_, lent] = history(rows, {}, "vi", names, {"person:pho@3": "truong"})
    assert own["sentence"] == (
        "Lê Thị Phó, thay mặt Ban Thường vụ DU, quyết định công nhận, số 12-QĐ/ĐU"
        " (ghi vào sổ ngày 01/12/2024)."
    )
    assert lent["sentence"] == (
        "Lê Thị Phó, thay mặt Ban Thường vụ DU, theo uỷ quyền của Trần Văn Trưởng, "
        "quyết định công nhận, số 12-QĐ/ĐU (ghi vào sổ ngày 01/12/2024)."
    )
    assert lent["delegated_by"] == "truong"


def test_a_member_who_acts_for_themselves_acts_for_nobody_else(book):
    stream = book.case(at="in_progress")
    details = d.ExampleCommitment(commitment="Kèm cặp một quần chúng")
    book.act(stream, c.ExampleRegistered, details, ("in_progress",) * 2, "2024-05-06",
             signed_by="d-1", actor="d-1", organ="member:d-1/member")  # fmt: skip
    assert newest(book, stream, names=knowing(**{"d-1": "Đỗ Thị Mẫu"}))["sentence"] == (
        "Đỗ Thị Mẫu đăng ký nêu gương: Kèm cặp một quần chúng (ghi vào sổ ngày 01/12/2024)."
    )


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("effective_on", "2024-12-09", "đính chính Ngày có hiệu lực của sự kiện {} thành 09/12/2024"),
        ("number", "21-QĐ/ĐU", "đính chính Số, ký hiệu của sự kiện {} thành 21-QĐ/ĐU"),
    ],
)  # fmt: skip
def test_a_correction_tells_the_new_value_as_what_it_is(book, field, value, told):
    stream = book.case(at="consulted")
    at = decide(book, stream)
    correct(book, stream, at, field, value, "recognised")
    assert told.format(at) in newest(book, stream)["sentence"]
