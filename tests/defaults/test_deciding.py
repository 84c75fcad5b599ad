"""From the pilot list to the decision: votes, consultation, returns, lateness, departures."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.events import case as c
from domain.events import details as d
from domain.events import unit_year as y
from domain.streams import round_stream, unit_year_stream
from tests.clauses.homes import EDITIONS
from tests.domain.case.asking import a_case, refused, taken
from tests.domain.case.test_bound import PASS, ready
from tests.support.stage_world import MEMBER, PARENT, UNIT, Story, ballots

NOTHING_TO_WITHDRAW = {
    "new", "registration_declined", "recognised", "not_recognised", "under_reexamination", "explained",
    "revoked", "withdrawn", "cancelled",
}  # fmt: skip
SUBJECTS = [
    (code, kind) for code, edition in EDITIONS.items() for kind in edition.programme.subjects
]
COMMISSION = f"{PARENT}/inspection_commission"


@pytest.mark.parametrize(("final", "codes"), [(False, {"input_not_final"}), (True, set())])
def test_d20_the_classification_of_members_is_final_before_the_decision(final, codes):
    story = ready("power-tkv", "subordinate_cell")
    given = y.ClassificationImported(subject=f"member:{MEMBER}", level="WELL", final=final)
    story.world.give(unit_year_stream(UNIT, 2024), given, on="2024-12-15")

    if codes:
        assert refused(story, "decide", PASS) == codes
    else:
        assert taken(story, "decide", PASS)


@pytest.mark.parametrize(
    ("present", "votes_for", "carried"),
    [(6, 5, True), (5, 5, False), (9, 4, False), (9, 5, True)],
)
def test_d21_two_thirds_are_there_and_more_than_half_of_the_roll_carries(
    present, votes_for, carried
):
    story = a_case("claimed", "department_cell", EDITIONS["son-la"])
    vote = replace(
        ballots(), present=present, issued=present, returned=present, valid=present,
        votes_for=votes_for, votes_against=present - votes_for,
    )  # fmt: skip

    assert taken(story, "count-ballots", vote).details.passed is carried


def test_d23_silence_is_no_consent_but_may_be_closed_with_a_reason():
    story = a_case("consulting", "base_cell")
    opened = d.ConsultationRequest(bodies=[COMMISSION], due_on=date(2024, 12, 15))
    story.act(c.ConsultationOpened, opened, to="consulting")

    assert refused(story, "close-consultation", d.ConsultationClosing()) == {"silence_unexplained"}
    explained = d.ConsultationClosing(silent={COMMISSION: "đã nhắc hai lần"})
    assert taken(story, "close-consultation", explained).details.silent == explained.silent


@pytest.mark.parametrize(
    ("programme", "asked"),
    [
        ("kon-tum", True),
        ("power-tkv", True),
        ("son-la", False),
        ("soc-trang", False),
        ("cam-giang", False),
    ],
)
def test_d23_whether_to_consult_is_said_by_each_programme(programme, asked):
    rules = EDITIONS[programme].programme.consultation

    assert bool(rules and rules.required) is asked


def test_d24_a_decision_that_departs_from_the_proposal_says_why_and_both_are_kept():
    story = a_case("appraised")
    departing = d.Decision(level="FAIL", number="1")

    assert refused(story, "decide", departing) == {"departure_unexplained"}
    decided = taken(story, "decide", replace(departing, departure="không đồng ý"))
    assert (decided.details.level, decided.details.departure) == ("FAIL", "không đồng ý")
    assert story.world.case(story.stream).last(c.Appraised).event.details.proposal == "PASS"


@pytest.mark.parametrize("stage", ["submitted", "appraised"])
def test_d25_a_dossier_is_returned_from_appraisal_and_from_decision_with_a_new_date(stage):
    story = a_case(stage)
    returned = d.Return(missing=["biên bản"], due_on=date(2024, 12, 27))

    assert taken(story, "return-dossier", returned).details.due_on == date(2024, 12, 27)
    assert refused(story, "return-dossier", returned, reason="") == {"reason_missing"}
    on_the_day = replace(returned, due_on=date(2024, 12, 20))
    assert refused(story, "return-dossier", on_the_day) == {"return_date_not_later"}


@pytest.mark.parametrize(("programme", "kind"), SUBJECTS)
def test_d26_a_unit_withdraws_at_every_stage_before_the_decision_and_at_none_after_it(
    programme, kind
):
    edition = EDITIONS[programme]
    table = edition.tables[edition.programme.subjects[kind].workflow]
    withdraws = {stage for stage in table.stages if table.find(stage, "withdraw")}

    assert set(table.stages) - withdraws - NOTHING_TO_WITHDRAW == set()
    assert withdraws & NOTHING_TO_WITHDRAW == set()


def test_d26_a_withdrawal_has_a_reason():
    story = a_case("in_progress")

    assert taken(story, "withdraw", d.Withdrawal())
    assert refused(story, "withdraw", d.Withdrawal(), reason=" ") == {"reason_missing"}


@pytest.mark.parametrize(("due", "late"), [("2024-12-19", True), ("2024-12-20", False)])
def test_d27_a_late_dossier_is_marked_and_still_considered(due, late):
    story = a_case("returned")
    returned = d.Return(missing=["biên bản"], due_on=date.fromisoformat(due))
    story.act(c.DossierReturned, returned, to="returned")
    documents = story.world.case(story.stream).last(c.DossierSubmitted).event.details.documents

    supplemented = taken(story, "supplement-dossier", d.Dossier(documents=documents))
    story.world.give(story.stream, supplemented, on="2024-12-20")

    assert supplemented.late is late
    assert taken(story, "appraise", d.Appraisal(proposal="PASS", review_results="đã kiểm điểm"))


def test_d28_without_registration_a_case_opens_directly_but_not_in_son_la():
    open_case, son_la = d.Opening(), Story(EDITIONS["son-la"], "department_cell")

    for programme, kind in (
        ("kon-tum", "base_cell"),
        ("soc-trang", "base_cell"),
        ("power-tkv", "base_cell"),
    ):
        assert taken(Story(EDITIONS[programme], kind, pilot=False), "open-case", open_case)
    assert refused(son_la, "open-case", open_case) == {"not_at_this_stage"}


@pytest.mark.parametrize("programme", ["kon-tum", "soc-trang"])
def test_d29_in_a_pilot_period_only_the_units_on_the_list_take_part(programme):
    story = Story(EDITIONS[programme], "base_cell")
    assert taken(story, "select-pilot", d.Selection())
    assert "pilot_round" in refused(story, "open-case", d.Opening())

    story.world.rows[round_stream(programme, "2024")].pop()

    assert "not_on_pilot_list" in refused(story, "select-pilot", d.Selection())
