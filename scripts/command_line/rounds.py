"""Commands about rounds: open, list."""

from __future__ import annotations

from typing import Annotated
from uuid import uuid4

import typer

from application import catalogue
from application.handle import handle
from application.request import Request
from scripts.command_line.options import AsJson, At, By, Database, Language, On, Reason
from scripts.command_line.terminal import day, instant, opened

app = typer.Typer(no_args_is_help=True)


@app.command("open")
def open_round(
    programme: Annotated[str, typer.Argument(metavar="PROGRAMME", help="Mã chương trình. / Code.")],
    period: Annotated[str, typer.Argument(metavar="PERIOD", help="2024, 2024-Q1, 2024-05.")],
    by: By,
    closing_on: Annotated[
        str,
        typer.Option("--closing-on", metavar="DATE", help="Ngày chốt danh sách. / Closing date."),
    ] = "",
    reason: Reason = "Mở đợt",
    on: On = "",
    at: At = "",
    database: Database = "",
    lang: Language = "",
) -> None:
    """Mở một đợt; phiên bản chương trình được chốt từ đây. / Open a round; its version is frozen."""
    with opened(database, lang) as (spoken, system):
        data = catalogue.round_data(system, programme, period, day(spoken, closing_on))
        handle(
            system,
            Request(
                verb="open-round",
                actor=by,
                reason=reason,
                command_id=str(uuid4()),
                data=data,
                on=day(spoken, on),
                at=instant(spoken, at),
            ),
        )
        spoken.say(
            f"Đã mở đợt {period} của {programme}.", f"Round {period} of {programme} is open."
        )


@app.command("list")
def list_rounds(database: Database = "", lang: Language = "", as_json: AsJson = False) -> None:
    """Danh sách đợt. / List rounds."""
    with opened(database, lang, as_json=as_json) as (spoken, system):
        columns = {
            "programme": ("Chương trình", "Programme"),
            "period": ("Kỳ", "Period"),
            "opened_on": ("Mở ngày", "Opened on"),
            "closing_on": ("Ngày chốt", "Closing on"),
            "cases": ("Số hồ sơ", "Cases"),
            "version": ("Phiên bản", "Version"),
        }
        spoken.answer(catalogue.rounds(system), columns)
