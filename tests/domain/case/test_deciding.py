"""For which organ an act is taken and by which mandate: filled in where it is plain, asked for where it is not."""

import pytest
from msgspec.structs import replace

from domain.case.decide import decide, organs_for_command, question, situate
from domain.case.may import may
from domain.case.situation import step_of
from domain.events import case as c
from domain.events import details as d
from domain.events.base import Document
from domain.events.person import DelegationGiven, MandateGiven
from domain.refusal import RefusedError
from domain.streams import person_stream
from tests.domain.case.asking import a_case, ask
from tests.domain.case.test_bound import PASS
from tests.support.stage_world import PARENT, TODAY, UNIT, consultation, holder, person_of

DECIDER = f"{PARENT}/party_committee"


def command(story, verb, payload, person, organ=""):
    case = story.world.case(story.stream)
    asked = question(case, TODAY, story.world)
    by = {"signed_by": person, "actor": person, "organ": organ, "reason": "r"}
    return replace(asked, verb=verb, payload=payload, **by)


def decided(story, verb, payload, person):
    asked = command(story, verb, payload, person)
    return decide(story.world.case(story.stream), asked, story.world)


def test_an_act_carries_the_organ_and_the_mandate_that_it_was_taken_by():
    found = ask(a_case("appraised"), "decide", PASS)

    assert (found.organ, found.authority) == (DECIDER, f"{person_stream(holder(DECIDER))}@2")


def test_the_one_organ_that_a_signer_may_act_for_is_filled_in():
    found = decided(a_case("appraised"), "decide", PASS, holder(DECIDER))

    assert (found.organ, found.authority) == (DECIDER, f"{person_stream(holder(DECIDER))}@2")


def consulting(*bodies):
    story = a_case("consulting", "base_cell")
    story.act(c.ConsultationOpened, consultation(list(bodies)), to="consulting")
    return story


def test_who_may_act_for_several_organs_is_asked_for_which():
    first, second = f"{PARENT}/inspection_commission", f"{PARENT}/propaganda_board"
    story = consulting(first, second)
    person_of(story.world, "hai-ban", first)
    story.world.give(person_stream("hai-ban"), MandateGiven(mandate="m2", organ=second))
    case = story.world.case(story.stream)
    asked = command(story, "give-opinion", d.Opinion(body=first, stance="agree"), "hai-ban")

    assert organs_for_command(case, asked, story.world) == [first]
    assert decide(case, asked, story.world).organ == first
    of_nobody = replace(asked, payload=d.Opinion(body="x/y", stance="agree"))
    with pytest.raises(RefusedError) as error:
        decide(case, of_nobody, story.world)
    assert error.value.refusals[0].code == "organ_unclear"


def test_what_was_lent_for_one_command_is_held_for_that_alone():
    story = a_case("appraised")
    lent = DelegationGiven(
        delegation="uq", delegator=holder(DECIDER), mandate="m", organ=DECIDER, until=TODAY,
        scope=["decide"], evidence=Document(document="D"),
    )  # fmt: skip
    story.world.give(person_stream("nguoi-la"), lent, on="2024-12-01")

    found = decided(story, "decide", PASS, "nguoi-la")
    assert (found.organ, found.authority) == (DECIDER, f"{person_stream('nguoi-la')}@2")


def answer(story, verb, person):
    """Who may, with nothing typed."""
    case = story.world.case(story.stream)
    situation = situate(case, replace(question(case, TODAY, story.world), verb=verb), story.world)
    step, _ = step_of(situation, "")
    return may(situation, step, person)


def test_where_it_depends_on_what_is_typed_the_field_is_named_unless_the_person_may_anyhow():
    first, second = f"{PARENT}/inspection_commission", f"{PARENT}/propaganda_board"
    story = consulting(first, second)

    asked = answer(story, "give-opinion", holder(first))
    assert (asked.competent, asked.depends_on) == ([first, second], "body")
    assert list(asked.held) == [first]
    one = answer(consulting(first), "give-opinion", holder(first))
    assert (one.competent, one.depends_on) == ([first], "")
    assert answer(story, "give-opinion", "nguoi-la").held == {}


def test_the_organs_of_a_command_at_another_stage_are_none():
    story = a_case("appraised")
    asked = command(story, "submit-sheet", d.Scoring(sheet=story.sheet), f"{UNIT}-cell")

    assert organs_for_command(story.world.case(story.stream), asked, story.world) == []


@pytest.mark.parametrize(
    ("event", "organs"), [(c.DecisionIssued, [DECIDER]), (c.DossierSubmitted, [f"{UNIT}/cell"])]
)
def test_a_correction_is_for_the_organ_that_made_the_act(event, organs):
    story = a_case("recognised")
    case = story.world.case(story.stream)
    of = d.Correction(of_position=case.last(event).position, field="number", value="1")
    asked = command(story, "correct", of, holder(DECIDER))

    assert organs_for_command(case, asked, story.world) == organs
    of_nothing = replace(asked, payload=replace(of, of_position=10_000))
    assert set(organs_for_command(case, of_nothing, story.world)) == {DECIDER, f"{UNIT}/cell"}
    assert answer(story, "correct", holder(DECIDER)).depends_on == "of_position"
