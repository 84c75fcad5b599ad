"""Gathering the facts that a criteria set needs, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from domain.measures.ask import Ask
from domain.measures.cases import share_of_cases
from domain.measures.catalogue import MEASURES
from domain.measures.classified import classification
from domain.measures.figures import figure
from domain.programme.frames import frame_asked
from domain.programme.procedure import MeetingRules
from domain.scoring.facts import Facts, Measured
from domain.scoring.tree import leaves
from domain.scoring.value import shown

if TYPE_CHECKING:
    from domain.programme.criteria import CriteriaSet, Node
    from domain.programme.model import Programme
    from domain.world import World


def gather(
    criteria: CriteriaSet,
    programme: Programme,
    subject: str,
    unit: str,
    period: str,
    closing_on: date,
    world: World,
) -> Facts:
    """Answer the measured values that the nodes name, as the log knows them now.

    `closing_on` is the day of rolls and ratios, and up to which months are due. What the log does
    not have is left out: there the sheet's own value counts.
    """
    ask = Ask(
        unit=unit,
        member=subject.removeprefix("member:") if subject.startswith("member:") else "",
        period=period,
        closing_on=closing_on,
        world=world,
        programme=programme.code,
        rules=programme.meetings or MeetingRules(),
        frame=frame_asked(programme),
        grades=tuple(programme.grade),
    )
    answers: dict[str, Measured] = {}
    for node in leaves(criteria):
        answers.update(_of_node(node, programme, ask))
    known = {name: measured for name, measured in answers.items() if measured.value is not None}
    lenient = (node.id for node in leaves(criteria) if not _must_be_final(node))
    return Facts(known, frozenset(lenient))


def _of_node(node: Node, programme: Programme, ask: Ask) -> Iterator[tuple[str, Measured]]:
    """Measure what a node and its checks name: under the node's id what is counted for it alone."""
    if node.children is not None:
        use = node.measure or f"four_good_{node.children.of}"
        yield node.id, share_of_cases(ask, node.children, use)
    elif node.external is not None:
        yield node.id, classification(ask, node.external, f"classification_of_{node.external.of}")
    elif node.series is not None and node.measure:
        yield node.id, _measured(node.measure, programme, ask, series=True)
    elif node.measure:
        yield node.measure, _measured(node.measure, programme, ask)
    for check in node.checks:
        if check.measure:
            yield check.measure, _measured(check.measure, programme, ask)


def _measured(name: str, programme: Programme, ask: Ask, *, series: bool = False) -> Measured:
    """Compute a measure of the programme, or read the figure that the unit reported for it."""
    known = programme.measures.get(name)
    computed = known.computed if known else name
    if computed == "entered":
        value = figure(ask, name, known.unit if known else "")
        return Measured(value=value, reliances=ask.relied_on(name, shown(value)))
    measurement = MEASURES[computed]
    compute = measurement.series if series and measurement.series else measurement.compute
    return compute(ask, name)


def _must_be_final(node: Node) -> bool:
    if node.children is not None:
        return node.children.final_only
    return node.external is None or node.external.final_only
