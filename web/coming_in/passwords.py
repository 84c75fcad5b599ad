"""Passwords: Argon2id with the least that is advised (19 MiB, 2 rounds, one lane), and which are too weak."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from domain.refusal import Refusal, refusal
from words.folded import folded

_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_NOBODY = _HASHER.hash("nobody has this password")
SHORTEST, LONGEST = 10, 200
"""Characters; longer ones cost time and protect no better."""


def hashed(password: str) -> str:
    return _HASHER.hash(password)


def is_password(kept: str, password: str) -> bool:
    """Whether it is the one; it takes as long where there is nobody to compare with."""
    try:
        return _HASHER.verify(kept or _NOBODY, password[:LONGEST]) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


def password_refusals(password: str, name: str) -> list[Refusal]:
    """Every reason against a new password: its length, one character alone, the name of its account."""
    if not SHORTEST <= len(password) <= LONGEST:
        return [refusal("password_length", about="password", least=SHORTEST, most=LONGEST)]
    too_plain = len(set(password)) < SHORTEST // 2 or (
        bool(name) and folded(name) in folded(password)
    )
    return [refusal("password_too_plain", about="password")] if too_plain else []
