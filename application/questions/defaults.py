"""The defaults: what is assumed where the guidelines leave a question open, and why."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from application.intake.programme_files import load

if TYPE_CHECKING:
    from domain.programme.edition import Edition

_NAMED = re.compile(r'"default":"(D-\d\d)"')


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence in Vietnamese and in English."""

    vi: str
    en: str

    def text(self, language: str) -> str:
        """The sentence in `vi` or `en`."""
        return self.en if language == "en" else self.vi


class Default(Words, frozen=True, forbid_unknown_fields=True):
    """What is assumed, and `why`.

    `held` says where a default is kept that no programme file can mark, or that it is not kept yet.
    """

    why: Words
    held: Words | None = None


@cache
def defaults() -> dict[str, Default]:
    """Every default by its id, in order."""
    path = Path(str(resources.files("programmes"))) / "defaults" / "defaults.yaml"
    return msgspec.convert(load(path)[0], dict[str, Default])


def named_by(edition: Edition) -> list[str]:
    """The ids of the defaults on which a programme rests, in order."""
    return sorted(set(_NAMED.findall(edition.content)))
