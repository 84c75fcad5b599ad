"""What is drawn is what the compiled table allows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.diagrams.drawing.picture import Arrow, Node, picture
from tests.workflow.lending import lending, tree
from tests.workflow.strategies import sound_definitions
from workflow import machine
from workflow.machine import UncompilableError

LANGS = st.sampled_from(("vi", "en"))


def meant(definition):
    """Every move of the compiled table, as (stage, label, target); "" stays."""
    table = machine.compile(definition)
    steps = ((stage, step) for stage in table.stages for step in table.steps_from(stage))
    moves = ((stage, step.label("vi"), table.target(step, stage)) for stage, step in steps)
    return {(stage, label, "" if target == stage else target) for stage, label, target in moves}


def drawn(definition):
    """The same, read from the picture."""
    shown = picture(definition)
    stages = {name: (name,) for name in definition.stage_names}
    everywhere = tuple(definition.stages)
    labels = {"Bắt đầu": "new", **{definition.stage_label(n, "vi"): n for n in everywhere}}
    for node in shown.nodes:
        if node.kind == "any":
            stages[node.name] = tuple(labels[each] for each in node.stages) or everywhere
    moves = {
        (stage, label, "" if arrow.target == stage else arrow.target)
        for arrow in shown.arrows
        for stage in stages[arrow.source]
        for label in arrow.labels
    }
    stays = {
        (s, label, "") for node in shown.nodes for s in stages[node.name] for label in node.stays
    }
    return moves | stays


@settings(deadline=None)
@given(sound_definitions())
def test_the_picture_shows_the_moves_of_the_table_and_no_others(definition):
    assert drawn(definition) == meant(definition)


def test_a_picture_with_an_arrow_to_nowhere_is_refused():
    steps = [*tree()["steps"], {"step": "send", "from": "lent", "to": "moon", "by": "reader"}]
    with pytest.raises(UncompilableError, match="moon"):
        picture(lending(steps=steps))


def test_steps_between_the_same_stages_share_an_arrow():
    more = {"step": "demand", "from": "lent", "to": "overdue", "by": "librarian", "en": "Demand"}
    shown = picture(lending(steps=[*tree()["steps"], more]), "en")
    assert Arrow(source="lent", target="overdue", labels=("recall", "Demand")) in shown.arrows


def test_an_act_that_stays_is_told_in_its_box():
    lent = next(node for node in picture(lending(), "en").nodes if node.name == "lent")
    assert lent == Node(name="lent", label="Lent", kind="stage", stays=("Renew",))


def test_a_step_back_to_its_own_stage_stays_too():
    again = {"step": "ask", "from": "asked", "to": "asked", "by": "reader", "vi": "Hỏi lại"}
    shown = picture(lending(steps=[*tree()["steps"], again]))
    assert [node.stays for node in shown.nodes if node.name == "asked"] == [("Hỏi lại",)]
    assert [arrow for arrow in shown.arrows if arrow.source == arrow.target] == []


def test_the_acts_of_any_stage_hang_on_one_box():
    any_stage = picture(lending()).nodes[-1]
    assert any_stage == Node(name="*", label="Ở mọi giai đoạn", kind="any", stays=("Ghi chú",))


def test_the_start_is_drawn_beside_the_box_for_any_stage():
    note = {"step": "scrap", "from": ["new", "*"], "to": "lost", "by": "librarian"}
    shown = picture(lending(steps=[*tree()["steps"][:-1], note]))
    assert [arrow.source for arrow in shown.arrows if "scrap" in arrow.labels] == ["*", "new"]


def test_an_act_from_many_stages_starts_from_one_box_that_lists_them():
    everywhere = ["overdue", "asked", "lent", "refused"]
    more = [
        {"step": "scrap", "from": everywhere, "to": "lost", "by": "librarian"},
        {"step": "mend", "from": everywhere[::-1], "by": "librarian"},
        {"step": "sell", "from": [*everywhere, "returned"], "to": "lost", "by": "librarian"},
    ]
    shown = picture(lending(steps=[*tree()["steps"][:-1], *more]), "en")
    assert shown.nodes[-2:] == (
        Node(
            name="*1",
            label="At 4 stages",
            kind="any",
            stages=("Asked for", "Lent", "Overdue", "Refused"),
            stays=("mend",),
        ),
        Node(
            name="*2",
            label="At 5 stages",
            kind="any",
            stages=("Asked for", "Lent", "Overdue", "Returned", "Refused"),
        ),
    )
    assert shown.arrows[-2:] == (
        Arrow(source="*1", target="lost", labels=("scrap",)),
        Arrow(source="*2", target="lost", labels=("sell",)),
    )


def test_start_and_resting_stages_are_told_apart():
    kinds = {node.name: node.kind for node in picture(lending()).nodes}
    assert kinds == {
        "new": "start",
        "asked": "stage",
        "lent": "stage",
        "overdue": "stage",
        "returned": "resting",
        "refused": "resting",
        "lost": "resting",
        "*": "any",
    }


def test_a_start_that_is_described_has_its_own_label():
    stages = {"new": {"vi": "Chưa có gì", "en": "Nothing yet"}, **tree()["stages"]}
    assert picture(lending(stages=stages), "en").nodes[0].label == "Nothing yet"


def test_the_description_tells_the_whole_diagram_in_words():
    steps = [*tree()["steps"][:2], *tree()["steps"][-1:]]
    steps.append({"step": "scrap", "from": ["asked", "lent", "overdue", "lost"], "to": "refused"})
    assert picture(lending(steps=steps), "en").description == (
        "Start → Asked for: Hỏi mượn. Asked for → Lent: Lend. "
        "At 4 stages (Asked for, Lent, Overdue, Lost) → Refused: scrap. At any stage: Note."
    )
