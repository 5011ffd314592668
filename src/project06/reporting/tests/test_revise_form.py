"""An organiser asks other questions from now on."""

from datetime import date

import pytest

from project06.kernel.errors import NotAllowed
from project06.reporting.errors import UnknownCampaign, UnusableForm
from project06.reporting.events import FormRevised
from project06.reporting.models import Obligation
from project06.reporting.operations.revise_form import revise_form
from project06.reporting.operations.roll_campaign import roll_campaign
from project06.reporting.queries.find_campaigns import list_questions
from project06.reporting.tests.conftest import CODE, QUESTIONS, SYSTEM, published, recorded


def test_leaves_standing_duties_the_form_they_have(campaign, son):
    revised = revise_form(campaign=CODE, questions=QUESTIONS[:1], by=son)
    roll_campaign(campaign=CODE, on=date(2026, 10, 15), by=son)

    versions = Obligation.objects.order_by("window_end").values_list("form__version", flat=True).distinct()
    assert revised.form_version == 2
    assert sorted(set(versions)) == [1, 2]
    assert len(list_questions(CODE, by=son)) == 1
    assert published(FormRevised) == [{"campaign": str(campaign.uuid), "version": 2}]
    assert recorded("reporting.revise-form")[0].details == {"version": "2", "questions": "1"}


def test_refuses_everybody_but_the_organiser(campaign, hoa, minh):
    for stranger in (hoa, minh):
        with pytest.raises(NotAllowed):
            revise_form(campaign=CODE, questions=QUESTIONS, by=stranger)


def test_refuses_an_empty_form(campaign, son):
    with pytest.raises(UnusableForm):
        revise_form(campaign=CODE, questions=[], by=son)


def test_refuses_a_campaign_that_does_not_exist(db):
    with pytest.raises(UnknownCampaign):
        revise_form(campaign="nothing", questions=QUESTIONS, by=SYSTEM)
    with pytest.raises(UnknownCampaign):
        list_questions("nothing", by=SYSTEM)
