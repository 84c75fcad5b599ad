"""The demonstration: five guidelines' sample years played into a simulated log, and what one sees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from application.bootstrap import initialise, open_system
from application.intake.programme_publishing import edition_of_file
from application.intake.scenario import Told, play
from application.labels import Labels
from application.questions import cases as queries
from application.questions import year as reviewing
from application.questions.names import LogNames
from application.questions.review_names import named_review
from application.running.system import HERE
from command_line.as_typed import program, quoted
from documents.diagrams.mermaid import mermaid
from documents.diagrams.svg import svg
from documents.programme_comparison import GUIDELINES
from documents.review_files import review_files
from documents.whole_folder import whole_folder, write_folder
from projections.review.case_counts import COUNTED

if TYPE_CHECKING:
    from application.running.system import System
    from command_line.terminal import Terminal

OPENED_AT = datetime(2023, 12, 1, 8, tzinfo=HERE)
REVIEWED_YEAR = 2024


def run(spoken: Terminal, out: Path) -> None:
    """Play the samples and show what the issue of recognition looks like; leave files in `out`.

    What an earlier demonstration left there is replaced; refuses a folder with other things in it.
    """
    with whole_folder(out, "demo") as made:
        _run(spoken, made)
    _hint(spoken, out)


def _hint(spoken: Terminal, out: Path) -> None:
    """What to open and what to type next."""
    page = quoted(out / f"review-{REVIEWED_YEAR}" / "review.html")
    spoken.say("cli.more_to_look_at", out=quoted(out))
    spoken.say(
        "cli.review_page",
        page=page,
    )
    ask = f"{program()} cases list --database {quoted(f'sqlite:///{out}/demo.sqlite')}"
    spoken.say("cli.ask_more", ask=ask)


def _run(spoken: Terminal, out: Path) -> None:
    database = f"sqlite:///{out / 'demo.sqlite'}"
    initialise(database, by="quan-tri", simulated=True, at=OPENED_AT).close()
    system = open_system(database)
    try:
        told = _played(spoken, system)
        spoken.labels, spoken.names = Labels(system, spoken.language), LogNames(system)
        _show(spoken, system, told)
        _leave(spoken, system, out)
    finally:
        system.close()


def samples() -> list[Path]:
    """The sample years that ship with bontot, one scenario for each guideline."""
    folder = Path(str(resources.files("samples")))
    return [folder / code / "scenario.jsonl" for code in GUIDELINES]


def _played(spoken: Terminal, system: System) -> list[Told]:
    spoken.say(
        "cli.sample_data",
    )
    with spoken.progress("cli.playing_samples") as progress:
        told = list(play(system, samples(), progress))
    for line in told:
        if not line.as_expected:
            spoken.warn(f"{line.file}:{line.number}")
            spoken.refused(line.refusals)
    if not all(line.as_expected for line in told):
        raise RuntimeError("a sample line went otherwise than it says")
    spoken.say("cli.carried_out", told=len(told))
    return told


def _show(spoken: Terminal, system: System, told: list[Told]) -> None:
    _heading(spoken, "Số liệu từng chương trình", "Each programme in figures")
    spoken.answer(_by_kind(queries.review(system, REVIEWED_YEAR)), _COUNTS)
    revoked = _revoked_unit(system)
    _heading(spoken, "Lịch sử một hồ sơ bị huỷ bỏ công nhận", "History of a case that was revoked")
    spoken.answer(queries.history(system, revoked["case"], language=spoken.language), _HISTORY)
    _heading(spoken, "Ai ghi từng mục", "Who set each field")
    spoken.answer(_decisive(queries.blame(system, revoked["case"])), _BLAME)
    _refusal(spoken, told)
    _registers(spoken, system, revoked["case"])


def _decisive(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The fields of the decision and of its revocation."""
    return [row for row in rows if row["field"].startswith(_DECISIVE)]


