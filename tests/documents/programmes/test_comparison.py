"""docs/programmes.md: five columns in every row, with clause ids, assumed values marked as such."""

import re

from documents.both_languages import both
from documents.programmes.clause_marks import Shown
from documents.programmes.comparison import GUIDELINES, draw
from documents.programmes.features import FEATURES
from tests.architecture.tree import ROOT
from tests.support.world import PROGRAMMES, edition_at

BAR = re.compile(r"(?<!\\)\|")
CLAUSES = {"kon-tum": "KT", "son-la": "SL", "soc-trang": "ST", "cam-giang": "CG", "power-tkv": "PW"}


def rows():
    """The cells of the comparison by feature, one for each guideline."""
    table = draw().split("\n## ")[0]
    found = [BAR.split(line)[1:-1] for line in table.split("\n") if line.startswith("| **")]
    return {name.strip(" *"): [cell.strip() for cell in cells] for name, *cells in found}


def test_the_page_is_as_it_is_drawn():
    assert (ROOT / "docs" / "programmes.md").read_text(encoding="utf-8") == draw()


def test_every_feature_has_one_cell_for_each_guideline():
    names = [both(f"feature.{name}") for name in FEATURES]

    assert {name: len(cells) for name, cells in rows().items()} == dict.fromkeys(names, 5)


def test_each_column_names_clauses_of_its_own_guideline_only():
    columns = zip(*rows().values(), strict=True)
    for code, cells in zip(GUIDELINES, columns, strict=True):
        named = {name[:2] for cell in cells for name in re.findall(r"\b[A-Z]{2}-[A-Z]{3}-", cell)}
        assert named == {CLAUSES[code]}, code


def test_an_assumed_value_is_marked_where_it_is_shown():
    found = rows()
    assert (
        "tổng điểm / total points ≥ 80 (D-01)"
        in found["Chấm điểm, mức đạt / Scoring, pass rule"][0]
    )
    assert "D-38" in found["Chu kỳ / Cadence"][4]
    assert "D-21" in found["Biểu quyết / Vote"][1]


def test_a_value_of_the_guideline_is_not_marked_as_assumed():
    shown = Shown(edition_at(PROGRAMMES / "kon-tum.yaml"))
    scale = shown.programme.criteria["base"].scale
    assert "D-" not in shown.marks(scale, "base", "bonus")
    assert "D-06" in shown.marks(scale, "bonus_counts_for_pass")


def test_every_assumption_is_listed_at_the_end():
    sections = draw().split("\n### ")[1:]
    for code, section in zip(GUIDELINES, sections, strict=True):
        used = set(edition_at(PROGRAMMES / f"{code}.yaml").assumptions.values())
        assert set(re.findall(r"^\| (D-\d\d) \|", section, re.MULTILINE)) == used
