"""The tasks of a person: all the organs they may act for, what waits for others, who is unknown."""

from __future__ import annotations

import pytest

from application.intake.scenario import play
from application.questions import cases as queries
from application.questions.pages import Page
from application.questions.tasks import TasksAsked, task_list
from domain.refusal import RefusedError
from tests.application.systems import a_system, scenario_of

UPTO = 150
"""Lines of the sample year: cases are under way then."""


@pytest.fixture(scope="module")
def system(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples")
    system = a_system(f"sqlite:///{folder}/log.sqlite")
    sample = scenario_of("kon-tum")
    lines = sample.read_text(encoding="utf-8").splitlines()[:UPTO]
    begun = folder / "begun.jsonl"
    begun.write_text("\n".join(lines), encoding="utf-8")
    for _ in play(system, [begun]):
        pass
    yield system
    system.close()


def keys(rows):
    return sorted((row.case, row.kind, row.role, row.about) for row in rows)


def listed(system, **asked):
    return task_list(system, TasksAsked(**asked), Page()).rows


def persons_of(system):
    streams = {row.stream for rows in system.ledger.read() for row in rows}
    return sorted(each.removeprefix("person:") for each in streams if each.startswith("person:"))


def test_every_task_is_there_and_each_organ_has_its_own(system):
    every = queries.tasks(system)
    assert every
    assert len(listed(system)) == len(every)
    for organ in {organ for task in every for organ in task["organs"]}:
        assert keys(listed(system, organs=(organ,))) == sorted(
            (t["case"], t["kind"], t["role"], t["about"])
            for t in queries.tasks(system, organ=organ)
        )


def test_a_person_has_the_tasks_of_all_their_organs_and_of_no_other(system):
    today, every, with_tasks = system.today(), listed(system), 0
    for person in persons_of(system):
        known = queries.world_of(system).person(person)
        held = {
            mandate.organ
            for mandate in known.mandates.values()
            if mandate.power == "act" and mandate.holds_on(today)
        } | {each.organ for each in known.delegations.values() if each.covers(today, "")}
        found = listed(system, by=person)
        assert keys(found) == keys(row for row in every if held & set(row.organs))
        with_tasks += bool(found)
    assert with_tasks


def test_what_waits_for_others_is_on_cases_below_and_not_theirs(system):
    [organ, *_] = sorted({organ for row in listed(system) for organ in row.organs})
    others = listed(system, organs=(organ,), waiting=True, under="KT-DUK")
    assert others
    assert all(organ not in row.organs for row in others)
    assert keys([*others, *listed(system, organs=(organ,), under="KT-DUK")]) == keys(
        listed(system, under="KT-DUK")
    )


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"by": "ai-do"}, "person_unknown"),
        ({"organs": ("KT-BQL/khong-co",)}, "organ_to_be_named"),
        ({"organs": ("X/cell",)}, "unit_unknown"),
        ({"organs": ("member:ai-do/member",)}, "person_unknown"),
        ({"under": "X"}, "unit_unknown"),
    ],
)
def test_unknown_persons_and_organs_are_said(system, asked, code):
    with pytest.raises(RefusedError) as refused:
        listed(system, **asked)
    assert [reason.code for reason in refused.value.refusals] == [code]


def test_pages_put_together_are_the_list(system):
    found, page = [], task_list(system, TasksAsked(), Page(size=2))
    while page.after:
        found += page.rows
        page = task_list(system, TasksAsked(), Page(size=2, after=page.after))
    assert found + page.rows == listed(system)
