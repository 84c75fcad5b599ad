"""The guideline as this job needs it: the machine of its workflow, roles, grounds, nodes, who must act next."""

from __future__ import annotations

from typing import Any, NamedTuple

from domain.programme.reading import read_content
from projections.cases.waiting import ways
from scripts.benchmarks.generate import PROGRAMME
from workflow.definition import Step
from workflow.machine import build, trigger

SUBJECT = "subordinate_cell"


class Selected(NamedTuple):
    """An organ by name, so many units above the subject."""

    organ: str
    above: int


class _Standing(NamedTuple):
    """A case at a stage, as far as it is asked who must act next."""

    stage: str
    programme: str = "kon-tum"
    version: str = ""
    workflow: str = SUBJECT
    subject_kind: str = SUBJECT
    suspended: int = 0
    vote_lost: int = 0


class _Edition(NamedTuple):
    """The one edition there is."""

    found: Any

    def edition(self, _programme: str, _version: str) -> Any:
        return self.found


class Walker:
    """What the machine moves: one for all cases, set to the stage of each."""

    state: str


class Programme:
    """Read once. The machine moves one walker, so a `Programme` is for one thread at a time."""

    def __init__(self) -> None:
        edition = read_content(PROGRAMME["content"])
        programme: Any = edition.programme
        table = edition.tables[SUBJECT]
        self.grounds = frozenset(programme.revocation.grounds)
        self.effects = frozenset(programme.revocation.effects)
        self.explanation_days: int = programme.revocation.explanation_days
        self.nodes = frozenset(_nodes(programme.criteria["cell"].groups))
        facts: Any = _Edition(edition)
        standing: Any = _Standing
        self.waiting = {stage: ways(standing(stage), facts).roles for stage in table.stages}
        self._roles = {name: _selected(role) for name, role in programme.roles.items()}
        self._walker = Walker()
        self._machine = build(table.definition)
        self._machine.add_model(self._walker, initial=table.definition.start)
        self._steps = {
            (stage, trigger(step)): step
            for step in table.definition.steps
            for stage in table.definition.sources(step)
        }

    def step(self, stage: str, verb: str) -> tuple[Step, str] | None:
        """The step that answers an act, and where the machine leads; None where it does not allow it."""
        step = self._steps.get((stage, f"{verb}/"))
        if step is None:
            return None
        self._machine.set_state(stage, self._walker)
        self._walker.trigger(trigger(step))  # type: ignore[attr-defined]  # put there by the machine
        return step, self._walker.state

    def selected(self, role: str) -> tuple[list[Selected], bool]:
        """The organs of a role, and whether only the first that is there counts."""
        return self._roles.get(role, ([], True))


def _selected(role: Any) -> tuple[list[Selected], bool]:
    """Organs of a unit named in the file are left out: the job asks only the case's own units and those above."""
    rule = next((r for r in role.rules if not r.subjects or SUBJECT in r.subjects), None)
    if rule is None:
        return [], True
    around = [each for each in rule.organs if not each.of.startswith("unit:")]
    return [Selected(each.organ, _above(each.of)) for each in around], rule.pick == "first"


def _above(of: str) -> int:
    relation, _, count = of.partition(":")
    return 0 if relation == "self" else int(count or 1)


def _nodes(groups: Any) -> list[str]:
    return [deep for group in groups for node in group.nodes for deep in _deep(node)]


def _deep(node: Any) -> list[str]:
    return [node.id, *(deep for each in node.nodes for deep in _deep(each))]
