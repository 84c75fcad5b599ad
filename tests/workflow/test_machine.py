"""The compiled table answers what the machine it was compiled from answers."""

from itertools import product

import pytest

from tests.workflow.lending import lending, tree
from workflow import machine
from workflow.machine import UncompilableError, build, trigger

TABLE = machine.compile(lending())
STAGES = ("new", "asked", "lent", "overdue", "returned", "refused", "lost")
TRIGGERS = sorted({(step.verb, step.outcome) for step in lending().steps})


@pytest.mark.parametrize(("stage", "act"), list(product(STAGES, TRIGGERS)))
def test_the_table_answers_as_the_machine_does(stage, act):
    verb, outcome = act
    held = build(lending()).get_transitions(f"{verb}/{outcome}", source=stage)
    found = [step for step in TABLE.steps_from(stage) if (step.verb, step.outcome) == act]
    assert [t.dest or stage for t in held] == [TABLE.target(step, stage) for step in found]
    assert len(found) <= 1
    if found:
        assert TABLE.find(stage, verb, outcome) == found[0]


@pytest.mark.parametrize("stage", STAGES)
def test_the_table_names_the_triggers_the_machine_names(stage):
    held = build(lending()).get_triggers(stage)
    assert sorted(held) == sorted(trigger(step) for step in TABLE.steps_from(stage))


def test_nobody_can_jump_to_a_stage():
    assert [name for name in build(lending()).events if name.startswith("to_")] == []


def test_the_machine_holds_no_case():
    assert build(lending()).models == []


def test_the_stages_are_those_of_the_file_after_the_start():
    assert TABLE.stages == STAGES


def test_the_very_outcome_is_preferred_to_any():
    assert TABLE.find("asked", "answer", "YES").step == "lend"
    assert TABLE.find("asked", "answer", "NO").step == "refuse"
    assert TABLE.find("asked", "answer").step == "refuse"


def test_an_act_that_a_stage_does_not_answer_finds_nothing():
    assert TABLE.find("returned", "renew") is None
    assert TABLE.find("nowhere", "renew") is None
    assert TABLE.steps_from("nowhere") == ()


def test_an_outcome_needs_a_step_of_its_own_or_one_for_any():
    only_yes = [step for step in tree()["steps"] if step["step"] != "refuse"]
    table = machine.compile(lending(steps=only_yes))
    assert table.find("asked", "answer", "YES").step == "lend"
    assert table.find("asked", "answer", "NO") is None


def test_the_steps_of_a_stage_come_in_the_order_of_the_file():
    steps = [step.step for step in TABLE.steps_from("lent")]
    assert steps == ["renew", "recall", "give_back", "report_loss", "note"]


def test_the_verbs_of_a_stage_come_once_each():
    assert TABLE.verbs_from("asked") == ("answer", "note")


def test_a_step_that_stays_leads_to_where_it_was_taken():
    assert TABLE.target(TABLE.find("lost", "note"), "lost") == "lost"
    assert TABLE.target(TABLE.find("lent", "give_back"), "lent") == "returned"


def test_a_case_may_end_at_a_resting_stage_only():
    assert [stage for stage in STAGES if TABLE.resting(stage)] == ["returned", "refused", "lost"]


def test_an_ambiguous_definition_is_not_compiled():
    twice = [*tree()["steps"], {"step": "renew", "from": "lent", "to": "moon", "by": "reader"}]
    with pytest.raises(UncompilableError) as refused:
        machine.compile(lending(steps=twice))
    assert [fault.code for fault in refused.value.faults] == ["unknown_stage", "same_answer"]
    assert "moon" in str(refused.value)
