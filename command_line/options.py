"""Options that commands share: each is declared once, and named once in the catalogues."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from command_line.usage.declaring import option
from command_line.usage.typer_classes import Language as Language  # noqa: PLC0414 -- commands find every shared option here

Database = Annotated[str, option("--database", takes="url")]
AsJson = Annotated[bool, option("--json")]
By = Annotated[str, option("--by", takes="person")]
Reason = Annotated[str, option("--reason", takes="text")]
ReasonOrUsual = Annotated[str, option("--reason", takes="text", key="reason_or_usual")]
SignedBy = Annotated[str, option("--signed-by", takes="person")]
ForOrgan = Annotated[str, option("--for", takes="organ")]
On = Annotated[str, option("--on", takes="date")]
OnDay = Annotated[str, option("--on", takes="date", key="on_day")]
At = Annotated[str, option("--at", takes="instant")]
CommandId = Annotated[str, option("--command-id", takes="id")]
KnownAt = Annotated[str, option("--known-at", takes="moment")]
AsOf = Annotated[str, option("--as-of", takes="date")]
Out = Annotated[Path, option("--out", takes="folder")]
MadeFrom = Annotated[int | None, option("--made-from", takes="version")]
Trying = Annotated[bool, option("--try")]
