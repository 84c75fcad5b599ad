"""Units renamed, merged and dissolved: a case as of a day has the unit of that day; an heir acts for its forebear."""

from datetime import date

import pytest

from application.intake import scenario
from application.questions import cases as queries
from application.questions.case_allowed import allowed
from application.questions.moments import known_at
from tests.application.systems import a_system, played
from tests.support import small_year

FIRST, *_ = small_year.year()
LAST_DAY, FIRST_DAY = date(2024, 5, 31), date(2024, 6, 1)


def told(verb, at, by="quan-tri", **more):
    return {"do": verb, "by": by, "at": f"{at}T09:00", "reason": f"lý do: {verb}", **more}


def a_unit(code, kind, parent, organs, at):
    """A unit with a person for each of its organs."""
    data = {
        "code": code,
        "name": f"Đơn vị {code}",
        "kind": kind,
        "parent": parent,
        "organs": organs,
    }
    yield told("register-unit", at, data=data)
    for organ in organs:
        person = f"{code}-{organ}"
        yield told("register-person", at, data={"person": person, "name": f"Người mẫu {person}"})
        mandate = {"mandate": "m1", "organ": f"{code}/{organ}"}
        yield told("give-mandate", at, person=person, data=mandate)


@pytest.fixture
def play(fresh_url, tmp_path):
    """Play lines after the set-up of the small year; answers its system."""
    system = a_system(fresh_url())

    def run(*lines):
        assert played(system, tmp_path / "lines.jsonl", lines) == []
        return system

    run(*small_year.set_up())
    yield run
    system.close()


def units(system, *days, **asked):
    """The unit and its name on each day, the same shown alone and in the list."""
    [case] = [line["case"] for line in queries.cases(system)]
    shown = [queries.case(system, case, as_of=day, **asked) for day in days]
    lists = [queries.cases(system, as_of=day, **asked) for day in days]
    found = [(each["subject"], each["unit"], each["unit_name"]) for each in shown]
    assert found == [(line["subject"], line["unit"], line["unit_name"]) for [line] in lists]
    return [(unit, name) for _, unit, name in found]


MERGED = [
    *a_unit("CB2", "SUBORDINATE_CELL", "DB", ["cell", "cell_committee"], "2024-05-20"),
    told("merge-unit", "2024-06-03", unit="CB", on="2024-06-01", data={"into": "CB2"}),
]


def test_a_merged_unit_is_the_subject_until_the_day_and_its_successor_from_then_on(play):
    system = play(FIRST, *MERGED)

    assert units(system, LAST_DAY, FIRST_DAY) == [("CB", "Đơn vị CB"), ("CB2", "Đơn vị CB2")]


def test_as_known_before_a_merger_was_entered_nothing_had_changed(play):
    system = play(FIRST, *MERGED)
    before = known_at(system, "2024-06-02")

    assert units(system, LAST_DAY, FIRST_DAY, known_at=before) == [("CB", "Đơn vị CB")] * 2


def test_a_renamed_unit_has_the_name_of_the_day(play):
    rename = told(
        "rename-unit", "2024-06-02", unit="CB", on="2024-06-01", data={"name": "Chi bộ mới"}
    )
    system = play(FIRST, rename)

    assert units(system, LAST_DAY, FIRST_DAY) == [("CB", "Đơn vị CB"), ("CB", "Chi bộ mới")]


def test_a_case_that_was_decided_stays_with_the_unit_that_ended(play):
    merged_later = told("merge-unit", "2025-01-10", unit="CB", data={"into": "CB2"})
    heir = a_unit("CB2", "SUBORDINATE_CELL", "DB", ["cell"], "2025-01-02")
    system = play(*list(small_year.year())[:-3], *heir, merged_later)

    assert units(system, date(2025, 1, 9), date(2025, 2, 1)) == [("CB", "Đơn vị CB")] * 2


