"""The job on the library is the same job: the same commands give the same stages, refusals and rows as ours."""

import json
from datetime import date, datetime
from uuid import uuid4

import pytest
import sqlalchemy as sa

from application.commands.handle import handle
from application.commands.request import Request
from application.running.system import HERE
from domain.refusal import RefusedError
from projections.cases.register import REGISTER
from projections.cases.side_tasks import TASKS
from projections.cases.status import STATUS
from projections.engine import catch_up
from scripts.benchmarks.generate import DECIDER, OFFICER, PARENT, cell, generated, stream
from scripts.benchmarks.library_job import made
from scripts.benchmarks.library_job.job import StepRefusedError
from scripts.benchmarks.library_job.rows import COLUMNS

CASES = 3
AT = datetime(2024, 12, 20, 9, tzinfo=HERE)
CELL, OFFICE, COMMITTEE = (
    f"{cell(0)}/cell",
    f"{PARENT}/committee_office",
    f"{PARENT}/party_committee",
)
PAPER = {"document": "DOC-REPORT", "number": "03-BC"}
EVIDENCE = {"evidence": "mc-9", "nodes": ["I.1"], "kind": "figure", "value": "12"}
DEFECT = {"ground": "criteria_not_met", "statement": "Sai", "evidence": [PAPER]}
NOTHING = DEFECT | {"evidence": [], "statement": "", "ground": "x"}
REVOCATION = {"number": "09-QĐ", "ground": "criteria_not_met", "effect": "from_now"}


def asked(verb, actor, organ, data, **more):
    told = {"reason": "Có căn cứ", "at": AT, "target": stream(0), "on": AT.date()} | more
    return Request(
        verb=verb,
        actor=actor,
        organ=organ,
        data=data,
        command_id=str(uuid4()),
        **told,
    )


ATTACH = asked("attach-evidence", "p0", CELL, EVIDENCE)
FIND = asked("find-defect", OFFICER, OFFICE, DEFECT)
EXPLAIN = asked("explain", "p0", CELL, {"explanation": "Vì"})
REVOKE = asked("revoke", DECIDER, COMMITTEE, REVOCATION)
STORIES = {
    "evidence": [ATTACH, asked("attach-evidence", "p0", CELL, EVIDENCE, reason="nữa")],
    "evidence of nothing": [asked("attach-evidence", "p0", CELL, EVIDENCE | {"value": " ", "nodes": ["X"]})],
    "no mandate": [asked("attach-evidence", "p1", CELL, EVIDENCE)],
    "another's organ": [asked("attach-evidence", "p1", f"{cell(1)}/cell", EVIDENCE)],
    "nobody": [asked("attach-evidence", "nobody", CELL, EVIDENCE)],
    "entered by another": [asked("attach-evidence", "p1", CELL, EVIDENCE, signed_by="p0")],
    "tomorrow": [asked("attach-evidence", "p0", CELL, EVIDENCE, on=date(2024, 12, 21))],
    "before the opening": [asked("find-defect", OFFICER, OFFICE, DEFECT, on=date(2024, 12, 1))],
    "no reason": [asked("attach-evidence", "p0", CELL, EVIDENCE, reason=" ")],
    "not now": [EXPLAIN, REVOKE],
    "a defect without evidence": [asked("find-defect", OFFICER, OFFICE, NOTHING)],
    "explained, revoked": [FIND, EXPLAIN, REVOKE, asked("find-defect", OFFICER, OFFICE, DEFECT)],
    "as if never": [FIND, EXPLAIN, asked("revoke", DECIDER, COMMITTEE, REVOCATION | {"effect": "as_if_never"})],
    "revoked by another": [FIND, EXPLAIN, asked("revoke", OFFICER, OFFICE, REVOCATION)],
    "not waited": [FIND, REVOKE, asked("revoke", DECIDER, COMMITTEE, REVOCATION | {"without_explanation": "Gấp"})],
    "late": [
        asked("find-defect", OFFICER, OFFICE, DEFECT, on=date(2024, 12, 3)),
        asked("explain", "p0", CELL, {"explanation": "Vì"}),
        asked("revoke", DECIDER, COMMITTEE, REVOCATION | {"number": " "}, on=date(2024, 12, 19)),
    ],
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_the_same_commands_give_the_same_outcomes_and_rows(story, tmp_path):
    system = generated(f"sqlite:///{tmp_path}/ours.sqlite", CASES * 18)
    catch_up(system.ledger)
    job = made.on_sqlite(tmp_path / "theirs.sqlite", CASES)

    assert [by_us(system, each) for each in story] == [by_them(job, each) for each in story]
    assert our_rows(system) == their_rows(job)
    system.close()
    job.close()


def test_every_story_begins_with_the_same_rows(tmp_path):
    system = generated(f"sqlite:///{tmp_path}/ours.sqlite", CASES * 18)
    catch_up(system.ledger)
    job = made.on_sqlite(tmp_path / "theirs.sqlite", CASES)

    assert our_rows(system) == their_rows(job)
    assert [len(rows) for rows in our_rows(system).values()] == [CASES] * 3
    system.close()
    job.close()


def by_us(system, request):
    try:
        handle(system, request)
    except RefusedError as refused:
        return sorted({each.code for each in refused.refusals})
    with system.ledger.connection() as connection:
        view = STATUS.view
        query = sa.select(view.c.stage).where(view.c.stream == request.target)
        [stage] = connection.execute(query).one()
    return stage


def by_them(job, request):
    try:
        return job.carry_out(request).stage
    except StepRefusedError as refused:
        return sorted(set(refused.codes))


def our_rows(system):
    found = {}
    with system.ledger.connection() as connection:
        for model, table in ((STATUS, "status"), (REGISTER, "register"), (TASKS, "tasks")):
            view = model.view
            query = sa.select(*(view.c[name] for name in COLUMNS[table])).order_by(view.c.stream)
            found[table] = [alike(dict(row._mapping)) for row in connection.execute(query)]
    return found


def their_rows(job):
    found = {}
    with job.recorder.datastore.transaction(commit=False) as cursor:
        for table, columns in COLUMNS.items():
            cursor.execute(
                str(
                    sa.select(*map(sa.column, columns))
                    .select_from(sa.table(table))
                    .order_by("stream")
                )
            )
            found[table] = [alike(dict(row)) for row in cursor.fetchall()]
    return found


def alike(row):
    """A row without what only one of the two keeps: positions, and how JSON is written."""
    for name in ("due_acts", "waiting_for", "decisions", "given", "recalls"):
        if name in row:
            row[name] = json.loads(row[name])
    if "due_acts" in row:
        row["due_acts"] = list(row["due_acts"].values())
    if "decisions" in row:
        row["decisions"] = [decision(each) for each in row["decisions"]]
    if "given" in row:
        row["given"] = sorted(row["given"])
        row["recalls"] = {
            reward: since if isinstance(since, str) else since["since"]
            for reward, since in row["recalls"].items()
        }
    return {name: str(value) if isinstance(value, int) else value for name, value in row.items()}


def decision(known):
    names = ("level", "number", "on", "organ", "revoked_on", "effect", "effect_on")
    return {name: known.get(name) or "" for name in names}
