"""The files of the tree, as they stand and as a commit has them, and a copy of them."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def tracked() -> list[str]:
    """Every tracked file that is there."""
    listed = _git("ls-files", "-z")
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def text(file: str) -> str:
    """The text of a file as it stands."""
    return (ROOT / file).read_text(encoding="utf-8")


def is_commit(name: str) -> bool:
    """Whether a commit is known here; in a clone without history only the newest is."""
    return bool(_git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}", fails=True))


def differing(commit: str) -> list[str]:
    """The files that are there and not as in a commit."""
    listed = _git("diff", "--name-only", "--no-renames", "-z", commit, "--")
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def text_in(commit: str, file: str) -> str:
    """The text of a file as a commit has it; empty if it has none."""
    return _git("show", f"{commit}:{file}", fails=True)


def copied(into: Path) -> list[str]:
    """Copy every tracked file, as it stands; answer their names."""
    names = tracked()
    for name in names:
        place = into / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes((ROOT / name).read_bytes())
    return names


def _git(*asked: str, fails: bool = False) -> str:
    """What git prints; nothing where it may fail and does. Raises CalledProcessError where it may not."""
    done = subprocess.run(  # noqa: S603 -- words of this file and a commit that a developer names
        ["git", *asked],  # noqa: S607 -- the git of whoever develops
        cwd=ROOT,
        capture_output=True,
        check=not fails,
        text=True,
    )
    return "" if done.returncode else done.stdout
