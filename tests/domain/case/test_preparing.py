"""Registration on its form through its contact, commitment at a conference, inspection of the cells alone (Sơn La)."""

from datetime import date

import pytest

from domain.events import details as d
from domain.events.base import Document
from tests.domain.case.asking import SON_LA, a_case, no_case, refused, taken
from tests.support.stage_world import UNIT

FORM = Document(document="DOC-REG", number="1-ĐK")
KIND = "department_cell"
EARLY = date(2024, 5, 6)


@pytest.mark.parametrize(
    ("registration", "codes"),
    [
        (d.Registration(), {"registration_form_missing", "registration_contact_missing"}),
        (d.Registration(document=FORM), {"registration_contact_missing"}),
        (d.Registration(document=FORM, contact=" "), {"registration_contact_missing"}),
        (
            d.Registration(document=Document(document="DOC-PLAN"), contact="đầu mối"),
            {"registration_form_missing"},
        ),
    ],
)
def test_a_registration_is_made_on_its_form_through_its_contact(registration, codes):
    assert refused(no_case(KIND, SON_LA), "register", registration) == codes


def test_a_registration_on_its_form_through_its_contact_is_taken():
    registration = d.Registration(document=FORM, contact="đầu mối")

    assert taken(no_case(KIND, SON_LA), "register", registration).details == registration


def signed(on):
    return d.SignedCommitment(conference_on=on)


def test_a_commitment_is_signed_at_a_conference_or_after_it():
    story = a_case("registration_accepted", KIND, SON_LA)

    assert refused(story, "sign-commitment", signed(None)) == {"conference_missing"}
    assert refused(story, "sign-commitment", signed(date(2024, 12, 21))) == {"conference_later"}
    assert taken(story, "sign-commitment", signed(date(2024, 12, 20)))


def test_the_executive_committee_inspects_and_suspends_the_cells_and_not_itself():
    conclusion = d.InspectionConclusion(conclusion="tốt", in_order=True)
    itself = a_case("appraised", "department_committee", SON_LA)
    own = {"organ": f"{UNIT}/executive_committee", "person": f"{UNIT}-executive_committee"}

    assert refused(itself, "conclude-inspection", conclusion, **own) == {"organ_not_competent"}
    assert refused(itself, "suspend", d.Suspension(), **own) == {"organ_not_competent"}
    cell = a_case("appraised", KIND, SON_LA)
    above = {"organ": "captren/executive_committee", "person": "captren-executive_committee"}
    assert taken(cell, "conclude-inspection", conclusion, **above)
