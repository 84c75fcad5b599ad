"""What somebody holds and we keep only the hash of: links, sessions; and the token of a session's forms."""

from __future__ import annotations

import hashlib
import hmac
import secrets

BYTES = 32


def fresh() -> str:
    """A new secret, fit for an address and a cookie."""
    return secrets.token_urlsafe(BYTES)


def kept(secret: str) -> str:
    """What is kept of a secret: SHA-256, hexadecimal. It has 256 bits of chance and needs no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def form_token(secret: str) -> str:
    """What the forms of a session carry, so that a page of somebody else's cannot send them."""
    return hmac.new(secret.encode(), b"form", hashlib.sha256).hexdigest()


def is_form_token(secret: str, token: str) -> bool:
    return bool(secret) and hmac.compare_digest(form_token(secret).encode(), token.encode())
