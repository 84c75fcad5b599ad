"""The hash tree of RFC 6962: leaf and node hashes, a frontier that grows by one leaf, its root."""

from collections.abc import Sequence
from hashlib import sha256

HASH_SIZE = 32
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(content: bytes) -> bytes:
    return sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def grow(frontier: list[bytes], size: int, leaf: bytes) -> None:
    """Add a leaf hash to the frontier of a tree of `size` leaves, in place.

    The frontier holds the roots of the complete subtrees, the largest first: one for each bit set in `size`.
    """
    while size & 1:
        leaf = sha256(b"\x01" + frontier.pop() + leaf).digest()
        size >>= 1
    frontier.append(leaf)


def root_hash(frontier: Sequence[bytes]) -> bytes:
    if not frontier:
        return EMPTY_ROOT
    root = frontier[-1]
    for left in frontier[-2::-1]:
        root = sha256(b"\x01" + left + root).digest()
    return root


def pack(frontier: Sequence[bytes]) -> bytes:
    return b"".join(frontier)


def unpack(packed: bytes) -> list[bytes]:
    return [packed[i : i + HASH_SIZE] for i in range(0, len(packed), HASH_SIZE)]
