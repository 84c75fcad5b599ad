"""The real table for the quality of cell meetings (An Phú ward), as a test case.

Points and levels are the table's own. `rule` is what a month without a thematic meeting does with
the five points of the thematic content, on which the table is silent.
"""

from tests.domain.scoring.sets import criteria, mark


def levels(name, *points, **fields):
    choices = [{"id": f"{name}-{p}", "points": p} for p in points]
    return {"id": name, "kind": "levels", "max": points[0], "levels": choices, **fields}


def points(name, most, **fields):
    return {"id": name, "kind": "points", "max": most, **fields}


def group(name, most, *nodes):
    return {"id": name, "max": most, "pass_when": "sum", "nodes": list(nodes)}


def table(rule="not_counted"):
    thematic = {"applies": {"has": ["thematic_meeting"]}, "not_applicable": rule}
    committee = {"applies": {"has": ["cell_committee"]}, "not_applicable": "full"}
    return criteria(
        group("A", 5, levels("1", 5, 4, 3, 2, 1)),
        group("B", 5, levels("2.1", 4, 3, 2, 1), {"id": "2.2", "kind": "toggle", "max": 1}),
        group("C", 10, points("3.1", 3), points("3.2", 2), points("3.3", 2, **committee),
              points("3.4", 1), points("3.5", 2)),
        group("D", 30, points("4.1", 5), points("4.2", 10), points("4.3", 5, **thematic),
              points("4.4", 2), levels("4.5", 5, 4, 3, 2), points("4.6", 1), points("4.7", 1),
              points("4.8", 1)),
        group("E", 10, points("5", 10)),
        group("F", 5, points("6", 5)),
        group("G", 30, levels("7", 30, 27, 24, 20, 15, 10)),
        group("H", 5, points("8", 5)),
        rule={"rule": "bands", "level": "GOOD"},
        bands=[
            {"range": "[90, 100]", "level": "GOOD"},
            {"range": "[70, 90)", "level": "FAIR"},
            {"range": "[50, 70)", "level": "AVERAGE"},
            {"range": "[0, 50)", "level": "POOR"},
        ],
    )  # fmt: skip


BEST = {
    "1": mark("1", "1-5"), "2.1": mark("2.1", "2.1-4"), "2.2": mark("2.2", "true"),
    "4.5": mark("4.5", "4.5-5"), "7": mark("7", "7-30"),
    **{name: mark(name, points=most) for name, most in {
        "3.1": 3, "3.2": 2, "3.3": 2, "3.4": 1, "3.5": 2, "4.1": 5, "4.2": 10, "4.3": 5, "4.4": 2,
        "4.6": 1, "4.7": 1, "4.8": 1, "5": 10, "6": 5, "8": 5,
    }.items()},
}  # fmt: skip
"""The best mark of every node."""
