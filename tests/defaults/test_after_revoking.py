"""After a revocation: the term that is over, what relied on the recognition, when the unit asks again."""

from datetime import date, datetime, time

import pytest
from msgspec import structs

from application.commands.request import Request
from application.commands.trial import trial
from application.questions.revocation_preview import preview
from domain.case.consequences import of_case
from domain.case.dependents import flags_after
from domain.events import case as c
from domain.events import details as d
from domain.events import person as p
from domain.programme.reading import read
from domain.streams import case_stream, person_stream
from projections.cases.task_list import tasks
from projections.engine import inline
from tests.application.systems import a_system, played
from tests.clauses.homes import EDITIONS
from tests.defaults.test_revoking import REVOCATION, given
from tests.domain.case.asking import refused, taken
from tests.domain.case.test_bound import DECIDERS, PASS, ready
from tests.domain.programme.trees import changed, tree
from tests.projections.casebook import Casebook, decide, revoke
from tests.support import small_year
from tests.support.stage_world import MEMBER, UNIT, Story
from tests.support.world import PROGRAMMES


def test_d32_a_recognition_is_revoked_whenever_it_was_made_and_after_a_term_it_is_said(
    sqlite_url, tmp_path
):
    *until_decided, finding, explanation, revocation = small_year.year()
    found = {**finding, "at": "2029-12-01T09:00"}, {**explanation, "at": "2029-12-12T09:00"}
    system, stream = a_system(sqlite_url()), case_stream("kon-tum", "unit:CB", "2024")
    lines = [*small_year.set_up(), *until_decided, *found]
    assert played(system, tmp_path / "found.jsonl", lines) == []

    def warned(on):
        system.today = lambda *_asked: on
        told = preview(system, stream)["warnings"]
        del system.today
        tried = trial(system, Request(
            verb="revoke", actor=revocation["by"], reason="r", command_id="thu", target=stream.partition(":")[2],
            data=revocation["data"], at=datetime.combine(on, time(9)), on=on,
        ))  # fmt: skip
        return len(told), [each.code for each in tried.warnings], tried.refusals

    assert warned(date(2029, 12, 20)) == (0, [], [])
    assert warned(date(2029, 12, 21)) == (1, ["recognition_old"], [])
    late = {**revocation, "at": "2044-05-20T09:00"}
    assert played(system, tmp_path / "late.jsonl", [late]) == []
    system.close()


def a_cell(*, recognised_members):
    """A cell of two members that was recognised with so many of them, and the case of its first one."""
    story = ready("cam-giang", "cell")
    stream = person_stream("dv2")
    story.world.give(stream, p.PersonRegistered(person="dv2", name="n"), on="2020-01-01")
    story.world.give(stream, p.MembershipStarted(unit=UNIT), on="2020-01-01")
    first, second = (case_stream("cam-giang", f"member:{each}", "2024") for each in (MEMBER, "dv2"))
    if recognised_members == 2:
        (opened, _), (decision, _) = story.world.rows[first]
        another = structs.replace(opened, subject="member:dv2")
        story.world.give(second, another, decision, on="2024-12-01")
    decision = taken(story, "decide", PASS)
    story.world.give(story.stream, decision, on="2024-12-20", organ=DECIDERS["cam-giang", "cell"])
    return story, first


def revoked(stream, world):
    """The first member's recognition is revoked; answers the flags that follow."""
    event = c.RecognitionRevoked(
        step="revoke", from_stage="under_reexamination", to_stage="revoked", details=REVOCATION
    )
    world.give(stream, event, on="2024-12-21")
    return flags_after(stream, event, "revoked", world)


