"""Units by date, and what may not happen to them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.authority.resolve import superiors
from domain.events import unit as u
from domain.refusal import RefusedError
from domain.streams import unit_stream
from tests.domain.organisation.asking import TODAY, an_organisation, do, refused

DAYS = st.dates(date(2020, 1, 2), date(2024, 6, 1))


def test_a_unit_has_the_name_parent_and_organs_of_the_day():
    world = an_organisation()
    do(world, "rename-unit", "unit:X", {"name": "Chi bộ mới"}, on=date(2023, 1, 1))
    do(world, "establish-organ", "unit:X", {"organ": "cell_committee"}, on=date(2023, 2, 1))
    do(world, "abolish-organ", "unit:X", {"organ": "cell"}, on=date(2023, 3, 1))
    do(world, "move-unit", "unit:X", {"parent": "P"}, on=date(2023, 4, 1))
    do(world, "change-unit-kind", "unit:X", {"kind": "BASE_CELL"}, on=date(2023, 5, 1))
    unit = world.unit("X")

    assert [unit.name_on(date(2022, 12, 31)), unit.name_on(date(2023, 1, 1))] == ["X", "Chi bộ mới"]
    assert unit.organs_on(date(2023, 2, 28)) == ["cell", "cell_committee", "standing_committee"]
    assert unit.organs_on(date(2023, 3, 1)) == ["cell_committee", "standing_committee"]
    assert [unit.parent_on(date(2023, 3, 31)), unit.parent_on(date(2023, 4, 1))] == ["C", "P"]
    assert unit.kind_on(TODAY) == "BASE_CELL"


def test_a_unit_that_was_merged_has_a_successor_and_exists_no_more():
    world = an_organisation()
    do(world, "merge-unit", "unit:X", {"into": "C"}, on=date(2024, 1, 1))
    unit = world.unit("X")

    assert unit.successors == ["C"]
    assert [unit.exists_on(date(2023, 12, 31)), unit.exists_on(date(2024, 1, 1))] == [True, False]


@pytest.mark.parametrize(
    ("verb", "stream", "data", "code"),
    [
        ("register-unit", "unit:X", {"code": "X", "name": "n", "kind": "K"}, "unit_twice"),
        ("register-unit", "unit:Y", {"code": "Y/1", "name": "n", "kind": "K"}, "unit_code_unusable"),
        ("register-unit", "unit:Y", {"code": "X Ạ 1", "name": "n", "kind": "K"}, "unit_code_unusable"),
        ("register-unit", "unit:Y", {"code": "Y", "name": " ", "kind": "K"}, "unit_without_name"),
        ("register-unit", "unit:Y", {"code": "Y", "name": "n", "kind": "K", "parent": "?"}, "unit_unknown"),
        ("register-unit", "unit:Y", {"code": "Y", "name": "n", "kind": "K", "predecessors": ["?"]}, "unit_unknown"),
        ("register-unit", "unit:Y", {"code": "Y", "name": "n", "kind": "K", "organs": ["a/b"]}, "organ_unusable"),
        ("rename-unit", "unit:?", {"name": "n"}, "unit_unknown"),
        ("rename-unit", "unit:X", {"name": ""}, "unit_without_name"),
        ("move-unit", "unit:C", {"parent": "X"}, "unit_circle"),
        ("move-unit", "unit:X", {"parent": "?"}, "unit_unknown"),
        ("establish-organ", "unit:X", {"organ": "cell"}, "organ_there"),
        ("establish-organ", "unit:X", {"organ": "a/b"}, "organ_unusable"),
        ("abolish-organ", "unit:X", {"organ": "?"}, "organ_not_there"),
        ("merge-unit", "unit:X", {"into": "X"}, "unit_into_itself"),
        ("merge-unit", "unit:X", {"into": "?"}, "unit_unknown"),
        ("split-unit", "unit:X", {"into": []}, "successor_missing"),
        ("assign-follower", "unit:X", {"person": "?"}, "person_unknown"),
        ("release-follower", "unit:X", {"person": "an"}, "no_follower"),
        ("record-visit", "unit:X", {"person": "an", "purpose": "p"}, "no_follower"),
    ],
)  # fmt: skip
def test_what_may_not_be_done_with_a_unit(verb, stream, data, code):
    assert refused(an_organisation(), verb, stream, data) == {code}


def test_a_unit_that_ended_does_not_change():
    world = an_organisation()
    do(world, "dissolve-unit", "unit:X", {}, on=date(2024, 1, 1))

    assert refused(world, "rename-unit", "unit:X", {"name": "n"}) == {"unit_not_there"}
    child = {"code": "Y", "name": "n", "kind": "K", "parent": "X"}
    assert refused(world, "register-unit", "unit:Y", child) == {"unit_not_there"}


def test_a_follower_is_assigned_visits_and_is_released():
    world = an_organisation()
    do(world, "assign-follower", "unit:X", {"person": "an"}, on=date(2024, 1, 1))
    assert refused(world, "assign-follower", "unit:X", {"person": "an"}) == {"follower_twice"}
    do(
        world,
        "record-visit",
        "unit:X",
        {"person": "an", "purpose": "dự sinh hoạt"},
        on=date(2024, 2, 1),
    )
    do(world, "release-follower", "unit:X", {"person": "an"}, on=date(2024, 3, 1))

    assert world.unit("X").followers_on(date(2024, 2, 29)) == ["an"]
    assert world.unit("X").followers_on(date(2024, 3, 1)) == []


@given(
    st.lists(st.tuples(DAYS, st.text("ab", min_size=1)), unique_by=lambda each: each[0]),
    st.randoms(),
)
def test_facts_of_different_days_may_be_entered_in_any_order(names, random):
    shuffled = random.sample(names, len(names))
    one, other = an_organisation(), an_organisation()
    for world, order in ((one, names), (other, shuffled)):
        for on, name in order:
            world.give(unit_stream("X"), u.UnitRenamed(name=name), on=on)

    for on, _ in names:
        for day in (on, on + timedelta(days=1)):
            assert one.unit("X").name_on(day) == other.unit("X").name_on(day)


@given(st.lists(st.tuples(st.sampled_from("PCX"), st.sampled_from("PCX"), DAYS), max_size=8))
def test_no_unit_is_ever_above_itself(moves):
    world = an_organisation()
    for unit, parent, on in moves:
        try:
            do(world, "move-unit", unit_stream(unit), {"parent": parent}, on=on)
        except RefusedError:
            continue

    for code in "PCX":
        assert code not in superiors(world, code, TODAY)


def followed(world, *days):
    return [world.unit("X").followers_on(day) for day in days]


def test_a_follower_released_before_the_end_they_were_given_follows_no_more():
    world = an_organisation()
    given = {"person": "an", "until": date(2024, 12, 31)}
    do(world, "assign-follower", "unit:X", given, on=date(2024, 1, 1))
    do(world, "release-follower", "unit:X", {"person": "an"}, on=date(2024, 3, 1))

    assert followed(world, date(2024, 2, 29), date(2024, 3, 1)) == [["an"], []]


def test_a_release_entered_later_leaves_an_assignment_that_began_after_it():
    world = an_organisation()
    given = {"person": "an", "until": date(2024, 3, 31)}
    do(world, "assign-follower", "unit:X", given, on=date(2024, 1, 1))
    do(world, "assign-follower", "unit:X", {"person": "an"}, on=date(2024, 5, 1))
    do(world, "release-follower", "unit:X", {"person": "an"}, on=date(2024, 2, 1))

    assert followed(world, date(2024, 1, 31), date(2024, 2, 1)) == [["an"], []]
    assert followed(world, date(2024, 4, 30), date(2024, 5, 1)) == [[], ["an"]]


@pytest.mark.parametrize("end", ["merge-unit", "split-unit", "dissolve-unit"])
def test_two_units_are_never_each_others_heirs(end):
    world = an_organisation()
    data = {
        "merge-unit": {"into": "C"},
        "split-unit": {"into": ["C"]},
        "dissolve-unit": {"successor": "C"},
    }
    do(world, "merge-unit", "unit:C", {"into": "P"}, on=date(2024, 5, 1))
    do(world, "merge-unit", "unit:P", {"into": "X"}, on=date(2024, 6, 1))

    assert refused(world, end, "unit:X", data[end], on=date(2024, 3, 1)) == {"heirs_in_a_ring"}


def test_a_unit_ends_once():
    world = an_organisation()
    do(world, "merge-unit", "unit:X", {"into": "C"}, on=date(2024, 5, 1))

    assert refused(world, "merge-unit", "unit:X", {"into": "P"}, on=date(2024, 3, 1)) == {
        "unit_ends"
    }
