"""What a case would come to under other rules, on the same facts; a simulation, never a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from domain.case.decisive import decisive_act
from domain.scoring.score import score, validate
from domain.scoring.tree import nodes

if TYPE_CHECKING:
    from domain.case.situation import Situation
    from domain.case.state import Case
    from domain.events.base import Outcome, Sheet
    from domain.refusal import Refusal

_LACKING = {"node_missing", "value_unreadable", "level_unknown", "value_in_no_band", "points_above"}
"""Refusals which mean that the sheet has no answer for the other rules: no mark, or a value they do not know."""


class Turn(NamedTuple):
    """One difference: in a node, the `total` or the `knockout`; what it was and what it would be."""

    about: str
    was: str
    would_be: str


class Under(NamedTuple):
    """A case under other rules.

    `decided` is the level decided (empty before), `own` what its sheet comes to under its own rules,
    `outcome` under the others, empty where they cannot say: then `lacking` names the nodes without
    an answer. `turned` says why the two differ.
    """

    decided: str
    own: str
    outcome: str
    turned: list[Turn]
    lacking: list[str]

    @property
    def changed(self) -> bool:
        return bool(self.outcome) and self.outcome != self.own


def under(case: Case, here: Situation, there: Situation) -> Under:
    """Score the decisive sheet again: `here` is the case under its own rules, `there` under the others."""
    act = decisive_act(case)
    if act is None:
        return Under(case.outcome, "", "", [], [])
    sheet = act.event.details.sheet
    was = score(here.criteria, here.profile, sheet, here.facts).outcome
    fitting = _fitting(sheet, there)
    lacking = _lacking(fitting, there)
    if lacking:
        return Under(case.outcome, _level(was), "", [], lacking)
    outcome = score(there.criteria, there.profile, fitting, there.facts).outcome
    turned = _turned(was, outcome, there) if outcome.passes != was.passes else []
    return Under(case.outcome, _level(was), _level(outcome), turned, [])


def _level(outcome: Outcome) -> str:
    return "PASS" if outcome.passes else "FAIL"


def _fitting(sheet: Sheet, there: Situation) -> Sheet:
    """The marks of nodes that the other rules have."""
    known = {node.id for node in nodes(there.criteria)}
    marks = [mark for mark in sheet.marks if mark.node.partition("/")[0] in known]
    reasons = {bonus.id for bonus in there.criteria.bonus}
    return msgspec.structs.replace(
        sheet, marks=marks, bonus=[bonus for bonus in sheet.bonus if bonus.reason in reasons]
    )


def _lacking(sheet: Sheet, there: Situation) -> list[str]:
    reasons: list[Refusal] = validate(
        there.criteria, there.profile, sheet, there.facts, complete=True
    )
    return list(
        dict.fromkeys(str(each.values["node"]) for each in reasons if each.code in _LACKING)
    )


def _turned(was: Outcome, found: Outcome, there: Situation) -> list[Turn]:
    turns = [Turn(node, "", "knockout") for node in found.knockouts if node not in was.knockouts]
    known = {node.id for node in nodes(there.criteria)}
    met_now = {node: met for node, met in found.met.items() if node in known}
    turns += [
        Turn(node, _met(was.met[node]), _met(met))
        for node, met in met_now.items()
        if node in was.met and was.met[node] != met
    ]
    turns += [
        Turn(node, "", _met(met))
        for node, met in met_now.items()
        if node not in was.met and not met
    ]
    if found.total is not None:
        turns.append(Turn("total", _total(was), f"{found.total} / {_mark(there)}"))
    return turns


def _met(met: bool) -> str:
    return "met" if met else "not_met"


def _total(was: Outcome) -> str:
    return "-" if was.total is None else str(was.total)


def _mark(there: Situation) -> str:
    mark = there.criteria.pass_rule.mark
    return "-" if mark is None else str(mark)
