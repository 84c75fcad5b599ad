"""What holds for every sane criteria set and sheet."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.scoring.facts import Facts
from domain.scoring.profile import Profile
from domain.scoring.score import score
from tests.domain.scoring.sets import criteria, mark, sheet

EFFECTS = st.sampled_from(["none", "deduct", "zero", "knockout"])
RULES = st.sampled_from(["not_counted", "full", "zero", "exclude_and_rescale"])
PROFILES = st.sampled_from([Profile(), Profile(has=frozenset({"x"}))])


@st.composite
def nodes(draw, name, depth=1):
    kinds = ["points", "levels", "toggle", "threshold"] + ["group"] * depth
    fields = {
        "id": name,
        "kind": draw(st.sampled_from(kinds)),
        "max": draw(st.integers(0, 12)),
        "applies": {"has": draw(st.sampled_from([[], ["x"]]))},
        "not_applicable": draw(RULES),
        "on_breach": {"effect": draw(EFFECTS), "points": draw(st.integers(0, 5))},
    }
    if fields["kind"] == "levels":
        worth = sorted(draw(st.lists(st.integers(0, fields["max"]), min_size=2, max_size=4)))
        fields["levels"] = [
            {"id": str(n), "points": p, "passes": n > 0} for n, p in enumerate(worth)
        ]
    if fields["kind"] == "threshold":
        fields["passes"] = ">= 5"
    if fields["kind"] == "group":
        fields["nodes"] = [draw(nodes(f"{name}.{n}", 0)) for n in range(draw(st.integers(1, 3)))]
    return fields


@st.composite
def sets(draw):
    groups = [
        {"id": f"G{g}", "pass_when": "sum", "max": draw(st.integers(0, 30)),
         "nodes": [draw(nodes(f"{g}.{n}")) for n in range(draw(st.integers(1, 3)))]}
        for g in range(draw(st.integers(1, 3)))
    ]  # fmt: skip
    scale = {"base": draw(st.integers(10, 60)), "bonus": draw(st.integers(0, 10))}
    return criteria(
        *groups,
        scale={**scale, "total": scale["base"] + scale["bonus"]},
        bonus=[{"id": "b", "max": 9}],
        deductions=[
            {"id": "d", "points": draw(st.integers(0, 9)), "cap": 12},
            {"id": "t", "points": draw(st.integers(0, 9)), "level": "total"},
        ],
    )


def answers(node):
    """Answers to a leaf, from the worst to the best."""
    if node.kind == "levels":
        return [mark(node.id, level.id) for level in node.levels]
    if node.kind == "toggle":
        return [mark(node.id, "false"), mark(node.id, "true")]
    if node.kind == "threshold":
        return [mark(node.id, str(n)) for n in range(10)]
    return [mark(node.id, points=Decimal(n) / 2) for n in range(2 * int(node.max) + 1)]


def leaves(parts):
    return [
        leaf
        for part in parts
        for node in part.nodes
        for leaf in (leaves([node]) if node.kind == "group" else [node])
    ]


@st.composite
def cases(draw):
    table = draw(sets())
    found = leaves(table.groups)
    marks = [draw(st.sampled_from(answers(node))) for node in found if draw(st.booleans())]
    places = [node.id for node in found] + [group.id for group in table.groups]
    deductions = [("d", draw(st.integers(0, 3)), draw(st.sampled_from(places)))]
    deductions.append(("t", draw(st.integers(0, 2)), ""))
    return table, draw(PROFILES), marks, {"bonus": [("b", 3)], "deductions": deductions}


def outcome(table, profile, marks, pools):
    return score(table, profile, sheet(*marks, **pools), Facts()).outcome


@given(cases())
@settings(max_examples=150)
def test_the_total_never_leaves_the_scale(case):
    found = outcome(*case)
    assert 0 <= found.total <= case[0].scale.total
    assert 0 <= found.base <= case[0].scale.base
    assert 0 <= found.bonus <= case[0].scale.bonus
    assert found.total == max(found.base - found.deducted + found.bonus, 0)


@given(cases(), st.randoms())
@settings(max_examples=100)
def test_the_order_of_marks_does_not_matter(case, random):
    table, profile, marks, pools = case
    mixed = {name: random.sample(each, len(each)) for name, each in pools.items()}
    shuffled = random.sample(marks, len(marks))
    assert outcome(table, profile, shuffled, mixed) == outcome(table, profile, marks, pools)


@given(cases(), st.data())
@settings(max_examples=150)
def test_raising_a_mark_never_lowers_the_total(case, data):
    table, profile, marks, pools = case
    node = data.draw(st.sampled_from(leaves(table.groups)))
    ladder = answers(node)
    step = data.draw(st.integers(0, len(ladder) - 1))
    others = [each for each in marks if each.node != node.id]
    lower = outcome(table, profile, [*others, ladder[step]], pools)
    upper = outcome(table, profile, [*others, ladder[-1]], pools)
    unmarked = outcome(table, profile, others, pools)
    assert unmarked.total <= lower.total <= upper.total
    assert not (lower.passes and not upper.passes)


@given(cases())
@settings(max_examples=100)
def test_scoring_twice_gives_the_same_rows_for_every_node(case):
    table, profile, marks, pools = case
    rows = score(table, profile, sheet(*marks, **pools), Facts()).rows
    assert rows == score(table, profile, sheet(*marks, **pools), Facts()).rows
    assert len({row.node for row in rows}) == len(rows)
    assert all(0 <= row.points <= row.maximum for row in rows if row.points is not None)
