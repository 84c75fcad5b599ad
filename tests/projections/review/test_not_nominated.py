"""Units that could be recognised and have no case."""

from datetime import date

from domain.events import case as c
from domain.events import details as d
from domain.events import round as r
from domain.events import unit as u
from domain.streams import programme_stream, round_stream, unit_stream
from tests.projections.casebook import KON_TUM, SOC_TRANG
from tests.projections.review.asking import asked
from tests.support.world import PROGRAMMES, edition_at

CAM_GIANG = edition_at(PROGRAMMES / "cam-giang.yaml")


def left_out(book, **question):
    return [row["unit"] for row in asked(book, "not_nominated", **question)]


def open_round(book, edition, period="2024", closing_on=date(2024, 12, 31)):
    code, version = edition.programme.code, edition.version
    published = r.ProgrammePublished(code=code, version=version, content=edition.content)
    book.tell(programme_stream(code), published, on="2023-12-01")
    opening = r.RoundOpened(programme=code, version=version, period=period, closing_on=closing_on)
    book.tell(round_stream(code, period), opening, on="2024-01-02")


def commune(book):
    """A commune with two cells and a committee that the programme does not recognise."""
    open_round(book, CAM_GIANG)
    book.unit("DU", "Đảng uỷ xã", kind="COMMUNE_COMMITTEE")
    book.unit("A", "Chi bộ A", kind="SUBORDINATE_CELL", parent="DU", org_type="village")
    book.unit("B", "Chi bộ B", kind="SUBORDINATE_CELL", parent="DU")


def test_a_unit_of_a_kind_that_is_recognised_and_has_no_case_is_listed(book):
    commune(book)
    book.case("A", programme="cam-giang", version=CAM_GIANG.version, subject_kind="cell")
    assert asked(book, "not_nominated") == [
        {
            "programme": "cam-giang", "period": "2024", "subject_kind": "cell", "unit": "B",
            "unit_name": "Chi bộ B", "org_type": "", "superior": "DU", "superior_name": "Đảng uỷ xã",
        }
    ]  # fmt: skip


def test_a_member_with_a_case_does_not_nominate_his_cell(book):
    commune(book)
    of = {"programme": "cam-giang", "version": CAM_GIANG.version, "subject_kind": "member"}
    book.case("A", subject="member:m1", **of)
    assert left_out(book) == ["A", "B"]


def test_units_of_another_kind_superior_or_organisation_type_are_not_asked(book):
    commune(book)
    book.unit("K", kind="BASE_CELL", parent="DU")
    book.unit("T", kind="SUBORDINATE_CELL", parent="A")
    book.unit("S", kind="SUBORDINATE_CELL", parent="DU", org_type="enterprise")
    assert left_out(book) == ["A", "B"]


def test_only_units_that_exist_on_the_closing_day_and_are_known_by_then(book):
    commune(book)
    book.tell(unit_stream("A"), u.UnitDissolved(), on="2024-12-31")
    book.tell(unit_stream("B"), u.UnitDissolved(), on="2025-01-01")
    at = book.tell(
        unit_stream("N"), u.UnitRegistered(code="N", name="Mới", kind="SUBORDINATE_CELL", parent="DU"),
        on="2025-01-02",
    )  # fmt: skip
    assert left_out(book) == ["B"]
    assert left_out(book, as_of=date(2024, 12, 30)) == ["A", "B"]
    assert left_out(book, known_at=at - 3) == ["A", "B"]


def test_in_a_pilot_round_only_units_on_the_list_are_asked(book):
    open_round(book, SOC_TRANG)
    for code in ("C1", "C2", "C3"):
        book.unit(code)
    assert left_out(book) == []
    rounds = round_stream("soc-trang", "2024")
    book.tell(rounds, r.PilotListSet(units=["C1", "C2"]), on="2024-01-05")
    book.case("C1", programme="soc-trang", version=SOC_TRANG.version)
    assert left_out(book) == ["C2"]


def test_in_a_round_that_is_no_pilot_every_unit_is_asked(book):
    open_round(book, SOC_TRANG, "2025", date(2025, 12, 31))
    for code in ("C1", "C2"):
        book.unit(code)
    assert left_out(book, at=2025) == ["C1", "C2"]


def test_units_of_an_organisation_that_takes_no_part_are_not_asked(book):
    commune(book)
    book.unit("DU9", kind="COMMUNE_COMMITTEE")
    book.unit("Z", kind="SUBORDINATE_CELL", parent="DU9")
    assert left_out(book) == ["A", "B", "Z"]
    book.case("A", programme="cam-giang", version=CAM_GIANG.version, subject_kind="cell")
    assert left_out(book) == ["B"]


def test_the_successor_of_a_case_has_one(book):
    commune(book)
    stream = book.case("A", programme="cam-giang", version=CAM_GIANG.version, subject_kind="cell")
    succession = d.Succession(successor="B", change="merged")
    book.act(stream, c.SubjectSucceeded, succession, ("in_progress",) * 2, "2024-06-01")
    assert left_out(book) == []


def test_a_programme_that_nobody_opened_a_round_of_asks_nobody(book):
    published = r.ProgrammePublished(
        code="kon-tum", version=KON_TUM.version, content=KON_TUM.content
    )
    book.tell(programme_stream("kon-tum"), published)
    book.unit("C1")
    assert left_out(book) == []
