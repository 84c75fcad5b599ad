"""Who acts for whom on a day, by which paper; and acts done by delegation say so."""

from __future__ import annotations

from datetime import date

import pytest

from application.questions import cases as queries
from application.questions.names import LogNames
from application.questions.persons import person, persons, who_acts
from domain.refusal import RefusedError
from projections.machinery.codec import CODEC
from tests.application.systems import a_system, played
from tests.support import small_year
from words.sentences import word

LENDER, BORROWER = "DB-committee_office", "CB-cell_committee"
PAPER = {"document": "DOC-DEC", "number": "7-UQ", "on": "2024-11-30"}


def lent(**of):
    data = {
        "delegation": "u1", "delegator": LENDER, "mandate": "m1", "organ": "DB/committee_office",
        "until": "2024-12-31", "evidence": PAPER, **of,
    }  # fmt: skip
    return small_year._line(
        "delegate", at="2024-12-01", by=LENDER, organ="DB/committee_office", person="DB-standing_committee",
        data=data,
    )  # fmt: skip


@pytest.fixture
def system(fresh_url, tmp_path):
    system = a_system(fresh_url())
    returned = next(line for line in small_year.year() if line["do"] == "return-dossier")
    year = list(small_year.year())
    before = year[: year.index(returned)]
    lines = [{**returned, "by": "DB-standing_committee", "for": "DB/committee_office"}]
    wrong = played(system, tmp_path / "year.jsonl", small_year.set_up(), [*before, lent(), *lines])
    assert wrong == []
    yield system
    system.close()


def test_everybody_is_listed_with_their_name_and_the_organs_they_act_for(system):
    found = {each.person: each for each in persons(system, date(2024, 12, 2))}

    assert found[LENDER].name == f"Người mẫu {LENDER}"
    assert found["DB-standing_committee"].organs == ["DB/standing_committee", "DB/committee_office"]


def test_a_delegation_is_shown_with_its_delegator_its_last_day_and_its_paper(system):
    [_, right] = person(system, "DB-standing_committee", date(2024, 12, 31)).acting

    assert (right.delegator, right.until, right.holds) == (LENDER, date(2024, 12, 31), True)
    assert right.paper.number == "7-UQ"
    assert [each.person for each in person(system, LENDER).lent] == ["DB-standing_committee"]


def test_a_delegation_is_over_the_day_after_its_last(system):
    [_, right] = person(system, "DB-standing_committee", date(2025, 1, 1)).acting

    assert not right.holds


def test_who_may_act_for_an_organ_is_answered_by_the_day(system):
    def on(*day):
        return [each.person for each in who_acts(system, "DB/committee_office", date(*day))]

    assert on(2024, 11, 30) == [LENDER]
    assert on(2024, 12, 1) == ["DB-standing_committee", LENDER]
    assert on(2025, 1, 1) == [LENDER]


def test_who_may_act_for_a_unit_is_answered_for_all_its_organs(system):
    found = {each.organ for each in who_acts(system, "DB", date(2024, 12, 2))}

    assert found == {"DB/party_committee", "DB/standing_committee", "DB/committee_office"}


@pytest.mark.parametrize(
    ("place", "code"), [("DX", "unit_unknown"), ("DB/cell", "organ_to_be_named")]
)
def test_an_unknown_unit_or_organ_is_refused_not_answered_with_nobody(system, place, code):
    with pytest.raises(RefusedError) as refused:
        who_acts(system, place)

    assert [reason.code for reason in refused.value.refusals] == [code]


def test_an_unknown_person_is_refused(system):
    with pytest.raises(RefusedError):
        person(system, "nobody")


def test_an_act_done_by_delegation_says_whose_mandate_it_was(system):
    [case] = queries.cases(system)
    [told] = [e for e in queries.history(system, case["case"]) if e["event"] == "dossier-returned"]

    assert told["delegated_by"] == LENDER
    organ = word("DB/committee_office", "organ", "vi", LogNames(system))
    assert organ.startswith("Văn phòng cấp ủy ")
    assert told["sentence"].startswith(
        f"Người mẫu DB-standing_committee, thay mặt {organ}, theo uỷ quyền của Người mẫu {LENDER},"
    )


def test_names_are_those_that_the_log_was_given(system):
    names = LogNames(system)
    [case] = queries.cases(system)

    assert names("person", LENDER, "vi") == f"Người mẫu {LENDER}"
    assert names("unit", "DB", "vi") == "Đơn vị DB"
    assert names("case", case["case"], "vi") == "Đơn vị CB, 2024"
    assert names("person", "nobody", "vi") is None


def test_an_erased_name_is_known_no_more(system):
    registered = system.ledger.stream(f"person:{LENDER}")[0]
    system.ledger.erase(registered.position, CODEC.decode(registered.topic, registered.state).name)

    assert LogNames(system)("person", LENDER, "vi") is None
    assert person(system, LENDER).name is None


def test_two_who_are_called_the_same_are_told_apart_by_their_codes(system, tmp_path):
    called = {"person": "trung-ten", "name": f"Nguoi mau {LENDER}"}
    same = {"code": "DB-2", "name": "Đơn vị  db", "kind": "BASE_COMMITTEE", "parent": ""}
    assert LogNames(system)("person", LENDER, "vi") == f"Người mẫu {LENDER}"
    lines = [
        small_year._line("register-person", at="2025-01-02", data=called),
        small_year._line("register-unit", at="2025-01-02", data=same),
    ]
    assert played(system, tmp_path / "same.jsonl", lines) == []
    names = LogNames(system)

    assert names("person", LENDER, "vi") == f"Người mẫu {LENDER} ({LENDER})"
    assert names("person", "trung-ten", "vi") == f"Nguoi mau {LENDER} (trung-ten)"
    assert word("DB/party_committee", "organ", "vi", names) == "Đảng ủy Đơn vị DB (DB)"
    assert names("unit", "CB", "vi") == "Đơn vị CB"


def test_a_name_that_was_erased_is_no_namesake(system, tmp_path):
    called = {"person": "trung-ten", "name": f"Người mẫu {LENDER}"}
    line = small_year._line("register-person", at="2025-01-02", data=called)
    assert played(system, tmp_path / "same.jsonl", [line]) == []
    registered = system.ledger.stream("person:trung-ten")[0]
    system.ledger.erase(registered.position, CODEC.decode(registered.topic, registered.state).name)

    assert LogNames(system)("person", LENDER, "vi") == f"Người mẫu {LENDER}"
