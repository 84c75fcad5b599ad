"""What a leaf of the tree covers: every column of a row but the leaf itself, in an encoding that no two rows share."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from struct import Struct
from typing import Any

_LENGTHS = Struct(">13I").pack


def row_leaf(row: Sequence[Any]) -> bytes:
    """SHA-256 over 0x00, the lengths of the first 13 columns of a `Row` (uint32, big-endian), the columns.

    Numbers are decimal text, text is UTF-8, the state is the stored bytes.
    """
    columns = (
        b"%d" % row[0],
        row[1].encode(),
        b"%d" % row[2],
        row[3].encode(),
        row[4],
        row[5].encode(),
        row[6].encode(),
        row[7].encode(),
        row[8].encode(),
        row[9].encode(),
        row[10].encode(),
        row[11].encode(),
        row[12].encode(),
    )
    return sha256(b"\x00" + _LENGTHS(*map(len, columns)) + b"".join(columns)).digest()


def tags_digest(tags: Iterable[tuple[str, int, str]]) -> bytes:
    """SHA-256 over the tags of a commit as (tag, number, stream), length-prefixed; empty if it set none."""
    columns = [str(part).encode() for tag in tags for part in tag]
    if not columns:
        return b""
    return sha256(b"".join(len(c).to_bytes(4, "big") + c for c in columns)).digest()
