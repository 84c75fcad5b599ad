"""The machine: built and held by `transitions`, then compiled to a table for the hot path.

`transitions` is imported here and nowhere else. It never holds a case: no model, plain strings.
"""

from transitions import Machine

from workflow.checks import ambiguities
from workflow.definition import Definition, Step
from workflow.faults import Fault

Answers = dict[tuple[str, str, str], Step]


class UncompilableError(ValueError):
    """A definition names stages it does not declare, or gives two answers to one act."""

    def __init__(self, faults: list[Fault]) -> None:
        """Keep every fault, so that a person reads all of them at once."""
        super().__init__("\n".join(str(fault.why) for fault in faults))
        self.faults = faults


class Table:
    """Which step answers a verb at a stage. Made by `compile`; it never changes."""

    __slots__ = ("_answers", "_from", "_resting", "definition", "stages")

    def __init__(self, definition: Definition, answers: Answers) -> None:
        """Keep the answers, and index them by stage as well."""
        self.definition = definition
        self.stages: tuple[str, ...] = definition.stage_names
        self._answers = answers
        self._from = {stage: _steps_at(stage, definition, answers) for stage in self.stages}
        described = definition.stages.items()
        self._resting = frozenset(name for name, stage in described if stage.resting)

    def find(self, stage: str, verb: str, *outcomes: str) -> Step | None:
        """The step that answers: one for the first of these very outcomes that has one, else one for any."""
        steps = (self._answers.get((stage, verb, outcome)) for outcome in (*outcomes, ""))
        return next(filter(None, steps), None)

    def steps_from(self, stage: str) -> tuple[Step, ...]:
        """Every step that may be taken at a stage, in the order of the file."""
        return self._from.get(stage, ())

    def verbs_from(self, stage: str) -> tuple[str, ...]:
        """Every command that is answered at a stage, each once, in the order of the file."""
        return tuple(dict.fromkeys(step.verb for step in self.steps_from(stage)))

    def target(self, step: Step, stage: str) -> str:
        """Where a case that stands at `stage` stands after the step."""
        return step.to or stage

    def resting(self, stage: str) -> bool:
        """Whether a case may end at a stage."""
        return stage in self._resting


def compile(definition: Definition) -> Table:  # noqa: A001 -- read as machine.compile(...)
    """The table of a definition. Raises UncompilableError if it is ambiguous."""
    machine = build(definition)
    steps = {
        (source, trigger(step)): step
        for step in definition.steps
        for source in definition.sources(step)
    }
    answers: Answers = {}
    for name, event in machine.events.items():
        for source in event.transitions:
            step = steps[source, name]
            answers[source, step.verb, step.outcome] = step
    return Table(definition, answers)


def build(definition: Definition) -> Machine:
    """The machine as `transitions` holds it. Raises UncompilableError if it is ambiguous."""
    if faults := ambiguities(definition):
        raise UncompilableError(faults)
    machine = Machine(
        model=None,
        states=list(definition.stage_names),
        initial=definition.start,
        auto_transitions=False,
    )
    for step in definition.steps:
        # No destination makes it an internal transition: the stage stays what it is.
        machine.add_transition(trigger(step), list(definition.sources(step)), step.to or None)
    return machine


def trigger(step: Step) -> str:
    """The name under which `transitions` files a step."""
    return f"{step.verb}/{step.outcome}"


def _steps_at(stage: str, definition: Definition, answers: Answers) -> tuple[Step, ...]:
    return tuple(
        step for step in definition.steps if answers.get((stage, step.verb, step.outcome)) is step
    )
