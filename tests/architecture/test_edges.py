"""Clock, chance and environment enter at the edge; third parties stay in their rooms."""

import ast
import sys

import pytest

from tests.architecture.tree import ROOMS, parsed, python_files
from tests.architecture.uses import imported, matching

CLOCKS_AND_CHANCE = {
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "os.urandom",
    "random.",
    "secrets.",
    "time.",
    "uuid.uuid1",
    "uuid.uuid4",
}
ENVIRONMENT = {"os.environ", "os.environb", "os.getenv", "os.putenv"}
THIRD_PARTIES = {
    "domain": {"msgspec"},
    "ledger": {"eventsourcing", "msgspec", "psycopg", "pysqlite3", "sqlalchemy"},
    "projections": {"msgspec", "sqlalchemy"},
    "workflow": {"msgspec", "transitions"},
}


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import datetime\ndatetime.now()",
        "import datetime\ndatetime.datetime.now()",
        "import datetime as dt\ndt.date.today()",
        "from time import time\ntime()",
        "import time\ntime.monotonic()",
        "from uuid import uuid4\nuuid4()",
        "import random\nrandom.random()",
        "import secrets\nsecrets.token_hex(8)",
    ],
)
def test_no_spelling_of_a_clock_or_of_chance_is_overlooked(code):
    assert matching(ast.parse(code), CLOCKS_AND_CHANCE) != []


def test_dates_and_named_ids_are_no_clock():
    code = "from datetime import date, timedelta\nfrom uuid import uuid5\ndate(2024, 1, 1)"

    assert matching(ast.parse(code), CLOCKS_AND_CHANCE) == []


@pytest.mark.parametrize("code", ["import os\nos.environ['X']", "from os import getenv as asked"])
def test_no_spelling_of_the_environment_is_overlooked(code):
    assert matching(ast.parse(code), ENVIRONMENT) != []


@pytest.mark.parametrize("name", python_files("domain", "workflow", "projections"))
def test_clocks_and_random_ids_stay_at_the_edge(name):
    assert matching(parsed(name), CLOCKS_AND_CHANCE) == []


def test_the_environment_is_read_in_settings_only():
    readers = [name for name in python_files(*ROOMS) if matching(parsed(name), ENVIRONMENT)]

    assert readers == ["application/running/settings.py"]


@pytest.mark.parametrize("room", sorted(THIRD_PARTIES))
def test_a_room_imports_only_the_third_parties_it_is_for(room):
    ours_and_python = {*ROOMS, *sys.stdlib_module_names}
    found = {
        imported_name.split(".")[0]
        for name in python_files(room)
        for imported_name in imported(parsed(name)).values()
    }

    assert found - ours_and_python == THIRD_PARTIES[room]


def test_transitions_is_known_to_the_machine_only():
    users = [name for name in python_files(*ROOMS) if matching(parsed(name), {"transitions."})]

    assert users == ["workflow/machine.py"]
