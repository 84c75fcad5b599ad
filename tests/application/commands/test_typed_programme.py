"""A programme is read by its code or its name; one that is none is told with the nearest."""

import pytest

from application.commands.typed_programme import typed_programme
from application.running.world import newest_world
from domain.refusal import RefusedError
from tests.application.systems import a_system, played
from tests.support import small_year

NAME = "Mô hình “Chi bộ bốn tốt”, “Đảng bộ cơ sở bốn tốt” (Kon Tum)"


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("programmes")
    system = a_system(f"sqlite:///{folder}/log.sqlite")
    assert played(system, folder / "set_up.jsonl", small_year.set_up()) == []
    yield newest_world(system)
    system.close()


def reason(text, world):
    with pytest.raises(RefusedError) as error:
        typed_programme(text, world)
    [found] = error.value.refusals
    return found


@pytest.mark.parametrize(
    "typed", ["kon-tum", "KON-TUM", NAME, NAME.casefold().replace("ố", "o"), ""]
)
def test_a_programme_is_meant_by_its_code_and_its_name(world, typed):
    assert typed_programme(typed, world) == ("kon-tum" if typed else "")


def test_a_misspelt_one_is_refused_with_the_nearest(world):
    found = reason("kontum", world)

    assert (found.code, found.about) == ("programme_unknown_nearest", "programme")
    assert "kon-tum" in str(found.values["nearest"])


def test_where_none_is_published_there_is_no_nearest(sqlite_url):
    system = a_system(sqlite_url())
    assert reason("kon-tum", newest_world(system)).code == "programme_unknown"
    system.close()


@pytest.mark.parametrize("text", ["\udcff", "a/b", "a\nb", "x" * 7_000])
def test_what_can_be_no_code_is_not_asked_of_the_log(world, text):
    assert reason(text, world).code.startswith("programme_unknown")
