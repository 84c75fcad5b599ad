"""Options of lists: filters that may be given several times, sort keys, pages."""

from __future__ import annotations

from typing import Annotated

import typer

Programmes = Annotated[
    list[str] | None,
    typer.Option("--programme", help="Chương trình. / Programme.", show_default=False),
]
Periods = Annotated[
    list[str] | None, typer.Option("--period", help="2024, 2024-Q1, 2024-05.", show_default=False)
]
Stages = Annotated[
    list[str] | None, typer.Option("--stage", help="Giai đoạn. / Stage.", show_default=False)
]
Outcomes = Annotated[
    list[str] | None, typer.Option("--outcome", help="Kết quả. / Outcome.", show_default=False)
]
Units = Annotated[
    list[str] | None, typer.Option("--unit", help="Mã tổ chức. / Unit.", show_default=False)
]
Persons = Annotated[
    list[str] | None, typer.Option("--person", help="Đảng viên. / Member.", show_default=False)
]
Parents = Annotated[
    list[str] | None,
    typer.Option("--parent", help="Cấp trên trực tiếp. / Directly above.", show_default=False),
]
Kinds = Annotated[
    list[str] | None, typer.Option("--kind", help="Loại. / Kind of unit.", show_default=False)
]
Standing = Annotated[
    bool | None,
    typer.Option(
        "--standing/--not-standing",
        help="Còn hiệu lực hay không. / Whether it stands.",
        show_default=False,
    ),
]
Under = Annotated[
    str, typer.Option("--under", help="Tổ chức và mọi cấp dưới. / A unit with all below it.")
]
Late = Annotated[
    bool | None,
    typer.Option(
        "--late/--in-time", help="Đã muộn hoặc còn kịp. / Late, or in time.", show_default=False
    ),
]
DueBefore = Annotated[
    str,
    typer.Option("--due-before", metavar="DATE", help="Hạn trước ngày này. / Due before this day."),
]
Sort = Annotated[
    str,
    typer.Option(
        "--sort",
        metavar="KEY",
        help="Xếp theo mục; -KEY xếp ngược. / Sort key; -KEY the other way.",
    ),
]
Size = Annotated[
    int | None,
    typer.Option(
        "--size", metavar="N", help="Số dòng một trang. / Rows of a page.", show_default=False
    ),
]
After = Annotated[
    str,
    typer.Option("--after", metavar="MARK", help="Trang sau dấu này. / The page after this mark."),
]
