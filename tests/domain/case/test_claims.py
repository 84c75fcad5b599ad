"""A claim is bound to what the subject's own sheet came to, as its guideline says."""

import pytest
from msgspec.structs import replace

from domain.events import case as c
from domain.events import details as d
from tests.domain.case.asking import refused, taken
from tests.domain.case.test_bound import claim, edition, then
from tests.support.best_sheet import blank_sheet
from tests.support.stage_world import Story


def claimed(code, kind, fails):
    story = Story(edition(code), kind).at("self_assessed")
    if fails:
        outcome = replace(story.outcome(), passes=False)
        then(story, c.AggregateAdopted, d.Adoption(sheet=blank_sheet(story.sheet), outcome=outcome))
    return story


def test_where_the_text_says_which_level_follows_nothing_else_is_claimed():
    """PW L143 and L145."""
    above, below = (
        claim("PASS", departure="x"),
        claim("FAIL", departure="x"),
    )

    met = claimed("power-tkv", "subordinate_cell", fails=False)
    assert taken(met, "claim-level", above)
    assert refused(met, "claim-level", below) == {"claim_below_outcome"}
    missed = claimed("power-tkv", "subordinate_cell", fails=True)
    assert refused(missed, "claim-level", above) == {"claim_above_outcome"}
    assert taken(missed, "claim-level", below)


@pytest.mark.parametrize(
    ("code", "kind"),
    [("kon-tum", "base_cell"), ("soc-trang", "base_cell"), ("cam-giang", "cell"),
     ("son-la", "department_cell")],
)  # fmt: skip
def test_where_a_unit_may_ask_for_either_level_it_says_why_above_its_own_sheet(code, kind):
    """KT L69: one of two levels is proposed."""
    missed = claimed(code, kind, fails=True)

    assert refused(missed, "claim-level", claim("PASS")) == {"against_unexplained"}
    assert taken(
        missed,
        "claim-level",
        claim("PASS", departure="đề nghị cấp trên xét"),
    )
    assert taken(missed, "claim-level", claim("FAIL"))
