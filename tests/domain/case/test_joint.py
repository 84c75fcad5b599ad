"""KT lines 75 to 83: title and annual classification are one job, from the claim to the classification itself."""

from datetime import date

import pytest

from domain.events import case as c
from domain.events import details as d
from domain.refusal import RefusedError
from domain.streams import unit_year_stream
from domain.unit_year.decide import decide
from tests.clauses.homes import EDITIONS
from tests.domain.case.asking import a_case, refused, taken
from tests.support.stage_world import PARENT, UNIT, holder

REVIEW = "chi bộ hoàn thành tốt nhiệm vụ"


def at_appraisal(kind="subordinate_cell", claimed="WELL", edition=EDITIONS["kon-tum"]):
    story = a_case("submitted", kind, edition)
    story.act(c.LevelClaimed, d.Claim(level="PASS", classification=claimed), to="submitted")
    return story


def appraisal(**given):
    return d.Appraisal(proposal="PASS", **{"review_results": REVIEW, **given})


@pytest.mark.parametrize(
    ("review", "codes"), [("", {"review_results_missing"}), (" ", {"review_results_missing"})]
)
def test_the_appraisal_of_a_subordinate_cell_brings_its_review_together(review, codes):
    """KT line 77: “tổng hợp kết quả kiểm điểm chi uỷ, chi bộ”."""
    story = at_appraisal()
    assert refused(story, "appraise", appraisal(review_results=review)) == codes
    assert taken(story, "appraise", appraisal()).details.review_results == REVIEW


def test_that_of_a_base_unit_need_not():
    """KT line 75 speaks of the level alone."""
    assert taken(at_appraisal("base_cell"), "appraise", appraisal(review_results=""))


def test_the_level_claimed_is_proposed_unless_it_is_said_why_not():
    story = at_appraisal("base_cell")

    assert taken(story, "appraise", appraisal()).details.classification == "WELL"
    assert (
        taken(story, "appraise", appraisal(classification="WELL")).details.classification == "WELL"
    )
    other = appraisal(classification="COMPLETED")
    assert refused(story, "appraise", other) == {"annual_level_departs"}
    reasoned = appraisal(classification="COMPLETED", departure="chưa đủ chỉ tiêu")
    assert taken(story, "appraise", reasoned).details.classification == "COMPLETED"


def test_where_nothing_was_claimed_the_appraiser_proposes_freely():
    """As in a case that was claimed before the annual level was recorded with it."""
    story = at_appraisal("base_cell", claimed=None)
    assert taken(story, "appraise", appraisal(classification="COMPLETED"))
    assert taken(story, "appraise", appraisal()).details.classification is None


def test_a_guideline_that_keeps_the_two_apart_asks_for_neither():
    """The control: the Corporation's plan does not replace the annual classification, nor join it."""
    story = at_appraisal("subordinate_cell", edition=EDITIONS["power-tkv"])
    event = taken(story, "appraise", d.Appraisal(proposal="PASS", classification="COMPLETED"))
    assert event.details.classification == "COMPLETED"
    assert taken(story, "appraise", d.Appraisal(proposal="PASS")).details.classification is None


def imported(story, **given):
    organ, stream = f"{PARENT}/party_committee", unit_year_stream(UNIT, 2024)
    data = {"subject": f"unit:{UNIT}", "final": True, "instrument": "9-QĐ", **given}
    command = story.world.command(
        "import-classification", stream, data, organ=organ, by=holder(organ), on=date(2024, 12, 20)
    )
    return decide(story.world.unit_year(UNIT, 2024), command, story.world)


@pytest.mark.parametrize("proposed", [None, "COMPLETED"])
def test_the_classification_is_the_level_proposed_or_it_is_said_why_not(proposed):
    story = at_appraisal()
    if proposed:
        story.act(c.Appraised, appraisal(classification=proposed), to="appraised")
    level = proposed or "WELL"

    assert imported(story, level=level).events
    with pytest.raises(RefusedError) as caught:
        imported(story, level="EXCELLENT")
    assert [each.code for each in caught.value.refusals] == ["classification_departs"]
    assert caught.value.refusals[0].rests_on == ("KT-CLS-1", "KT-STP-2c", "D-20")
    assert imported(story, level="EXCELLENT", departure="cấp ủy đánh giá lại").events
    assert imported(story, level="EXCELLENT", final=False).events
