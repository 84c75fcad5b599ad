"""A title that data give, in both languages."""

from typing import NamedTuple


class Label(NamedTuple):
    vi: str
    en: str
