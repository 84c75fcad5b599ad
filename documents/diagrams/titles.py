"""What a diagram of a programme's workflow is called: the programme, and whose cases go this way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from words.values import listed

if TYPE_CHECKING:
    from domain.programme.model import Programme
    from words.kinds import Labelled
    from words.language import Language


def title_of(programme: Programme, workflow: str, language: Language) -> str:
    """`Four-good cells (Kon Tum): Cell and Committee`; the programme alone where no subject goes this way."""
    kinds = [each for each in programme.subjects.values() if each.workflow == workflow]
    name = _label(programme.name, language)
    if not kinds:
        return name
    return f"{name}: {listed((_label(each, language) for each in kinds), language)}"


def _label(labelled: Labelled, language: Language) -> str:
    return labelled.en if language == "en" else labelled.vi
