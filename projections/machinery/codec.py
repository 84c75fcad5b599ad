"""The one codec of every event there is: topics to types, and stored bytes to records."""

from __future__ import annotations

from domain.events import ALL
from ledger.codec import Codec

CODEC = Codec(ALL)