ABOLISHED = [
    *a_unit("XA", "COMMUNE_COMMITTEE", "DUK", ["party_committee", "standing_committee", "committee_office"],
            "2025-06-20"),
    told("dissolve-unit", "2025-07-01", unit="DB", data={"successor": "XA"}),
]  # fmt: skip


def test_a_decision_of_2024_is_revoked_in_2026_by_the_heir_of_the_body_that_took_it(play):
    *until_decided, finding, explanation, revocation = small_year.year()
    by_the_old = {**revocation, "by": "DB-party_committee", "expect": "refused"}
    by_the_heir = {**revocation, "by": "XA-party_committee"}
    system = play(*until_decided, *ABOLISHED, {**finding, "by": "XA-standing_committee"}, explanation,
                  by_the_old, by_the_heir)  # fmt: skip

    [entry] = queries.register(system)
    history = queries.history(system, entry["case"])
    organs = {each["event"]: each["organ"] for each in history}
    assert (entry["decided_by"], entry["revocation_effect"]) == (
        "DB/party_committee",
        "as_if_never",
    )
    assert organs["recognition-revoked"] == "XA/party_committee"


@pytest.mark.parametrize(("day", "body"), [("2025-06-30", "DB"), ("2025-07-01", "XA")])
def test_until_the_body_is_abolished_it_revokes_itself_and_from_then_on_its_heir(play, day, body):
    *until_decided, finding, _, _ = small_year.year()
    system = play(*until_decided, {**finding, "at": "2025-06-02T09:00"}, *ABOLISHED)
    case = queries.cases(system)[0]["case"]
    may = {
        unit: row.allowed
        for unit in ("DB", "XA")
        for row in allowed(system, case, by=f"{unit}-party_committee", organ="",
                                   on=date.fromisoformat(day), language="vi")
        if row.command == "revoke"
    }  # fmt: skip

    assert may == {unit: unit == body for unit in ("DB", "XA")}


BOTH_CHOSEN = told(
    "set-pilot-list", "2024-05-21", by="DUK-standing_committee", programme="kon-tum", period="2024",
    data={"units": ["CB", "CB2"]}, **{"for": "DUK/standing_committee"},
)  # fmt: skip


def of_heir(line, at, **more):
    return {**line, "subject": "unit:CB2", "at": f"{at}T09:00", "on": at, **more}


EVIDENCE = {"evidence": "mc-1", "nodes": ["I.1"], "kind": "figure", "value": "12/12"}
ATTACHED = told(
    "attach-evidence", "2024-06-10", by="CB2-cell_committee", subject="unit:CB2",
    programme="kon-tum", period="2024", data=EVIDENCE,
)  # fmt: skip


def codes_of(system, tmp_path, *lines):
    path = small_year.write(tmp_path / "more.jsonl", lines)
    return [[reason.code for reason in each.refusals] for each in scenario.play(system, [path])]


def test_a_case_that_followed_its_unit_is_the_heirs_and_no_second_one_is_opened(play, tmp_path):
    system = play(FIRST, *MERGED, BOTH_CHOSEN, ATTACHED)

    refused = codes_of(system, tmp_path, of_heir(FIRST, "2024-06-11"))

    assert refused == [["not_at_this_stage"]]
    assert [case["subject"] for case in queries.cases(system)] == ["unit:CB2"]


def test_an_heir_with_a_case_of_its_own_takes_over_none_of_the_same_period(play, tmp_path):
    *unit, merged = MERGED
    system = play(FIRST, *unit, BOTH_CHOSEN, of_heir(FIRST, "2024-05-22"), merged, ATTACHED)
    left = {**ATTACHED, "subject": "unit:CB"}
    given_up = {
        **told("cancel", "2024-06-12", by="DB-committee_office"),
        **{name: left[name] for name in ("subject", "programme", "period")},
    }

    assert codes_of(system, tmp_path, left)[0][-1:] == ["heir_has_a_case"]
    assert "heir_has_a_case" not in codes_of(system, tmp_path, given_up)[0]
    assert sorted(case["subject"] for case in queries.cases(system)) == ["unit:CB", "unit:CB2"]
