"""In every workflow of every guideline our table leads a case where the state machine of `transitions` leads it."""

import pytest
from transitions import MachineError

from application.intake.programme_publishing import programme_data
from domain.programme.reading import read_content
from tests.programmes.files import TEXTS
from workflow.machine import build, trigger

WORKFLOWS = [
    pytest.param(table, id=f"{code}-{name}")
    for code in TEXTS
    for name, table in read_content(programme_data(f"{code}.yaml")["content"]).tables.items()
]


class Walker:
    """What `transitions` moves about: a stage and nothing else."""


@pytest.mark.parametrize("table", WORKFLOWS)
def test_every_act_at_every_stage_leads_where_a_real_machine_goes(table):
    machine, walker = build(table.definition), Walker()
    machine.add_model(walker, initial=table.definition.start)
    for stage in table.stages:
        for step in table.definition.steps:
            machine.set_state(stage, walker)
            assert ended(walker, step) == by_the_table(table, stage, step)


def ended(walker, step):
    """Where the real machine stands after the act; None where it does not allow it."""
    try:
        walker.trigger(trigger(step))
    except MachineError:
        return None
    return walker.state


def by_the_table(table, stage, step):
    found = [
        each
        for each in table.steps_from(stage)
        if (each.verb, each.outcome) == (step.verb, step.outcome)
    ]
    return table.target(found[0], stage) if found else None
