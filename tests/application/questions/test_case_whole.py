"""What a case holds: its papers, the marks of its sheets beside what is measured, and what it still lacks."""

from datetime import datetime

import pytest

from application.commands.request import Request
from application.commands.trial import trial
from application.commands.typed_days import typed_day
from application.questions import cases as queries
from application.questions.case_shown import blame_told
from application.questions.names import LogNames
from domain.case.acts import KINDS
from domain.scoring.tree import nodes, worth
from tests.application.systems import a_system, played
from tests.support import small_year
from tests.support.world import PROGRAMMES, edition_at
from words.catalogue import catalogue
from words.sentences import of

PROGRAMME = edition_at(PROGRAMMES / "kon-tum.yaml").programme
YEAR = list(small_year.year())
SELECTED, SHEET, CLAIMED, HANDED_IN, SUPPLEMENTED, DECIDED = 1, 3, 5, 6, 9, 11
"""So many lines of the year are played."""
FIGURE = {
    "do": "report-figure", "unit": "CB", "year": 2024, "by": "CB-cell_committee", "for": "CB/cell_committee",
    "at": "2024-11-10T09:00", "reason": "số liệu kết nạp",
    "data": {"measure": "admissions", "value": "1", "target": "2"},
}  # fmt: skip


def under_another_programme(folder):
    """The same subject registered under a copy of its guideline with a code of its own."""
    path = folder / "another.yaml"
    text = small_year.FILE.read_text("utf-8")
    path.write_text(text.replace("code: kon-tum", "code: another", 1), encoding="utf-8")
    version, shared = edition_at(path).version, {"programme": "another", "period": "2024"}
    by = {"by": "DUK-standing_committee", "for": "DUK/standing_committee"}
    yield {"do": "publish-programme", "by": "quan-tri", "at": "2024-01-11T09:00", "reason": "r",
           "data": {"file": str(path)}}  # fmt: skip
    yield {"do": "open-round", "by": "quan-tri", "at": "2024-01-12T09:00", "reason": "r",
           "data": {**shared, "version": version, "closing_on": "2024-12-31"}}  # fmt: skip
    yield {"do": "set-pilot-list", **by, "at": "2024-01-13T09:00", "reason": "r", **shared,
           "data": {"units": ["CB"]}}  # fmt: skip
    yield {"do": "select-pilot", **by, "at": "2024-01-14T09:00", "reason": "r", **shared,
           "subject": "unit:CB"}  # fmt: skip


@pytest.fixture
def after(sqlite_url, tmp_path):
    """A log with some lines of the small year in it."""
    opened = []

    def play(*lines, url=sqlite_url):
        system = a_system(url())
        opened.append(system)
        assert played(system, tmp_path / "year.jsonl", small_year.set_up(), lines) == []
        return system

    yield play
    for system in opened:
        system.close()


def shown(system, **asked):
    return queries.case(system, queries.cases(system)[0]["case"], **asked)


def lacks(system, **asked):
    return [(each.code, each.sentence, each.asked_by) for each in shown(system, **asked)["missing"]]


def criterion(system, name, **asked):
    [found] = [row for row in shown(system, **asked)["marks"].criteria if row.criterion == name]
    return found


def test_a_paper_is_called_the_same_among_the_papers_and_in_the_blame(after):
    system = after(*YEAR[:HANDED_IN])
    case = queries.cases(system)[0]["case"]
    names = LogNames(system).within(*queries.rules_of(system, case))
    rows = blame_told(queries.blame(system, case))
    told = " ".join(of(row["field"], "vi", names) for row in rows)
    titles = [paper.title for paper in shown(system)["papers"]]

    assert len(titles) == 2
    assert [title for title in titles if title not in told] == []


def test_one_missing_paper_of_three_is_told_and_the_two_are_shown(after):
    system = after(*YEAR[:HANDED_IN])

    papers = [(paper.document, paper.number, paper.event) for paper in shown(system)["papers"]]
    assert papers == [
        ("DOC-REPORT", "1", "dossier-submitted"),
        ("DOC-SUBMIT", "1", "dossier-submitted"),
    ]
    assert shown(system)["papers"][1].title.startswith("Văn bản đề nghị công nhận")
    assert shown(system, language="en")["papers"][1].title == "Request for recognition"
    assert lacks(system) == [
        ("document_missing", "Hồ sơ thiếu: Biểu chấm điểm theo mẫu.", "appraise")
    ]


def test_what_the_appraiser_would_be_refused_for_was_told_before(after):
    system = after(*YEAR[:HANDED_IN])
    appraise = YEAR[HANDED_IN]
    refused = trial(system, request(system, "appraise", appraise))

    told = {each.code for each in shown(system)["missing"]}
    assert {reason.code for reason in refused.refusals} == told


def test_nothing_is_missing_once_it_was_supplemented_or_decided(after):
    assert lacks(after(*YEAR[:SUPPLEMENTED])) == []
    assert lacks(after(*YEAR)) == []


def test_what_was_missing_on_a_day_is_asked_as_of_that_day(after, fresh_url):
    system = after(*YEAR[:SUPPLEMENTED], url=fresh_url)
    [supplemented] = [p for p in shown(system)["papers"] if p.event == "dossier-supplemented"]

    on = {"as_of": typed_day("01/12/2024", "as_of")}
    assert [code for code, _, _ in lacks(system, **on)] == ["document_missing"]
    before = {"known_at": supplemented.position - 1}
    assert [code for code, _, _ in lacks(system, **before)] == ["document_missing"]
    assert len(shown(system, **before)["papers"]) == 2


