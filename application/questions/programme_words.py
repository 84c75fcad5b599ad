"""The words that a programme file gives its codes, by kind; and what several files say together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from domain.scoring.breach import check_name
from words.kinds import Kind, Labelled, Said

if TYPE_CHECKING:
    from domain.programme.criteria import Node
    from domain.programme.model import Programme

Labels: TypeAlias = Mapping[Kind, Mapping[str, Labelled]]


def labels_of(programme: Programme) -> Labels:
    """What a version of a programme, or an instrument, calls what it has codes for."""
    if programme.kind != "programme":
        return {"programme": {programme.code: programme.name}}  # an instrument has no more
    return {
        "programme": {programme.code: programme.name},
        "stage": programme.stages,
        "title": programme.titles,
        "level": {**programme.titles, **programme.grade},
        "mark": {level.id: level for node in _nodes(programme) for level in node.levels},
        "criterion": _conditions(programme),
        "reason": _reasons(programme),
        "subject_kind": programme.subjects,
        "org_type": programme.org_types,
        "attribute": programme.person_attributes,
        "role": programme.roles,
        "measure": _reported(programme),
        "document": papers_of(programme),
        "reward": programme.rewards,
        "ground": programme.revocation.grounds,
        "report": programme.reports,
        "review": programme.reviews,
        "commendation": programme.commendations,
    }


def papers_of(programme: Programme) -> dict[str, Labelled]:
    """The papers of the dossier; one that is asked of several kinds of subjects is called as where it stands first."""
    return {each.document: each for each in reversed(programme.dossier)}


def _reported(programme: Programme) -> dict[str, Labelled]:
    """Figures that units report; what the log measures is called the same everywhere."""
    return {code: each for code, each in programme.measures.items() if each.computed == "entered"}


def _conditions(programme: Programme) -> dict[str, Labelled]:
    """What is checked inside criteria, and by which ratios tasks are judged, `T//A`, whichever task it is.

    A criterion itself is called by its id, as on the paper.
    """
    found: dict[str, Labelled] = {
        check_name(node, check): check for node in _nodes(programme) for check in node.checks
    }
    for node in _nodes(programme):
        if node.tasks is not None:
            found[f"{node.id}//"] = node
            found |= {f"{node.id}//{each.id}": each for each in node.tasks.ratios}
    return found


def _reasons(programme: Programme) -> dict[str, Labelled]:
    """The reasons for bonus points and for deductions."""
    found: dict[str, Labelled] = {}
    for of in programme.criteria.values():
        found |= {each.id: each for each in of.bonus}
        found |= {each.id: each for each in of.deductions}
    return found


def _nodes(programme: Programme) -> Iterator[Node]:
    """Every criterion of every set, those inside groups too."""
    for of in programme.criteria.values():
        for group in of.groups:
            yield from _within(group.nodes)


def _within(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _within(node.nodes)


def agreed(files: Iterable[Labels]) -> Labels:
    """The labels of all files; where they differ about a code, all that it is called, each once.

    A paper is called here as everywhere, not by the headings of all guidelines.
    """
    found: dict[Kind, dict[str, list[Labelled]]] = {}
    for labels in files:
        for kind, by_code in labels.items():
            if kind == "document":
                continue
            for code, label in by_code.items():
                found.setdefault(kind, {}).setdefault(code, []).append(label)
    return {
        kind: {code: _together(kind, code, each) for code, each in by_code.items()}
        for kind, by_code in found.items()
    }


def _together(kind: Kind, code: str, labels: list[Labelled]) -> Labelled:
    vi = " / ".join(dict.fromkeys(each.vi for each in labels))
    en = " / ".join(dict.fromkeys(each.en for each in labels))
    return Said(kind, code, vi, en)
