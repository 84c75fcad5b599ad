"""Made-up workflows for the property tests, good and bad."""

from hypothesis import strategies as st

from workflow.checks import check
from workflow.definition import Definition, Stage, Step

GUARDS, ROLES, COMMANDS = ("g",), ("r",), ("a", "b", "c", "d")
STAGES = tuple("pqrstuv")


@st.composite
def definitions(draw) -> Definition:
    """Any definition over a few stages and commands; most have something wrong."""
    names = STAGES[: draw(st.integers(1, len(STAGES)))]
    stages = {n: Stage(vi=n, en=n, resting=draw(st.booleans())) for n in names}
    return Definition(stages=stages, steps=draw(st.lists(_steps(names), max_size=9)))


@st.composite
def _steps(draw, names) -> Step:
    anywhere = st.just(("*",))
    some = st.lists(st.sampled_from(("new", *names)), min_size=1, max_size=3, unique=True)
    return Step(
        step=draw(st.sampled_from(COMMANDS)),
        outcome=draw(st.sampled_from(("", "", "X"))),
        source=tuple(draw(st.one_of(some, some, some, anywhere))),
        to=draw(st.sampled_from(("", *names))),
        by=("r",),
        vi=draw(st.sampled_from(("", "Một việc", "Một việc có tên rất dài và cần nhiều dòng"))),
    )


def is_sound(definition: Definition) -> bool:
    """Whether nothing is wrong with it."""
    return not check(definition, guards=GUARDS, roles=ROLES, commands=COMMANDS)


@st.composite
def sound_definitions(draw) -> Definition:
    """Definitions made sound: a spine from the start to a stage where a case may rest."""
    names = STAGES[: draw(st.integers(1, len(STAGES)))]
    stages = {n: Stage(vi=n, en=n, resting=n == names[-1]) for n in names}
    spine = [
        Step(step=f"go_{n}", source=before, to=n, by="r")
        for before, n in zip(("new", *names), names, strict=False)
    ]
    more = draw(st.lists(_steps(names), max_size=6))
    kept = [step for n, step in enumerate(more) if not _clashes(step, more[:n])]
    return Definition(stages=stages, steps=[*spine, *kept])


def _clashes(step: Step, earlier: list[Step]) -> bool:
    return any((step.verb, step.outcome) == (one.verb, one.outcome) for one in earlier)
