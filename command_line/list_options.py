"""Options of lists: filters that may be given several times, sort keys, pages."""

from __future__ import annotations

from typing import Annotated

from command_line.usage.declaring import option

Programmes = Annotated[list[str] | None, option("--programme", takes="programme")]
Periods = Annotated[list[str] | None, option("--period", takes="period")]
Stages = Annotated[list[str] | None, option("--stage", takes="stage")]
Outcomes = Annotated[list[str] | None, option("--outcome", takes="outcome")]
Units = Annotated[list[str] | None, option("--unit", takes="unit")]
Persons = Annotated[list[str] | None, option("--person", takes="person")]
Organs = Annotated[list[str] | None, option("--for", takes="organ", key="tasks_for")]
WaitingFor = Annotated[list[str] | None, option("--for", takes="organ", key="cases_for")]
Parents = Annotated[list[str] | None, option("--parent", takes="unit")]
Kinds = Annotated[list[str] | None, option("--kind", takes="unit_kind")]
Standing = Annotated[bool | None, option("--standing/--not-standing")]
Under = Annotated[str, option("--under", takes="unit")]
Search = Annotated[str, option("--search", takes="text")]
Late = Annotated[bool | None, option("--late/--in-time")]
DueBefore = Annotated[str, option("--due-before", takes="date")]
Sort = Annotated[str, option("--sort", takes="sort")]
Size = Annotated[int | None, option("--size", takes="count")]
After = Annotated[str, option("--after", takes="mark")]
