"""The menu: the pages from which every other is reached, in order."""

from __future__ import annotations

PLACES = (
    ("work", "/work"),
    ("cases", "/cases"),
    ("rounds", "/rounds"),
    ("units", "/units"),
    ("register", "/register"),
    ("programmes", "/programmes"),
    ("year", "/year"),
)
"""The key of its word (`web.place.<key>`) and its address."""
