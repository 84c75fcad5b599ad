"""The demonstration: five guidelines' sample years played into a simulated log, and what one sees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from application.commands.opening import initialise
from application.intake.programme_publishing import edition_of_file
from application.intake.scenario import Told, play
from application.questions import cases as queries
from application.questions import register_list
from application.questions import year as reviewing
from application.questions.case_shown import BLAME, HISTORY, blame_told
from application.questions.names import LogNames
from application.questions.review_names import named_review
from application.running.bootstrap import open_system
from application.running.system import HERE
from command_line.as_typed import program, quoted
from documents.diagrams.mermaid import mermaid
from documents.diagrams.svg import svg
from documents.diagrams.titles import title_of
from documents.files.whole_folder import whole_folder, write_folder
from documents.programmes.comparison import GUIDELINES
from documents.review.files import review_files
from projections.review.case_counts import COUNTED
from words.tables import Column

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
        spoken.known = LogNames(system)
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
    _heading(spoken, "demo.figures")
    spoken.answer(COUNTS, _by_kind(queries.review(system, REVIEWED_YEAR)))
    revoked = _revoked_unit(system)
    spoken.speak_of(queries.rules_of(system, revoked["case"]))
    _heading(spoken, "demo.history")
    spoken.answer(_HISTORY, queries.history(system, revoked["case"], language=spoken.language))
    _heading(spoken, "demo.blame")
    rows = queries.blame(system, revoked["case"], language=spoken.language)
    spoken.answer(_BLAME, blame_told(_decisive(rows)))
    spoken.speak_of(None)
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
    _heading(spoken, "demo.refused")
    refused = max((line for line in told if line.refusals), key=lambda line: len(line.refusals))
    if refused.line:
        spoken.say(
            "cli.line_refused",
            act=spoken.value(refused.line.do, "verb"),
            by=spoken.value(refused.line.by, "person"),
        )
    for reason in refused.refusals:
        spoken.put(f"  ✗ {spoken.reason(reason)}")


def _registers(spoken: Terminal, system: System, case: str) -> None:
    before = queries.position_before_revocation(system, case)
    _heading(spoken, "demo.register_before")
    spoken.answer(_REGISTER, _of(queries.register(system, known_at=before), case))
    _heading(spoken, "demo.register_after")
    spoken.answer(_REGISTER, _of(queries.register(system), case))


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
        title = title_of(edition.programme, name, language)
        for draw, form in ((svg, "svg"), (mermaid, "mmd")):
            drawn = draw(definition, language, title=title)
            (folder / f"{code}-{name}.{form}").write_text(drawn, encoding="utf-8")


def _heading(spoken: Terminal, key: str) -> None:
    spoken.put(f"\n— {spoken.words(key)} —")


_DECISIVE = (
    "appraised.proposal", "appraised.outcome.total", "decision-issued.level", "decision-issued.number",
    "recognition-revoked.", "stage",
)  # fmt: skip
COUNTS = (
    Column("programme", "programme"), Column("subject_kind", "subject_kind"),
    *(Column(name, "number") for name in COUNTED if name not in {"cases", "standing"}),
)  # fmt: skip
_HISTORY = [column for column in HISTORY if column.name not in {"position", "corrected"}]
_BLAME = [column for column in BLAME if column.name not in {"effective_on", "reason"}]
_REGISTER = [
    column
    for column in register_list.COLUMNS
    if column.name not in {"title", "period", "decided_by"}
]
