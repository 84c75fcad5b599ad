"""Grounds, rewards and papers are read by what a programme calls them; what is none stays as it was typed."""

import pytest

from application.commands.typed_document import typed_document
from application.commands.typed_part import part_reading
from application.running.world import newest_world
from domain.refusal import RefusedError
from tests.application.systems import a_sample


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    system = a_sample(f"sqlite:///{tmp_path_factory.mktemp('log')}/log.db", "kon-tum")
    yield newest_world(system)
    system.close()


@pytest.mark.parametrize(
    ("kind", "typed", "read"),
    [
        ("ground", "không đảm bảo tiêu chí", "criteria_not_met"),
        ("ground", "KHONG DAM BAO TIEU CHI", "criteria_not_met"),
        ("ground", "criteria_not_met", "criteria_not_met"),
        ("ground", "lý do khác", "lý do khác"),
        ("reward", "criteria_not_met", "criteria_not_met"),
        ("report", "", ""),
    ],
)
def test_a_part_of_a_programme_is_meant_by_its_code_and_its_words(world, kind, typed, read):
    assert part_reading(kind)(typed, world) == read


def test_a_paper_is_meant_by_what_the_dossier_calls_it(world):
    assert typed_document("biểu chấm điểm theo mẫu", world) == "DOC-AGG"
    with pytest.raises(RefusedError) as refused:
        typed_document("biểu chấm điểm theo mẫu khác", world)
    assert [each.code for each in refused.value.refusals] == ["document_unknown"]
