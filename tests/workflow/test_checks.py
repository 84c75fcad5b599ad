"""Each thing that can be wrong with a definition is found, placed and put into a sentence."""

import msgspec

from tests.workflow.lending import COMMANDS, GUARDS, ROLES, lending, tree
from words.sentences import sentence
from workflow.checks import Fault, check
from workflow.definition import Definition

BEYOND = {"vi": "Ngoài", "en": "Beyond"}


def faults(definition, guards=GUARDS, roles=ROLES, commands=COMMANDS):
    return check(definition, guards=guards, roles=roles, commands=commands)


def places(found):
    return [(fault.code, fault.path) for fault in found]


def with_step(number, **changes):
    """The good definition with one step changed."""
    steps = tree()["steps"]
    steps[number] = {**steps[number], **changes}
    return lending(steps=steps)


def with_steps(*more):
    return lending(steps=[*tree()["steps"], *more])


def with_stage(name, stage, *more):
    steps = [*tree()["steps"], *more]
    return lending(stages={**tree()["stages"], name: stage}, steps=steps)


def test_a_good_definition_has_no_fault():
    assert faults(lending()) == []


def test_a_source_that_is_not_declared_is_found():
    found = faults(with_step(6, **{"from": ["lent", "overdu"]}))
    assert found == [
        Fault(
            code="unknown_stage",
            path=("steps", 6, "from", 1),
            values={"stage": "overdu", "nearest": "overdue"},
        )
    ]


def test_a_single_source_is_placed_without_an_index():
    found = faults(with_step(3, **{"from": "moon"}))
    assert places(found) == [("unknown_stage", ("steps", 3, "from"))]


def test_a_target_that_is_not_declared_is_found():
    found = faults(with_step(3, to="moon"))
    assert places(found) == [("unknown_stage", ("steps", 3, "to"))]


def test_required_stages_that_are_not_declared_are_found():
    found = faults(lending(required={"moon": ["asked"], "lost": ["asked", "sun"]}))
    assert places(found) == [
        ("unknown_stage", ("required", "moon")),
        ("unknown_stage", ("required", "lost", 1)),
    ]


def test_a_stage_no_path_leads_to_is_found():
    found = faults(with_stage("beyond", {**BEYOND, "resting": True}))
    assert places(found) == [("unreachable", ("stages", "beyond"))]


def test_a_stage_only_an_unreachable_one_leads_to_is_unreachable_too():
    out = {"step": "renew", "from": "beyond", "to": "further", "by": "reader"}
    definition = with_stage("beyond", BEYOND, out)
    stages = {**tree()["stages"], "beyond": BEYOND, "further": {**BEYOND, "resting": True}}
    found = faults(msgspec.structs.replace(definition, stages=lending(stages=stages).stages))
    assert places(found) == [
        ("unreachable", ("stages", "beyond")),
        ("unreachable", ("stages", "further")),
    ]


def test_a_stage_without_an_exit_that_is_not_resting_is_a_dead_end():
    into = {"step": "ask", "from": "lent", "to": "beyond", "by": "reader"}
    assert places(faults(with_stage("beyond", BEYOND, into))) == [
        ("dead_end", ("stages", "beyond"))
    ]


def test_an_exit_that_comes_back_to_the_stage_itself_is_no_exit():
    into = {"step": "ask", "from": ["lent", "beyond"], "to": "beyond", "by": "reader"}
    assert places(faults(with_stage("beyond", BEYOND, into))) == [
        ("dead_end", ("stages", "beyond"))
    ]


def test_a_ring_from_which_no_case_can_rest_is_a_trap():
    found = faults(
        msgspec.convert(
            {
                **tree(),
                "stages": {**tree()["stages"], "up": BEYOND, "down": BEYOND},
                "steps": [
                    *tree()["steps"],
                    {"step": "ask", "from": ["lent", "down"], "to": "up", "by": "reader"},
                    {"step": "ask", "from": "up", "to": "down", "by": "reader"},
                ],
            },
            Definition,
        )
    )
    assert found == [Fault(code="trap", path=("stages", "up"), values={"stages": "“up”, “down”"})]


def test_a_stage_that_only_leads_into_a_dead_end_is_not_reported_beside_it():
    stages = {**tree()["stages"], "hall": BEYOND, "wall": BEYOND}
    more = [
        {"step": "ask", "from": "lent", "to": "hall", "by": "reader"},
        {"step": "ask", "from": "hall", "to": "wall", "by": "reader"},
    ]
    found = faults(lending(stages=stages, steps=[*tree()["steps"], *more]))
    assert places(found) == [("dead_end", ("stages", "wall"))]


def test_a_ring_that_has_a_way_out_is_no_trap():
    assert [fault.code for fault in faults(lending()) if fault.code == "trap"] == []


