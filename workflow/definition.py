"""A workflow as data, read straight from a YAML tree with `msgspec.convert`."""

from typing import Annotated

import msgspec

from workflow.deadline import Deadline

ANY_STAGE = "*"
"""As a source: every stage the workflow has, except the start."""

Name = Annotated[str, msgspec.Meta(pattern=r"^[^\s/*]*$")]
Names = tuple[Name, ...]
Source = Annotated[str, msgspec.Meta(pattern=r"^(\*|[^\s/*]+)$")]


class Stage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a case can stand; `resting` means that it may end there."""

    vi: str
    en: str
    resting: bool = False
    clause: str = ""

    def label(self, lang: str) -> str:
        """The name a person reads."""
        return self.en if lang == "en" else self.vi


class Step(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One act: who may take it, from which stages, and where it leads (`to=""` moves nothing).

    `from` and `by` may be one name or a list; both are kept as tuples.
    """

    step: Name
    command: Name = ""
    outcome: Name = ""
    source: Source | tuple[Source, ...] = msgspec.field(name="from")
    to: Name = ""
    by: Name | Names = ()
    guards: Names = ()
    deadline: str = ""
    vi: str = ""
    en: str = ""
    clause: str = ""
    default: str = ""

    def __post_init__(self) -> None:
        """Make one name and a list of one name the same thing."""
        msgspec.structs.force_setattr(self, "source", _several(self.source))
        msgspec.structs.force_setattr(self, "by", _several(self.by))

    @property
    def verb(self) -> str:
        """The command that takes this step."""
        return self.command or self.step

    @property
    def sources(self) -> tuple[str, ...]:
        """The stages it starts from, as written (`*` is not expanded)."""
        return _several(self.source)

    @property
    def roles(self) -> tuple[str, ...]:
        """Who may take it."""
        return _several(self.by)

    def label(self, lang: str) -> str:
        """The name of the act a person reads; the step's own name where the file gives none."""
        first, second = (self.en, self.vi) if lang == "en" else (self.vi, self.en)
        return first or second or self.name

    @property
    def name(self) -> str:
        """The step with its outcome, so that decide/PASS and decide/FAIL read differently."""
        return f"{self.step}/{self.outcome}" if self.outcome else self.step


class Definition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole workflow. `start` is a pseudo-stage: it need not be listed among the stages."""

    name: str = ""
    start: Name = "new"
    stages: dict[Name, Stage]
    steps: list[Step]
    required: dict[Name, list[Name]] = {}
    deadlines: dict[str, Deadline] = {}

    @property
    def stage_names(self) -> tuple[str, ...]:
        """Every stage in the order of the file, the start first."""
        return (self.start, *(name for name in self.stages if name != self.start))

    def sources(self, step: Step) -> tuple[str, ...]:
        """The stages a step starts from, with `*` written out, each once."""
        given = step.sources
        if ANY_STAGE in given:
            given = (*(name for name in given if name != ANY_STAGE), *self.stage_names[1:])
        return tuple(dict.fromkeys(given))

    def stage_label(self, stage: str, lang: str) -> str:
        """The name a person reads; the stage's own name where it is not described."""
        described = self.stages.get(stage)
        return described.label(lang) if described else stage


def _several(names: str | tuple[str, ...]) -> tuple[str, ...]:
    if isinstance(names, str):
        return (names,) if names else ()
    return tuple(names)
