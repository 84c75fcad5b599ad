"""Self-score, appraiser's, decider's."""

from datetime import date
from decimal import Decimal

from domain.events import case as c
from domain.events import details as d
from projections.review.inflation import INFLATION
from tests.projections.casebook import SOC_TRANG
from tests.projections.review.asking import asked, year_of
from tests.projections.review.course import EMPTY, appraised, decided, outcome, scored, submitted

POINTS = ("self", "appraised", "decided")
OVER = ("self_over_appraised", "appraised_over_decided", "self_over_decided")
MET = ("self_met", "appraised_met", "decided_met")


def inflation(book, **question):
    return {
        row["criterion"]: [row[name] for name in (*POINTS, *OVER, *MET)]
        for row in asked(book, "inflation", **question)
    }


def test_points_by_criterion_and_in_total_with_their_differences(book):
    book.programme()
    stream = book.case()
    scored(book, stream, outcome(total=90, I="40", I_1="12.5", II="50"))
    submitted(book, stream)
    appraised(book, stream, came_to=outcome(total=85, I="37", I_1="10", II="48"))
    decided(book, stream, came_to=outcome(total=84, I="36", I_1="10", II="48"))
    assert inflation(book) == {
        "I": [40, 37, 36, 3, 1, 4, True, True, True],
        "I.1": [Decimal("12.5"), 10, 10, Decimal("2.5"), 0, Decimal("2.5"), True, True, True],
        "II": [50, 48, 48, 2, 0, 2, True, True, True],
        "total": [90, 85, 84, 5, 1, 6, True, True, True],
    }
    assert list(inflation(book)) == ["I", "I.1", "II", "total"]


def test_without_a_sheet_of_others_the_proposal_and_the_decision_are_in_the_total(book):
    stream = book.case()
    scored(book, stream, outcome(total=90, I=40))
    appraised(book, stream, "FAIL")
    assert inflation(book) == {
        "total": [90, None, None, None, None, None, True, False, None],
    }
    decided(book, stream, "FAIL")
    assert inflation(book)["total"][-3:] == [True, False, False]
    assert inflation(book, as_of=date(2024, 12, 19))["total"][-3:] == [True, False, None]


def test_a_programme_without_points_has_met_and_levels(book):
    book.programme(SOC_TRANG)
    stream = book.case(programme="soc-trang", version=SOC_TRANG.version)
    scored(book, stream, outcome(level="EXCELLENT", I_1=1, II_1=0))
    appraised(book, stream, came_to=outcome(passes=False, level="FAIL", I_1=0, II_1=0))
    assert inflation(book) == {
        "I.1": [None] * 6 + [True, False, None],
        "II.1": [None] * 6 + [False, False, None],
        "total": [None] * 6 + [True, False, None],
    }
    total = asked(book, "inflation")[-1]
    assert (total["self_level"], total["appraised_level"]) == ("EXCELLENT", "FAIL")


def test_the_newest_sheet_counts_and_a_member_has_only_his_own(book):
    stream = book.case("C1", subject="member:m1")
    for total in (70, 80):
        scored(book, stream, outcome(total=total), event=c.IndividualSheetSubmitted)
    assert inflation(book)["total"][0] == 80
    scored(book, stream, outcome(total=75))
    assert inflation(book)["total"][0] == 75


def test_an_appraiser_at_a_hop_counts_where_there_is_no_other(book):
    stream = book.case()
    scored(book, stream, outcome(total=90))
    details = d.Appraisal(proposal="PASS", sheet=EMPTY, outcome=outcome(total=88))
    way = ("submitted", "hop_appraised")
    book.act(stream, c.HopAppraised, details, way, "2024-12-05")
    assert inflation(book)["total"][:2] == [90, 88]
    appraised(book, stream, came_to=outcome(total=80))
    assert inflation(book)["total"][:2] == [90, 80]


def test_a_case_that_nobody_scored_is_not_listed(book):
    decided(book, book.case())
    assert inflation(book) == {}


def test_the_rows_are_made_when_they_are_looked_at(book):
    for unit in ("C1", "C2"):
        stream = book.case(unit)
        scored(book, stream, outcome(total=90, I=40))
        appraised(book, stream, came_to=outcome(total=85, I=37))
    rows = INFLATION.rows(year_of(book))
    assert len(rows) == 4
    assert [row[6] for row in rows] == ["I", "total", "I", "total"]
    assert (rows[1], rows[-1], rows[2:]) == (list(rows)[1], list(rows)[3], list(rows)[2:])
