"""Agencies are reminded of what is missing, each time once."""

from datetime import date, datetime, timedelta

import pytest

from project06.agencies import public as agencies
from project06.kernel.clock import VIETNAM
from project06.kernel.errors import NotAllowed
from project06.kernel.ids import new_uuid
from project06.notices import public as notices
from project06.reporting import public as reporting
from project06.reporting.data import ReminderReport
from project06.reporting.events import ObligationMissed
from project06.reporting.models import Obligation, ObligationStep, Reminder
from project06.reporting.operations import remind as reminding
from project06.reporting.operations.tell_agency import tell_agency
from project06.reporting.tests.conftest import CENTRE, GOOD, OTHER_CENTRE, SYSTEM, published, recorded

FAR = datetime(2026, 10, 1, 7, 30, tzinfo=VIETNAM)
BEFORE = datetime(2026, 10, 14, 7, 30, tzinfo=VIETNAM)
ON_THE_DAY = datetime(2026, 10, 19, 7, 30, tzinfo=VIETNAM)
AFTER = datetime(2026, 10, 20, 7, 30, tzinfo=VIETNAM)
LONG_AFTER = datetime(2026, 10, 27, 7, 30, tzinfo=VIETNAM)


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """Collect the agencies that are to be told, instead of running a worker."""
    names: list[str] = []
    monkeypatch.setattr(reminding, "enqueue", lambda _job, *, agency: names.append(agency))
    return names


@pytest.fixture
def reporter(db):
    """An official of Minh's centre with the rights to report and to check; the account is what notices need."""
    account, on = new_uuid(), date(2026, 9, 1)
    official = agencies.register_official(account=account, name="Trần Văn Minh", staff_number="TQ-1", by=SYSTEM)
    post = agencies.create_post(agency=CENTRE, title="Công chức", on=on, by=SYSTEM)
    for role in ("unit_reporter", "working_group_secretary"):
        agencies.grant_role(post=post.uuid, role=role, on=on, by=SYSTEM)
    agencies.appoint_official(official=official.uuid, post=post.uuid, valid_from=on, by=SYSTEM, decision="1/QĐ")
    return account


def test_leaves_agencies_in_peace_while_the_deadline_is_far(campaign, clock, asked):
    clock.to(FAR)

    assert reporting.remind(by=SYSTEM) == ReminderReport()
    assert asked == []


def test_reminds_before_on_and_after_the_deadline_then_tells_the_superior(campaign, clock, asked):
    counts = []
    for moment in (BEFORE, ON_THE_DAY, AFTER, LONG_AFTER):
        clock.to(moment)
        report = reporting.remind(by=SYSTEM)
        counts.append((report.before_due, report.on_due, report.after_due, report.escalated))

    assert counts == [(2, 0, 0, 0), (0, 2, 0, 0), (0, 0, 2, 0), (0, 0, 0, 2)]
    assert asked[-2:] == ["UBND-02536", "UBND-02545"]


def test_gives_each_reminder_once_however_often_it_runs(campaign, clock, asked):
    clock.to(AFTER)
    reporting.remind(by=SYSTEM)

    assert reporting.remind(by=SYSTEM) == ReminderReport()
    assert Reminder.objects.count() == 2
    assert len(published(ObligationMissed)) == 2


def test_marks_the_missed_deadline_in_the_duty_and_its_history(duty, clock, asked):
    clock.to(AFTER)

    reporting.remind(by=SYSTEM)

    duty.refresh_from_db()
    assert duty.missed_at == AFTER
    assert ObligationStep.objects.get(obligation=duty).kind == "missed"
    assert recorded("reporting.remind")[0].details == {"missed": "2", "escalated": "0"}


def test_does_not_remind_whoever_has_reported(sent, clock, asked):
    clock.to(AFTER)

    report = reporting.remind(by=SYSTEM)

    assert report.after_due == 1
    assert asked == [OTHER_CENTRE]


def test_reminds_anew_of_an_extended_deadline(duty, clock, asked, son):
    clock.to(BEFORE)
    reporting.remind(by=SYSTEM)
    reporting.extend_obligation(obligation=duty.uuid, working_days=10, reason="Storm damage", by=son)
    clock.to(duty.due_at + timedelta(days=12))

    assert reporting.remind(by=SYSTEM).before_due == 1


def test_tells_the_reporters_of_an_agency_in_one_notice(campaign, clock, asked, reporter):
    clock.to(AFTER)
    reporting.remind(by=SYSTEM)

    written = tell_agency(agency=CENTRE, by=SYSTEM)

    (notice,) = notices.list_for_account(reporter)
    assert written == 1
    assert "Tiến độ hằng tháng" in notice.text
    assert "17:00 19/10/2026" in notice.text
    assert recorded("reporting.tell-agency")[0].details == {"agency": CENTRE, "notices": "1"}


def test_tells_nobody_twice(campaign, clock, asked, reporter):
    clock.to(AFTER)
    reporting.remind(by=SYSTEM)
    tell_agency(agency=CENTRE, by=SYSTEM)

    assert tell_agency(agency=CENTRE, by=SYSTEM) == 0
    assert len(notices.list_for_account(reporter)) == 1


def test_tells_nothing_of_what_was_sent_in_the_meantime(duty, clock, asked, reporter, minh):
    clock.to(AFTER)
    reporting.remind(by=SYSTEM)
    reporting.submit_report(obligation=duty.uuid, answers=GOOD, by=minh)

    assert tell_agency(agency=CENTRE, by=SYSTEM) == 0


def test_tells_the_supervisors_of_the_superior_agency(campaign, clock, asked, reporter):
    Obligation.objects.filter(agency_code=OTHER_CENTRE).update(superior=CENTRE)
    clock.to(LONG_AFTER)
    reporting.remind(by=SYSTEM)

    assert tell_agency(agency=CENTRE, by=SYSTEM) == 2
    assert any("Tân Trào" in notice.text for notice in notices.list_for_account(reporter))


def test_refuses_persons(campaign, minh):
    with pytest.raises(NotAllowed):
        reporting.remind(by=minh)
    with pytest.raises(NotAllowed):
        tell_agency(agency=CENTRE, by=minh)
