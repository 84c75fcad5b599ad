"""A command that a sentence names can be typed as it stands."""

import sys

import typer

from command_line import as_typed
from command_line.main import app


def test_a_command_in_a_sentence_is_typed_as_the_program_was_started(monkeypatch):
    monkeypatch.setattr(sys, "argv", [str(as_typed.CHECKOUT)])

    told = as_typed.typable("Không có lệnh “x”. Xem các lệnh: bontot forms.")

    assert told.endswith(f"{as_typed.program()} forms.")
    assert as_typed.program().endswith("scripts/bontot")


def test_every_command_is_known():
    assert sorted(typer.main.get_command(app).commands) == list(as_typed.COMMANDS)


def test_the_name_of_the_program_alone_is_left_as_it_is():
    assert as_typed.typable("Sổ này do bontot phiên bản mới hơn tạo.") == (
        "Sổ này do bontot phiên bản mới hơn tạo."
    )
