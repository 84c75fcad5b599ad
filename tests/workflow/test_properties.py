"""What holds for any workflow, not only for those we wrote."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflow import strategies as some
from workflow import machine
from workflow.checks import ambiguities, check
from workflow.paths import moves, reached

COMMANDS = (*some.COMMANDS, *(f"go_{name}" for name in some.STAGES))


@settings(deadline=None)
@given(some.sound_definitions(), st.data())
def test_a_random_walk_only_reaches_stages_the_definition_allows(definition, data):
    table, stage = machine.compile(definition), definition.start
    allowed = reached(moves(definition), [definition.start])
    for _ in range(12):
        if not (steps := table.steps_from(stage)):
            break
        step = data.draw(st.sampled_from(steps))
        assert stage in definition.sources(step)
        assert table.find(stage, step.verb, step.outcome) == step
        stage = table.target(step, stage)
        assert stage in allowed


@settings(deadline=None)
@given(some.sound_definitions())
def test_a_definition_with_a_spine_passes_every_check(definition):
    assert check(definition, guards=(), roles=("r",), commands=COMMANDS) == []


@settings(deadline=None)
@given(some.definitions())
def test_what_passes_the_checks_can_always_come_to_rest(definition):
    graph = moves(definition)
    resting = {name for name, stage in definition.stages.items() if stage.resting}
    stuck = [
        name for name in reached(graph, [definition.start]) if not reached(graph, [name]) & resting
    ]
    assert not (some.is_sound(definition) and stuck)


@settings(deadline=None)
@given(some.definitions())
def test_what_cannot_come_to_rest_is_always_reported(definition):
    graph = moves(definition)
    resting = {name for name, stage in definition.stages.items() if stage.resting}
    stuck = {name for name in graph if not reached(graph, [name]) & resting}
    found = check(definition, guards=(), roles=("r",), commands=COMMANDS)
    ends = [f for f in found if f.code in {"dead_end", "trap", "no_first_step"}]
    assert not stuck or ends


@settings(deadline=None)
@given(some.definitions())
def test_a_definition_without_ambiguities_always_compiles(definition):
    if not ambiguities(definition):
        assert machine.compile(definition).stages == definition.stage_names