def _by_kind(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The counts of each programme and kind of subject, whatever the body above."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        names = {name: row[name] for name in ("programme", "subject_kind")}
        kept = found.setdefault((*names.values(),), {**names, **dict.fromkeys(COUNTED, 0)})
        for count in COUNTED:
            kept[count] += row[count]
    return list(found.values())


def _revoked_unit(system: System) -> dict[str, Any]:
    """The first unit in the register whose recognition was revoked."""
    return next(
        row
        for row in queries.register(system)
        if row["revoked_on"] and row["subject"].startswith("unit:")
    )


def _refusal(spoken: Terminal, told: list[Told]) -> None:
    _heading(spoken, "Một lệnh bị từ chối, đủ lý do", "A refused command, with every reason")
    refused = max((line for line in told if line.refusals), key=lambda line: len(line.refusals))
    if refused.line:
        spoken.say(
            "cli.line_refused",
            act=refused.line.do,
            by=refused.line.by,
        )
    for reason in refused.refusals:
        spoken.put(f"  ✗ {spoken.reason(reason)}")


def _registers(spoken: Terminal, system: System, case: str) -> None:
    before = queries.position_before_revocation(system, case)
    _heading(spoken, "Sổ công nhận trước khi huỷ bỏ", "The register before the revocation")
    spoken.answer(_of(queries.register(system, known_at=before), case), _REGISTER)
    _heading(spoken, "Sổ công nhận sau khi huỷ bỏ", "The register after the revocation")
    spoken.answer(_of(queries.register(system), case), _REGISTER)


def _of(rows: list[dict[str, Any]], case: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["case"] == case]


def _leave(spoken: Terminal, system: System, out: Path) -> None:
    written: dict[str, Callable[[], Any]] = {
        "cases.json": lambda: queries.cases(system),
        "register.json": lambda: queries.register(system),
        "tasks.json": lambda: queries.tasks(system),
    }
    for name, rows in written.items():
        (out / name).write_bytes(msgspec.json.format(msgspec.json.encode(rows()), indent=2))
    found = named_review(system, reviewing.Question(REVIEWED_YEAR))
    write_folder(out / f"review-{REVIEWED_YEAR}", review_files(found, spoken.language), "review")
    (out / "diagrams").mkdir()
    for code in GUIDELINES:
        _draw(code, out / "diagrams", spoken.language)


def _draw(code: str, folder: Path, language: str) -> None:
    edition = edition_of_file(f"{code}.yaml")
    for name, definition in edition.definitions.items():
        (folder / f"{code}-{name}.svg").write_text(svg(definition, language), encoding="utf-8")
        (folder / f"{code}-{name}.mmd").write_text(mermaid(definition, language), encoding="utf-8")


def _heading(spoken: Terminal, vi: str, en: str) -> None:
    spoken.put(f"\n— {spoken.word(vi, en)} —")


_DECISIVE = (
    "appraised.proposal", "appraised.outcome.total", "decision-issued.level", "decision-issued.number",
    "recognition-revoked.", "stage",
)  # fmt: skip
_COUNTS = {
    "programme": ("Chương trình", "Programme"),
    "subject_kind": ("Đối tượng", "Subject kind"),
    "registered": ("Đăng ký", "Registered"),
    "submitted": ("Nộp", "Submitted"),
    "returned": ("Trả lại", "Returned"),
    "passed": ("Công nhận", "Passed"),
    "failed": ("Không công nhận", "Failed"),
    "withdrawn": ("Rút", "Withdrawn"),
    "late": ("Muộn", "Late"),
    "revoked": ("Huỷ bỏ", "Revoked"),
}
_HISTORY = {
    "effective_on": ("Ngày", "Date"),
    "sentence": ("Việc", "What"),
    "signed_by": ("Ký", "Signed by"),
    "organ": ("Thay mặt", "For"),
    "reason": ("Lý do", "Why"),
}
_BLAME = {
    "field": ("Mục", "Field"),
    "value": ("Giá trị", "Value"),
    "signed_by": ("Ký", "Signed by"),
    "authority": ("Theo quyền", "Authority"),
}
_REGISTER = {
    "subject": ("Đối tượng", "Subject"),
    "decision_number": ("Số quyết định", "Decision"),
    "effective_on": ("Ngày", "Date"),
    "standing": ("Còn hiệu lực", "Standing"),
    "revoked_on": ("Huỷ bỏ ngày", "Revoked on"),
}
