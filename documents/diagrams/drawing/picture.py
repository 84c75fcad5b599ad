"""What a diagram of a workflow shows, before anybody decides where: boxes, arrows and words."""

from typing import Literal

import msgspec

from words.language import say
from workflow.checks import ambiguities
from workflow.definition import ANY_STAGE, Definition
from workflow.machine import UncompilableError

MANY = 4
"""An act from so many stages starts from one box that lists them, or lines would hide the way."""
Names = dict[str, None]


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A stage, or (`any`) several at once; `stays` are the acts that leave a case where it is."""

    name: str
    label: str
    kind: Literal["start", "stage", "resting", "any"]
    stages: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()


class Arrow(msgspec.Struct, frozen=True, kw_only=True):
    """Every step from one box to another, with their labels."""

    source: str
    target: str
    labels: tuple[str, ...]


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of it; the first node is the start."""

    title: str
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]

    @property
    def description(self) -> str:
        """The diagram in words, for those who do not see it."""
        labels = {
            node.name: f"{node.label} ({', '.join(node.stages)})" if node.stages else node.label
            for node in self.nodes
        }
        told = [
            f"{labels[arrow.source]} → {labels[arrow.target]}: {'; '.join(arrow.labels)}."
            for arrow in self.arrows
        ]
        stays = [f"{labels[n.name]}: {'; '.join(n.stays)}." for n in self.nodes if n.stays]
        return " ".join([*told, *stays])


def picture(definition: Definition, lang: str = "vi", *, title: str = "") -> Picture:
    """What to draw of a definition, with labels in one language.

    Raises UncompilableError if a step names a stage that is not declared.
    """
    unknown = [fault for fault in ambiguities(definition) if fault.code == "unknown_stage"]
    if nowhere := [fault for fault in unknown if fault.path[0] == "steps"]:
        raise UncompilableError(nowhere)
    sketch = _Sketch(definition)
    for (label, target), sources in _acts(definition, lang).items():
        sketch.add(label, tuple(sources), target)
    nodes = [_stage(definition, name, lang) for name in definition.stage_names]
    nodes += [_group(definition, name, each, lang) for name, each in sketch.groups.items()]
    return Picture(
        title=title or definition.name,
        nodes=tuple(
            msgspec.structs.replace(node, stays=tuple(sketch.stays.get(node.name, ())))
            for node in nodes
        ),
        arrows=tuple(
            Arrow(source=source, target=target, labels=tuple(labels))
            for (source, target), labels in sketch.arrows.items()
        ),
    )


class _Sketch:
    """Arrows, stays and groups of stages while the acts are gone through."""

    def __init__(self, definition: Definition) -> None:
        self.definition = definition
        self.arrows: dict[tuple[str, str], Names] = {}
        self.stays: dict[str, Names] = {}
        self.groups: dict[str, tuple[str, ...]] = {}

    def add(self, label: str, sources: tuple[str, ...], target: str) -> None:
        """Draw one act from its stages, or from the one box that stands for them."""
        for source in self._drawn(sources):
            if target:
                self.arrows.setdefault((source, target), {})[label] = None
            else:
                self.stays.setdefault(source, {})[label] = None

    def _drawn(self, sources: tuple[str, ...]) -> tuple[str, ...]:
        if ANY_STAGE in sources:
            self.groups[ANY_STAGE] = ()
            start = self.definition.start
            return (ANY_STAGE, start) if start in sources else (ANY_STAGE,)
        if len(sources) < MANY:
            return sources
        stages = tuple(sorted(sources, key=self.definition.stage_names.index))
        known = {group: name for name, group in self.groups.items()}
        # No stage has a name with an asterisk, so these cannot clash.
        name = known.get(stages, f"{ANY_STAGE}{len(self.groups) + 1}")
        self.groups[name] = stages
        return (name,)


def _acts(definition: Definition, lang: str) -> dict[tuple[str, str], Names]:
    """From which stages an act leads where; to itself is the same as nowhere."""
    acts: dict[tuple[str, str], Names] = {}
    for step in definition.steps:
        for source in step.sources:
            target = "" if step.to == source else step.to
            acts.setdefault((step.label(lang), target), {})[source] = None
    return acts


def _stage(definition: Definition, name: str, lang: str) -> Node:
    stage = definition.stages.get(name)
    label = stage.label(lang) if stage else say("diagram.start", lang)
    if name == definition.start:
        return Node(name=name, label=label, kind="start")
    return Node(name=name, label=label, kind="resting" if stage and stage.resting else "stage")


def _group(definition: Definition, name: str, stages: tuple[str, ...], lang: str) -> Node:
    key = "diagram.many" if stages else "diagram.any"
    label = say(key, lang, count=len(stages))
    listed = tuple(_stage(definition, stage, lang).label for stage in stages)
    return Node(name=name, label=label, kind="any", stages=listed)
