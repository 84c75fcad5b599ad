"""The only place that reads the environment: where the log is, which language."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

DEFAULT_DATABASE = Path("var") / "bontot.sqlite"


@dataclass(frozen=True)
class Settings:
    """`database` is a database URL; `language` is `vi` or `en`."""

    database: str
    language: str = "vi"


def from_environ(database: str = "", language: str = "") -> Settings:
    """Read the settings; what is given wins over `BONTOT_DATABASE` and `BONTOT_LANG`."""
    url = database or os.environ.get("BONTOT_DATABASE", "") or f"sqlite:///{DEFAULT_DATABASE}"
    spoken = language or os.environ.get("BONTOT_LANG", "") or "vi"
    return Settings(database=url, language="en" if spoken.startswith("en") else "vi")


def handed_on(settings: Settings) -> None:
    """Have processes that this one starts read the same settings."""
    os.environ["BONTOT_DATABASE"] = settings.database
    os.environ["BONTOT_LANG"] = settings.language
