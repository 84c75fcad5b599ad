"""The second factor: a code of six figures that changes every half minute (RFC 6238)."""

from __future__ import annotations

import io
import re
from datetime import datetime

import pyotp
import segno

STEP = 30
_ISSUER = "bontot"
_SECRET = re.compile("[A-Z2-7]{32}")
"""160 bits in base 32."""


def new_secret() -> str:
    return pyotp.random_base32()


def is_secret(text: str) -> bool:
    """Whether a text is a secret as `new_secret` makes them."""
    return bool(_SECRET.fullmatch(text))


def picture(secret: str, name: str) -> str:
    """What a telephone photographs, as SVG in one string."""
    address = pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=_ISSUER)
    out = io.BytesIO()
    segno.make(address, error="m").save(
        out, kind="svg", scale=5, xmldecl=False, svgns=True, svgclass=None, lineclass=None
    )
    return out.getvalue().decode()


def step_of(secret: str, code: str, now: datetime, after: int) -> int | None:
    """The half minute that a code is of, now or one before or after; None where it is none or was used.

    `after` is the step of the last code that was taken: none is taken twice.
    """
    typed, current = code.replace(" ", ""), int(now.timestamp()) // STEP
    if not typed.isascii() or not typed.isdecimal():
        return None
    totp = pyotp.TOTP(secret)
    for step in (current, current - 1, current + 1):
        if step > after and pyotp.utils.strings_equal(totp.at(step * STEP), typed):
            return step
    return None
