"""Names that a log knows: the words that its programmes give their codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from application.questions import organisation

if TYPE_CHECKING:
    from application.running.system import System
    from domain.programme.model import Programme
    from words.kinds import Kind, Labelled
    from words.language import Language


class LogNames:
    """The `words.sentences.Names` of a log; what programmes disagree about, the newest says."""

    def __init__(self, system: System) -> None:
        self._system = system

    def __call__(self, kind: Kind, code: str, language: Language, /) -> str | None:
        label = self._labels.get(kind, {}).get(code)
        if label is None:
            return None
        return label.en if language == "en" else label.vi

    @cached_property
    def _labels(self) -> dict[Kind, dict[str, Labelled]]:
        found: dict[Kind, dict[str, Labelled]] = {}
        programmes = [edition.programme for edition in organisation.editions(self._system)]
        for programme in programmes:
            for kind, labels in _of_programme(programme).items():
                found.setdefault(kind, {}).update(labels)
        return found


def _of_programme(programme: Programme) -> dict[Kind, Mapping[str, Labelled]]:
    if programme.kind != "programme":
        return {"programme": {programme.code: programme.name}}  # an instrument has no more
    return {
        "programme": {programme.code: programme.name},
        "stage": programme.stages,
        "title": programme.titles,
        "level": programme.titles,
        "subject_kind": programme.subjects,
        "role": programme.roles,
        "reward": programme.rewards,
        "ground": programme.revocation.grounds,
        "report": programme.reports,
        "review": programme.reviews,
        "commendation": programme.commendations,
    }
