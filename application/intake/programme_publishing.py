"""Publishing a programme file: found, checked, and given to the log as content with its hash."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from application.commands.typed_programme import Words, none_called, words_of
from application.intake.programme_files import check_file, load
from application.running.editions import editions_in
from application.running.world import newest_world
from domain.programme.edition import Edition
from domain.programme.reading import read, read_content
from domain.refusal import RefusedError, refusal
from words import kinds

if TYPE_CHECKING:
    from application.running.system import System


def programme_data(name: str, folder: Path | None = None) -> dict[str, Any]:
    """Read and check a file, beside `folder` or among the programmes that ship with bontot.

    Answers the data of `publish-programme`; refuses a file that is missing or has faults.
    """
    path = find(name, folder)
    faults = check_file(path)
    if faults:
        first = faults[0]
        raise RefusedError(
            [
                refusal(
                    "programme_faulty",
                    file=path.name,
                    count=len(faults),
                    line=kinds.ordinal(first.line),
                    fault=first.why,
                )
            ]
        )
    edition = read(load(path)[0])
    return {
        "code": edition.programme.code,
        "version": edition.version,
        "content": edition.content,
    }


def find(name: str, folder: Path | None = None) -> Path:
    """Find a programme file by its path, beside a folder, or among those shipped."""
    shipped = Path(str(resources.files("programmes")))
    for place in (folder, Path(), shipped):
        if place is not None and (place / name).is_file():
            return place / name
    raise RefusedError([refusal("programme_file_missing", file=name)])


def edition_of_file(name: str) -> Edition:
    """Read a programme file without faults; refuses one that is missing or has faults."""
    return read_content(programme_data(name)["content"])


def edition_of(code: str, system: System | None) -> Edition:
    """Find a programme: a file by its name, a published one by its code, one shipped with bontot."""
    if code.endswith((".yaml", ".yml")):
        return edition_of_file(code)
    published = system and newest_world(system).edition(code)
    if published is None and f"{code}.yaml" not in _shipped():
        raise RefusedError([none_called(code, _known(system))])
    return published or edition_of_file(f"{code}.yaml")


def _shipped() -> list[str]:
    return sorted(path.name for path in Path(str(resources.files("programmes"))).glob("*.yaml"))


def _known(system: System | None) -> dict[str, Words]:
    """What programmes may be called that are published, or ship with bontot."""
    every = editions_in(newest_world(system)) if system else []
    shipped = [read(load(find(name))[0]) for name in _shipped()]
    return {each.programme.code: words_of(each) for each in [*shipped, *every]}