def test_a_case_without_sheets_shows_every_criterion_and_what_comes_first(after):
    system = after(*YEAR[:SELECTED])

    marks = shown(system)["marks"]
    pinned = list(nodes(PROGRAMME.criteria[PROGRAMME.subjects["subordinate_cell"].criteria]))
    assert marks.sheets == []
    assert [(row.criterion, row.words, row.maximum) for row in marks.criteria] == [
        (node.id, node.vi, worth(node)) for node in pinned
    ]
    assert not any(row.marks or row.differs for row in marks.criteria)
    assert [(code, verb) for code, _, verb in lacks(system)] == [
        ("no_sheet", "adopt-aggregate"),
        *[("check_missing", "adopt-aggregate")] * 2,
        ("no_aggregate", "claim-level"),
        *[("document_missing", "appraise")] * 3,
    ]


def test_a_measured_criterion_says_its_value_and_from_what(after):
    system = after(*YEAR[:SHEET], FIGURE)

    [measured] = criterion(system, "I.6").measured
    assert (measured.value, measured.text, measured.final) == ("1/2", "1/2", True)
    assert measured.words == "Kết nạp đảng viên so với chỉ tiêu"
    assert measured.rests_on == ["unit-year:CB:2024"]
    assert criterion(system, "I.1").measured == []


def test_what_the_log_did_not_know_yet_was_not_measured(after):
    system = after(*YEAR[:SHEET], FIGURE)

    before = system.ledger.head().position - 1
    assert criterion(system, "I.6", known_at=before).measured == []


def departing():
    """The aggregate takes a point less than the only sheet did, and says why."""
    lower = small_year.sheet()
    [mark] = [mark for mark in lower["marks"] if mark["node"] == "I.1"]
    mark["points"] = "5"
    data = {"sheet": lower, "departures": {"I.1": "một kế hoạch ban hành chậm"}}
    return [*YEAR[:SHEET], {**YEAR[SHEET], "data": data}]


def test_sheets_that_differ_show_where_and_why(after):
    system = after(*departing())

    marks = shown(system)["marks"]
    assert [sheet.event for sheet in marks.sheets] == [
        "individual-sheet-submitted",
        "aggregate-adopted",
    ]
    assert [row.criterion for row in marks.criteria if row.differs] == ["I.1"]
    given = criterion(system, "I.1").marks
    assert [(mark.points, mark.remark) for mark in given] == [
        (6, ""),
        (5, "một kế hoạch ban hành chậm"),
    ]


def test_before_the_second_sheet_there_is_nothing_that_differs(after):
    system = after(*departing())

    marks = shown(system, as_of=typed_day("21/11/2024", "as_of"))["marks"]
    assert len(marks.sheets) == 1
    assert not any(row.differs for row in marks.criteria)


def test_an_erased_remark_reads_as_erased(after):
    system = after(*departing())
    aggregate = shown(system)["marks"].sheets[-1].position
    [commitment] = [
        commitment
        for commitment, text in system.ledger.texts([aggregate]).items()
        if text == "một kế hoạch ban hành chậm"
    ]
    system.ledger.erase(aggregate, commitment)

    assert criterion(system, "I.1").marks[-1].remark == "(đã xoá)"
    assert criterion(system, "I.1", language="en").marks[-1].remark == "(erased)"


def request(system, verb, line):
    [case] = queries.cases(system)
    return Request(
        verb=verb,
        actor=line["by"],
        reason="thử",
        command_id="thu-1",
        target=case["case"],
        data=line["data"],
        at=datetime.fromisoformat(line["at"]),
    )


@pytest.mark.parametrize("handed_in", [0, 1, 2, 3])
def test_a_trial_of_the_dossier_warns_of_each_paper_that_is_not_in_it(after, handed_in):
    system = after(*YEAR[:CLAIMED])
    every = [*YEAR[CLAIMED]["data"]["documents"], *YEAR[SUPPLEMENTED - 1]["data"]["documents"]]
    data = {"documents": every[:handed_in]}
    root = system.ledger.head().root

    tried = trial(system, request(system, "submit-dossier", {**YEAR[CLAIMED], "data": data}))

    assert tried.refusals == []
    assert [str(reason.values["symbol"]) for reason in tried.warnings] == [
        paper["document"] for paper in every[handed_in:]
    ]
    assert system.ledger.head().root == root


def test_a_trial_of_another_act_does_not_warn(after):
    system = after(*YEAR[: CLAIMED - 1])

    tried = trial(system, request(system, "claim-level", YEAR[CLAIMED - 1]))
    assert (tried.refusals, tried.warnings) == ([], [])


def test_every_act_with_a_sheet_has_a_title_for_its_marks():
    titles = {name.removeprefix("column.case.mark.") for name in catalogue("vi")}
    with_sheet = {kind.topic for kind in KINDS if "sheet" in kind.payload.__struct_fields__}

    assert with_sheet <= titles


def test_a_case_under_another_programme_in_the_same_year_is_told(after, tmp_path):
    system = after(*YEAR[:SELECTED], *under_another_programme(tmp_path))
    ids = {each["programme"]: each["case"] for each in queries.cases(system)}

    for programme, other in (("kon-tum", "another"), ("another", "kon-tum")):
        [told] = queries.case(system, ids[programme])["overlaps"]
        assert (told.case, told.programme, told.period) == (ids[other], other, "2024")


def test_a_case_alone_in_its_year_overlaps_with_none(after):
    assert shown(after(*YEAR[:SELECTED]))["overlaps"] == []
