"""How a case is named on the command line: a unit or a person and a period, or its id."""

from __future__ import annotations

from typing import Annotated

import typer

Case = Annotated[
    str,
    typer.Argument(
        metavar="CASE",
        help="Mã hoặc tên tổ chức, mã người, hoặc mã hồ sơ. / A unit's code or name, a person's or the case's id.",
    ),
]
Period = Annotated[
    str, typer.Argument(metavar="[PERIOD]", help="Kỳ: 2024, 2024-Q1, 2024-05. / The period.")
]
Programme = Annotated[
    str,
    typer.Option(
        "--programme",
        help="Chương trình, khi tổ chức có hồ sơ ở nhiều chương trình. / The programme, where several apply.",
    ),
]
