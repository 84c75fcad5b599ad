"""The content of a command as the log keeps it: the same command is known again, and no erased text can be tried out.

The digest is taken with the salts of the commit's texts. An erasure forgets a salt, and with it any way to try a guess.
"""

from collections.abc import Iterable
from hashlib import sha256

from ledger.texts import KeptText, unpacked

_SALTED = "salted:"


def salted(digest: str, texts: Iterable[KeptText]) -> str:
    """What is kept for the digest of a command's content: itself without texts, nothing of it where one was erased."""
    salts = [text.salt for text in {text.commitment: text for text in texts}.values()]
    if not salts:
        return digest
    if None in salts:
        return _SALTED
    hashed = sha256("\n".join([*filter(None, salts), digest]).encode())
    return _SALTED + hashed.hexdigest()


def is_same(digest: str, kept: str, texts: str | None) -> bool:
    """Whether a command of this content was kept.

    After an erasure nobody knows the content: the id alone says it. Logs of an earlier day keep digests without salt.
    """
    if not kept.startswith(_SALTED):
        return kept == digest
    read = list(unpacked(texts or "[]"))
    return any(text.salt is None for text in read) or kept == salted(digest, read)