def test_d33_a_revocation_flags_what_relied_on_it_and_changes_nothing_else():
    story, member = a_cell(recognised_members=2)
    before = story.world.case(story.stream)

    [(flagged, flag)] = revoked(member, story.world)

    assert (flagged, flag.details.use) == (story.stream, "four_good_members")
    given(story, flag)
    after = story.world.case(story.stream)
    assert (after.stage, after.outcome, after.revoked) == (before.stage, "PASS", None)
    review = d.DependentReview(revoked=member, use="four_good_members", result="stands")
    assert taken(story, "review-dependent", review).to_stage == "recognised"
    other = structs.replace(review, revoked=story.stream)
    assert refused(story, "review-dependent", other) == {"nothing_flagged"}


@pytest.mark.parametrize(
    ("members", "was", "would_be", "holds"), [(2, "2/2", "1/2", True), (1, "1/2", "0/2", False)]
)
def test_d34_below_half_of_its_members_a_cell_is_reviewed_and_stays_recognised(
    members, was, would_be, holds
):
    then, _ = a_cell(recognised_members=members)
    story, member = a_cell(recognised_members=members)

    [(flagged, flag)] = revoked(member, story.world)
    given(story, flag)
    cell = story.world.case(story.stream)

    assert of_case(cell, flag.details.use, then.world, story.world) == (was, would_be, holds)
    assert flagged == story.stream
    assert cell.recognised_and_not_revoked


@pytest.mark.parametrize(
    ("programme", "reward"),
    [("son-la", "giay_khen"), ("soc-trang", "reward"), ("power-tkv", "annual"),
     ("power-tkv", "group_outstanding")],
)  # fmt: skip
def test_d33_certificate_and_money_of_a_revoked_recognition_become_tasks_of_recall(
    ledger, programme, reward
):
    edition = EDITIONS[programme]
    book = Casebook(ledger, then=inline)
    book.programme(edition)
    kind, subject = next(iter(edition.programme.subjects.items()))
    of = {"version": edition.version, "subject_kind": kind, "workflow": subject.workflow}
    stream = book.case("C1", at="recognised", programme=programme, **of)
    decide(book, stream)
    reward_given = d.RewardDecision(reward=reward, number="1")
    book.act(stream, c.RewardDecided, reward_given, ("recognised", "recognised"), "2024-12-06")

    def recalls():
        with ledger.connection() as connection:
            asked = tasks(connection, date(2025, 3, 2))
        return {(task["kind"], task["about"]) for task in asked if task["kind"] == "recall"}

    assert recalls() == set()
    revoke(book, stream, "from_now", "2025-03-01")
    assert recalls() == {("recall", reward)}


def of_power(years):
    """A cell of the corporation at the start of 2024, in a programme with so many years to wait."""
    own = tree(PROGRAMMES / "power-tkv.yaml")
    return Story(read(changed(("revocation.cool_down_years", years), of=own)), "subordinate_cell")


@pytest.mark.parametrize("code", EDITIONS)
def test_d35_no_guideline_sets_years_to_wait(code):
    assert EDITIONS[code].programme.revocation.cool_down_years == 0


@pytest.mark.parametrize(
    ("years", "revoked_on", "codes"),
    [
        (0, "2024-03-01", set()),
        (1, "2024-03-01", {"cooling_down"}),
        (1, "2023-12-31", set()),
        (2, "2023-12-31", {"cooling_down"}),
    ],
)
def test_d35_after_a_revocation_the_unit_asks_again_in_the_next_period(years, revoked_on, codes):
    story, past = of_power(years), of_power(years).at("recognised")
    opened, decision = past.world.case(past.stream).opened, past.world.case(past.stream).decided
    stream = case_stream("power-tkv", opened.subject, "2023")
    earlier = structs.replace(opened, period="2023")
    story.world.give(stream, earlier, decision.event, on="2023-12-20")
    revocation = c.RecognitionRevoked(
        step="revoke", from_stage="under_reexamination", to_stage="revoked", details=REVOCATION
    )
    story.world.give(stream, revocation, on=revoked_on)

    if codes:
        assert refused(story, "open-case", d.Opening()) == codes
    else:
        assert taken(story, "open-case", d.Opening()).to_stage
        assert refused(past, "open-case", d.Opening()) == {"not_at_this_stage"}
