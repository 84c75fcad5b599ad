"""Options that commands share, in one wording."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Database = Annotated[
    str,
    typer.Option(
        "--database",
        metavar="URL",
        help="Cơ sở dữ liệu (mặc định BONTOT_DATABASE, hoặc tệp SQLite trong var/). / Database URL.",
    ),
]
Language = Annotated[
    str,
    typer.Option("--lang", metavar="vi|en", help="Ngôn ngữ hiển thị. / Language of the output."),
]
AsJson = Annotated[
    bool, typer.Option("--json", help="In ra một tài liệu JSON. / Print one JSON document.")
]
By = Annotated[str, typer.Option("--by", metavar="PERSON", help="Người nhập. / Who enters it.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Lý do. / Why.")]
SignedBy = Annotated[
    str,
    typer.Option("--signed-by", metavar="PERSON", help="Người ký, nếu khác người nhập. / Signer."),
]
ForOrgan = Annotated[
    str,
    typer.Option("--for", metavar="UNIT/ORGAN", help="Thay mặt cơ quan nào. / For which organ."),
]
On = Annotated[
    str,
    typer.Option(
        "--on", metavar="DATE", help="Ngày trên văn bản, 2024-12-05. / Date on the paper."
    ),
]
At = Annotated[
    str,
    typer.Option(
        "--at", metavar="INSTANT", help="Chỉ cho sổ mô phỏng. / Instant, in a simulated log only."
    ),
]
CommandId = Annotated[
    str,
    typer.Option(
        "--command-id", metavar="ID", help="Gửi lại không làm hai lần. / Sent twice, done once."
    ),
]
KnownAt = Annotated[
    str,
    typer.Option(
        "--known-at",
        metavar="WHEN",
        help="Như sổ đã biết: vị trí, ngày hoặc thời điểm. / As the log knew it: position, day or instant.",
    ),
]
AsOf = Annotated[
    str,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Có hiệu lực đến ngày này. / Of what is in effect by this day.",
    ),
]
Out = Annotated[
    Path, typer.Option("--out", metavar="DIR", help="Thư mục kết quả. / Output folder.")
]
MadeFrom = Annotated[
    int | None,
    typer.Option(
        "--made-from",
        metavar="VERSION",
        help="Phiên bản hồ sơ đã xem; có thay đổi liên quan thì bị từ chối."
        " / The case's version looked at; refused where what was seen has changed.",
    ),
]
Trying = Annotated[
    bool,
    typer.Option(
        "--try",
        help="Chỉ thử: nói lệnh sẽ ghi gì, hoặc mọi lý do từ chối; không ghi gì."
        " / Only try: say what it would record, or every reason against it; record nothing.",
    ),
]
