"""How a case is named on the command line: a unit or a person and a period, or its id."""

from __future__ import annotations

from typing import Annotated

from command_line.usage.declaring import argument, option

Case = Annotated[str, argument("case")]
Period = Annotated[str, argument("period")]
Programme = Annotated[str, option("--programme", takes="programme", key="programme_of_case")]