def test_a_step_nobody_may_take_is_found():
    assert places(faults(with_step(4, by=[]))) == [("no_role", ("steps", 4))]


def test_an_unknown_guard_is_found():
    found = faults(lending(), guards=("no_fine", "on_shelves"))
    assert found == [
        Fault(
            code="unknown_guard",
            path=("steps", 1, "guards", 0),
            values={"guard": "on_shelf", "nearest": "on_shelves"},
        )
    ]


def test_an_unknown_role_is_found_in_every_step_that_names_it():
    steps = [*tree()["steps"][:3], {"step": "note", "from": "lent", "by": ["reader", "king"]}]
    small = lending(
        stages={name: tree()["stages"][name] for name in ("asked", "lent", "refused")},
        steps=[*steps, {"step": "recall", "from": "lent", "to": "refused", "by": "king"}],
        required={},
    )
    assert places(faults(small)) == [
        ("unknown_role", ("steps", 3, "by", 1)),
        ("unknown_role", ("steps", 4, "by")),
    ]


def test_an_unknown_command_is_found_where_it_is_written():
    found = faults(
        lending(), commands=[name for name in COMMANDS if name not in ("answer", "note")]
    )
    assert places(found) == [
        ("unknown_command", ("steps", 1, "command")),
        ("unknown_command", ("steps", 2, "command")),
        ("unknown_command", ("steps", 8, "step")),
    ]


def test_an_unknown_deadline_is_found():
    found = faults(with_step(4, deadline="answers"))
    assert found == [
        Fault(
            code="unknown_deadline",
            path=("steps", 4, "deadline"),
            values={"deadline": "answers", "nearest": "answer"},
        )
    ]


def test_a_required_stage_that_can_be_bypassed_is_found_with_the_path():
    shortcut = {"step": "give_back", "from": "asked", "to": "returned", "by": "reader"}
    assert faults(with_steps(shortcut)) == [
        Fault(
            code="bypassed",
            path=("required", "returned", 1),
            values={"goal": "returned", "stage": "lent", "path": "new → asked → returned"},
        )
    ]


def test_requiring_the_start_or_the_goal_itself_is_always_met():
    assert faults(lending(required={"lost": ["new", "lost"]})) == []


def test_two_steps_for_the_same_stage_command_and_outcome_are_found():
    again = {
        "step": "give_up",
        "command": "renew",
        "from": ["asked", "lent"],
        "to": "lost",
        "by": "reader",
    }
    found = faults(with_steps(again))
    assert found == [
        Fault(
            code="same_answer",
            path=("steps", 9),
            values={
                "first": "renew",
                "first_number": "4",
                "second": "give_up",
                "second_number": "10",
                "command": "renew",
                "stage": "lent",
            },
        )
    ]


def test_an_outcome_told_twice_is_found_with_its_name():
    again = {
        "step": "yes",
        "command": "answer",
        "outcome": "YES",
        "from": "asked",
        "to": "lent",
        "by": "reader",
    }
    assert [fault.values["command"] for fault in faults(with_steps(again))] == ["answer/YES"]


def test_the_star_answers_for_every_stage_it_stands_for():
    again = {"step": "note", "from": "lost", "by": "reader"}
    assert places(faults(with_steps(again))) == [("same_answer", ("steps", 9))]


def test_a_start_that_no_step_leaves_is_found():
    found = faults(lending(stages={}, steps=[], required={}))
    assert found == [Fault(code="no_first_step", path=("start",), values={"stage": "new"})]


def test_a_start_that_is_described_is_reported_once():
    stuck = [{"step": "note", "from": "new", "by": "reader"}]
    found = faults(lending(stages={"new": BEYOND}, steps=stuck, required={}))
    assert places(found) == [("no_first_step", ("start",))]


def test_every_fault_is_reported_at_once():
    definition = with_step(3, by="king", guards=["asleep"], command="dream")
    assert [fault.code for fault in faults(definition)] == [
        "unknown_role",
        "unknown_guard",
        "unknown_command",
    ]


def test_a_sentence_says_what_to_do_and_what_was_perhaps_meant():
    fault = Fault(
        code="unknown_guard",
        path=("steps", 0, "guards", 0),
        values={"guard": "on_shlef", "nearest": "on_shelf"},
    )
    assert sentence(fault.why, "vi") == (
        "Điều kiện “on_shlef” không có trong danh mục. Hãy sửa lại tên hoặc bỏ điều kiện "
        "(có phải là “on_shelf”?)."
    )
    assert sentence(fault.why, "en") == (
        "The guard “on_shlef” is not in the catalogue. Correct the name or leave it out "
        "(did you mean “on_shelf”?)."
    )


def test_a_sentence_without_a_near_name_asks_nothing():
    fault = Fault(code="unknown_role", path=(), values={"role": "king"})
    assert sentence(fault.why, "en") == (
        "The role “king” is unknown. Declare the role or correct the name."
    )
