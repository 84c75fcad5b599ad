"""Promises about the tree that no linter knows."""

import ast
import re
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.architecture.tree import DATA_PACKAGES, ROOMS, ROOT, parsed, python_files, tracked

LONGEST_FILE = 300
LONGEST_FUNCTION = 50


def test_every_room_is_checked_and_every_package_ships():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    shipped = settings["setuptools"]["packages"]["find"]["include"]
    found = {name.split("/")[0] for name in tracked() if re.fullmatch(r"[^/]+/__init__\.py", name)}

    assert found - {"tests"} == {*ROOMS, *DATA_PACKAGES}
    assert shipped == [n for p in sorted({*ROOMS, *DATA_PACKAGES}) for n in (p, f"{p}.*")]
    assert settings["mypy"]["packages"] == list(ROOMS)
    assert settings["importlinter"]["root_packages"] == list(ROOMS)


@pytest.mark.parametrize("room", [*ROOMS, *DATA_PACKAGES])
def test_a_room_shares_its_name_with_no_dependency(room):
    assert set(packages_distributions().get(room, ["bontot"])) == {"bontot"}


@pytest.mark.parametrize("name", python_files(*ROOMS, *DATA_PACKAGES))
def test_a_file_says_what_lives_in_it(name):
    assert ast.get_docstring(parsed(name))


def test_no_file_is_too_long():
    long = [
        name
        for name in python_files(*ROOMS, "tests")
        if (ROOT / name).read_text(encoding="utf-8").count("\n") > LONGEST_FILE
    ]

    assert long == []


def test_no_function_is_too_long():
    long = [
        f"{name}:{node.name}"
        for name in python_files(*ROOMS, "tests")
        for node in ast.walk(parsed(name))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]

    assert long == []


def test_no_room_for_odds_and_ends():
    banned = re.compile(r"(^|/)(utils?|common|core|helpers?|misc)(/|\.py$)")

    assert [name for name in tracked() if banned.search(name)] == []


def test_a_suppression_carries_its_reason():
    bare = re.compile(r"#\s*(noqa|type:\s*ignore)(?::?\s*[A-Z0-9, ]+|\[[^\]]*\])?\s*$")
    found = [
        f"{name}:{number}"
        for name in python_files(*ROOMS, "tests")
        for number, line in enumerate((ROOT / name).read_text(encoding="utf-8").split("\n"), 1)
        if bare.search(line)
    ]

    assert found == []


def test_no_registry_and_no_path_of_a_machine_is_named():
    hosts = ["py" + "pi.org", "python" + "hosted", "registry." + "npmjs", "deb." + "debian"]
    paths = ["/wo" + "rk/", "/ro" + "ot/", "/fa" + "rm/"]
    options = ["--index" + "-url", "--extra-index" + "-url"]
    found = [
        name
        for name in tracked()
        for word in (*hosts, *paths, *options)
        if word in (ROOT / name).read_text(encoding="utf-8", errors="ignore")
    ]

    assert found == []


@pytest.mark.parametrize("page", [n for n in tracked() if n.startswith("docs/decisions/")])
def test_a_decision_has_context_decision_and_consequences(page):
    headings = re.findall(r"^## (.*)$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)

    assert headings == ["Context", "Decision", "Consequences"]


def test_every_link_in_a_page_leads_somewhere():
    pages = [name for name in tracked() if name.endswith(".md")]
    broken = [
        f"{page}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / page).read_text(encoding="utf-8"))
        if not ((ROOT / page).parent / target).exists()
    ]

    assert broken == []


def test_the_changelog_says_what_is_unreleased():
    page = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert re.search(r"^## Unreleased\n\n- ", page, re.MULTILINE)
