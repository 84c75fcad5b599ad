"""The application: load the case and what its guards look at, take the step, save it with its rows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from eventsourcing.application import AggregateNotFoundError, Application
from eventsourcing.utils import EnvType

from application.commands.request import Request
from application.running.system import HERE
from scripts.benchmarks.library_job import guards, rows
from scripts.benchmarks.library_job.aggregates import Case, Person, Round, Unit
from scripts.benchmarks.library_job.guards import Asked
from scripts.benchmarks.library_job.programme import Programme

DEEPEST = 12


class StepRefusedError(Exception):
    """A request that may not be carried out, with the codes of every reason."""

    def __init__(self, codes: list[str]) -> None:
        super().__init__(", ".join(codes))
        self.codes = codes


class Recognition(Application[UUID]):
    """Recognitions by the library's means. For one thread at a time."""

    def __init__(self, env: EnvType | None = None) -> None:
        super().__init__(env)
        self.programme = Programme()

    def carry_out(self, request: Request) -> Case:
        """Take a step and save it with its rows. Raises StepRefusedError, having changed nothing."""
        case: Case = self.repository.get(Case.create_id(request.target))
        taken = self.programme.step(case.stage, request.verb)
        if taken is None:
            raise StepRefusedError(["not_at_this_stage"])
        asked = self._asked(request, case, *taken)
        codes = guards.refusals(asked, self.programme)
        if codes:
            raise StepRefusedError(codes)
        self._take(asked)
        waiting = self.programme.waiting[case.stage]
        self.save(case, writes=rows.writes(case, request.verb, waiting, asked.units[0].name))
        return case

    def _asked(self, request: Request, case: Case, step: Any, to_stage: str) -> Asked:
        today = request.at.astimezone(HERE).date() if request.at else date.today()  # noqa: DTZ011 -- the bench gives `at`
        signer = self._found(Person.create_id(request.signed_by or request.actor))
        by_another = request.signed_by not in {"", request.actor}
        actor = self._found(Person.create_id(request.actor)) if by_another else signer
        opening = case.opening
        round_id = Round.create_id(opening["programme"], opening["period"])
        return Asked(
            request, case, step, to_stage, self._units(opening["unit"]), signer, actor,
            self._found(round_id), request.on or today, today,
        )  # fmt: skip

    def _units(self, code: str) -> list[Unit]:
        found: list[Unit] = []
        while code and len(found) < DEEPEST:
            unit: Unit = self.repository.get(Unit.create_id(code))
            found.append(unit)
            code = unit.parent
        return found

    def _found(self, aggregate_id: UUID) -> Any:
        try:
            return self.repository.get(aggregate_id)
        except AggregateNotFoundError:
            return None

    def _take(self, asked: Asked) -> None:
        request, on = asked.request, asked.on.isoformat()
        details = self._details(asked)
        due_on = asked.case.explain_by if request.verb == "explain" else ""
        by = {
            "actor": request.actor,
            "signed_by": request.signed_by or request.actor,
            "authority": guards.authority(asked.signer, request.organ, asked.on),
            "reason": request.reason,
        }
        asked.case.take(
            verb=request.verb, step=asked.step.step, to_stage=asked.to_stage, on=on, organ=request.organ,
            details=details, due_on=due_on, by=by,
        )  # fmt: skip

    def _details(self, asked: Asked) -> dict[str, Any]:
        """The data, with the days that are filled in."""
        data, case, on = asked.request.data, asked.case, asked.on
        if asked.request.verb == "find-defect":
            explain_by = on + timedelta(days=self.programme.explanation_days)
            return {**data, "explain_by": data.get("explain_by") or explain_by.isoformat()}
        if asked.request.verb == "revoke":
            begins = {"from_now": on.isoformat(), "as_if_never": case.decision["on"]}
            return {**data, "effect_on": begins.get(data["effect"], data.get("effect_on"))}
        return data
