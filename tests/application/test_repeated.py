"""The same command again, one after the other or at once, is answered as the first was."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from application.commands.handle import handle
from application.commands.request import Request
from application.running.bootstrap import open_system
from domain.refusal import RefusedError
from tests.application.systems import a_system

REGISTER = Request(
    verb="register-unit",
    actor="quan-tri",
    reason="lý do",
    command_id="once",
    data={"code": "CB", "name": "Đơn vị", "kind": "BASE_COMMITTEE", "organs": ["cell"]},
    on=date(2024, 1, 2),
)


def test_a_command_repeated_answers_as_the_first_did(fresh_url):
    system = a_system(fresh_url())

    first = handle(system, REGISTER)
    again = handle(system, REGISTER)

    assert (
        (again.stream, again.topics)
        == (first.stream, first.topics)
        == ("unit:CB", ["unit-registered"])
    )
    assert again.receipt == first.receipt._replace(repeated=True)
    system.close()


def test_one_command_from_many_sides_at_once_is_done_once_and_all_get_its_receipt(fresh_url):
    url = fresh_url()
    a_system(url).close()
    systems = [open_system(url) for _ in range(6)]

    with ThreadPoolExecutor(len(systems)) as pool:
        done = list(pool.map(lambda system: handle(system, REGISTER), systems))

    assert {(each.stream, *each.topics, each.receipt.last) for each in done} == {
        ("unit:CB", "unit-registered", 4)
    }
    assert sorted(each.receipt.repeated for each in done) == [False, *[True] * 5]
    for system in systems:
        system.close()


def test_the_same_id_with_other_content_is_refused(fresh_url):
    system = a_system(fresh_url())
    handle(system, REGISTER)

    with pytest.raises(RefusedError) as refused:
        handle(
            system,
            Request(
                **{
                    **{f: getattr(REGISTER, f) for f in REGISTER.__struct_fields__},
                    "reason": "khác",
                }
            ),
        )

    assert [reason.code for reason in refused.value.refusals] == ["command_reused"]
    system.close()
