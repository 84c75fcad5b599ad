"""An organ as people type it; what is none is refused with those there are."""

from __future__ import annotations

import pytest

from application.commands.typed_organ import typed_organ
from application.running.world import newest_world
from domain.refusal import RefusedError
from tests.application.systems import a_system, played
from tests.support import small_year
from words.sentences import sentence

BARE = {
    "do": "register-unit", "by": "quan-tri", "reason": "r", "at": "2024-02-01T09:00",
    "data": {"code": "T", "name": "Tổ đảng", "kind": "SUBORDINATE_CELL", "parent": "CB"},
}  # fmt: skip


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("organs")
    system = a_system(f"sqlite:///{folder}/log.sqlite")
    assert played(system, folder / "up.jsonl", small_year.set_up(), [BARE]) == []
    yield newest_world(system)
    system.close()


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("", ""), ("CB/cell_committee", "CB/cell_committee"), ("CB/Chi ủy", "CB/cell_committee"),
        ("CB/chi uy", "CB/cell_committee"), ("CB/Cell committee", "CB/cell_committee"),
        ("log", "log/registrar"), ("log/registrar", "log/registrar"),
        ("member:CB-cell", "member:CB-cell/member"),
    ],
)  # fmt: skip
def test_an_organ_is_named_by_its_code_or_its_word(world, text, organ):
    assert typed_organ(text, world) == organ


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("CB", "organ_to_be_named", "CB/cell_committee (Chi ủy)"),
        ("CB/", "organ_to_be_named", "CB/cell_committee (Chi ủy)"),
        ("CB/khong-co", "organ_to_be_named", "CB/cell_committee (Chi ủy)"),
        ("T", "unit_without_organs", "establish-organ"),
        ("T/cell", "unit_without_organs", "T"),
        ("Chi ủy", "unit_unknown", "Chi ủy"),
        ("/", "unit_unknown", "/"),
        ("member:ai-do", "person_unknown", "ai-do"),
    ],
)
def test_what_is_no_organ_is_refused(world, text, code, told):
    with pytest.raises(RefusedError) as refused:
        typed_organ(text, world)

    [reason] = refused.value.refusals
    assert reason.code == code
    assert told in sentence(reason, "vi")
