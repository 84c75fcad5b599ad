"""Narrow shapes of events, for folds that need few fields: decoding less is most of a fold's speed."""

from datetime import date

import msgspec

from domain.events.details import Correction


class Step(msgspec.Struct, gc=False, kw_only=True):
    """An act: which step, from which stage to which, by when it was due, whether it came late."""

    step: str
    from_stage: str
    to_stage: str
    due_on: str | None = None
    late: bool = False


class Level(msgspec.Struct, gc=False):
    level: str


class LevelStep(Step, gc=False, kw_only=True):
    details: Level


class OpenedCase(msgspec.Struct, gc=False):
    programme: str
    version: str
    period: str
    subject: str
    subject_kind: str
    unit: str
    title: str
    workflow: str


class Due(msgspec.Struct, gc=False):
    due_on: date


class DueStep(Step, gc=False, kw_only=True):
    details: Due


class Counted(msgspec.Struct, gc=False):
    passed: bool | None = None


class BallotsStep(Step, gc=False, kw_only=True):
    details: Counted


class ExplainBy(msgspec.Struct, gc=False):
    explain_by: date | None = None


class FindingStep(Step, gc=False, kw_only=True):
    details: ExplainBy


class Successor(msgspec.Struct, gc=False):
    successor: str


class SuccessorStep(Step, gc=False, kw_only=True):
    details: Successor


class CorrectionStep(Step, gc=False, kw_only=True):
    details: Correction
