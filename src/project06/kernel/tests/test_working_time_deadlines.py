"""Deadlines of the law, case by case."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from project06.kernel.clock import VIETNAM
from project06.kernel.working_time import (
    Allowance,
    AllowanceUnit,
    DayBasis,
    DayOverride,
    Pause,
    Standing,
    WorkingCalendar,
    WorkingHours,
    WorkingTime,
)

CALENDAR = WorkingCalendar()
WORKING_TIME = WorkingTime(CALENDAR)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=VIETNAM)


def hours(amount: int) -> Allowance:
    return Allowance(amount, AllowanceUnit.WORKING_HOURS)


def days(amount: int) -> Allowance:
    return Allowance(amount, AllowanceUnit.WORKING_DAYS)


# -- working days ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "amount", "expected"),
    [
        (date(2024, 6, 10), 1, date(2024, 6, 11)),
        (date(2024, 6, 10), 5, date(2024, 6, 17)),
        (date(2024, 6, 8), 1, date(2024, 6, 10)),  # from a Saturday, Monday is the first day
        (date(2024, 6, 8), 0, date(2024, 6, 10)),
        (date(2024, 6, 10), 0, date(2024, 6, 10)),
        (date(2024, 6, 10), -1, date(2024, 6, 7)),
        (date(2024, 6, 8), -1, date(2024, 6, 7)),
        (date(2024, 4, 26), 1, date(2024, 5, 2)),  # over the exchanged 29 April
        (date(2024, 5, 3), 1, date(2024, 5, 4)),  # the make-up Saturday counts
        (date(2024, 2, 7), 1, date(2024, 2, 15)),  # over Tết
    ],
)
def test_working_days_are_added_from_the_day_after(start, amount, expected):
    assert WORKING_TIME.add_working_days(start, amount) == expected


def test_of_a_moment_the_day_in_viet_nam_counts():
    after_midnight_in_viet_nam = datetime(2024, 6, 10, 17, 30, tzinfo=UTC)

    assert WORKING_TIME.add_working_days(after_midnight_in_viet_nam, 1) == date(2024, 6, 12)
    assert WORKING_TIME.is_working_day(datetime(2024, 6, 9, 17, 30, tzinfo=UTC))


def test_working_days_between_leave_out_the_first_and_include_the_last():
    assert WORKING_TIME.working_days_between(date(2024, 6, 10), date(2024, 6, 17)) == 5
    assert WORKING_TIME.working_days_between(date(2024, 6, 17), date(2024, 6, 10)) == -5
    assert WORKING_TIME.working_days_between(date(2024, 6, 10), date(2024, 6, 10)) == 0


# -- hand-over (Decree 309/2026, article 18(2)) ------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-10-08 09:00", "2026-10-08 17:00"),
        ("2026-10-08 06:30", "2026-10-08 17:00"),
        ("2026-10-08 15:00", "2026-10-08 17:00"),
        ("2026-10-08 15:00:01", "2026-10-09 08:00"),
        ("2026-10-08 18:00", "2026-10-09 08:00"),
        ("2026-10-09 15:30", "2026-10-12 08:00"),  # a Friday afternoon
        ("2026-10-10 09:00", "2026-10-12 08:00"),  # a Saturday morning
        ("2026-10-10 16:00", "2026-10-12 08:00"),
        ("2026-08-28 15:30", "2026-09-03 08:00"),  # over National Day and its exchange
        ("2026-08-21 16:00", "2026-08-22 08:00"),  # a make-up Saturday
    ],
)
def test_papers_are_handed_over_the_same_day_or_at_the_next_opening_after_three(received, due):
    assert WORKING_TIME.handover_due_at(at(received)) == at(due)
    assert WORKING_TIME.handover_on(at(received)) == at(due).date()


def test_the_cut_off_can_be_set_by_an_agency():
    early = WorkingTime(CALENDAR, handover_cut_off=time(14))

    assert early.handover_on(at("2026-10-08 14:30")) == date(2026, 10, 9)


# -- due moments -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accepted", "allowance", "due"),
    [
        ("2024-06-10 09:00", days(1), "2024-06-11 17:00"),
        ("2024-06-10 17:30", days(1), "2024-06-11 17:00"),
        ("2024-06-07 16:59", days(1), "2024-06-10 17:00"),
        ("2024-06-08 09:00", days(1), "2024-06-10 17:00"),  # accepted on a day off
        ("2024-04-26 10:00", days(3), "2024-05-04 17:00"),
        ("2024-06-10 09:00", hours(2), "2024-06-10 11:00"),
        ("2024-06-10 09:00", hours(3), "2024-06-10 12:00"),  # noon, not one o'clock
        ("2024-06-10 09:00", hours(8), "2024-06-11 09:00"),
        ("2024-06-10 12:30", hours(8), "2024-06-11 12:00"),
        ("2024-06-10 07:00", hours(8), "2024-06-10 17:00"),
        ("2024-06-07 20:00", hours(1), "2024-06-10 09:00"),
        ("2024-06-10 09:00:30", hours(8), "2024-06-11 09:00:30"),
        ("2024-06-10 09:00", Allowance(10, AllowanceUnit.CALENDAR_DAYS), "2024-06-20 17:00"),
        ("2024-06-10 09:00", Allowance(5, AllowanceUnit.CALENDAR_DAYS), "2024-06-17 17:00"),  # a Saturday moves
        ("2024-06-10 09:00", Allowance(1, AllowanceUnit.CALENDAR_MONTHS), "2024-07-10 17:00"),
        ("2024-01-31 09:00", Allowance(1, AllowanceUnit.CALENDAR_MONTHS), "2024-02-29 17:00"),
        ("2025-12-31 09:00", Allowance(2, AllowanceUnit.CALENDAR_MONTHS), "2026-03-02 17:00"),  # 28 February: Saturday
        ("2023-11-10 09:00", Allowance(3, AllowanceUnit.CALENDAR_MONTHS), "2024-02-15 17:00"),  # inside Tết
    ],
)
def test_a_result_is_due(accepted, allowance, due):
    assert WORKING_TIME.due_at(at(accepted), allowance) == at(due)


def test_a_due_moment_is_given_in_utc():
    due = WORKING_TIME.due_at(at("2024-06-10 09:00"), days(1))

    assert due.tzinfo is UTC
    assert due == datetime(2024, 6, 11, 10, 0, tzinfo=UTC)


def test_days_may_be_counted_as_eight_hours_from_the_minute():
    eight_hours = WorkingTime(CALENDAR, day_basis=DayBasis.EIGHT_HOURS)

    assert eight_hours.due_at(at("2024-06-10 09:00"), days(2)) == at("2024-06-12 09:00")
    assert eight_hours.due_at(at("2024-06-10 18:00"), days(2)) == at("2024-06-12 17:00")


def test_an_agency_may_open_at_other_hours():
    mountain = WorkingTime(CALENDAR, WorkingHours(((time(7, 30), time(11, 30)), (time(13, 30), time(17, 30)))))

    assert mountain.due_at(at("2024-06-10 09:00"), days(1)) == at("2024-06-11 17:30")
    assert mountain.add_working_hours(at("2024-06-10 11:00"), 1) == at("2024-06-10 14:00")
    assert mountain.handover_due_at(at("2024-06-10 15:30")) == at("2024-06-11 07:30")


def test_a_day_off_by_decision_moves_the_deadline():
    storm = DayOverride(date(2024, 6, 11), False, "Bão", "CĐ 01/CĐ-UBND")
    stormy = WorkingTime(WorkingCalendar([storm]))

    assert stormy.due_at(at("2024-06-10 09:00"), days(1)) == at("2024-06-12 17:00")


# -- pauses and the one extension --------------------------------------------------------------------


def test_a_pause_adds_its_working_time_and_not_its_nights():
    pause = Pause(at("2024-06-11 15:00"), at("2024-06-12 10:00"))  # 2 hours and 2 hours

    assert WORKING_TIME.due_at(at("2024-06-10 09:00"), days(3), pauses=[pause]) == at("2024-06-14 12:00")


def test_a_pause_on_the_uncounted_day_of_acceptance_moves_nothing():
    pause = Pause(at("2024-06-10 10:00"), at("2024-06-10 16:00"))

    assert WORKING_TIME.due_at(at("2024-06-10 09:00"), days(1), pauses=[pause]) == at("2024-06-11 17:00")
    assert WORKING_TIME.due_at(at("2024-06-10 09:00"), hours(2), pauses=[pause]) == at("2024-06-10 17:00")


def test_a_pause_after_the_due_moment_moves_nothing():
    pause = Pause(at("2024-06-11 17:00"), at("2024-06-20 10:00"))

    assert WORKING_TIME.due_at(at("2024-06-10 09:00"), days(1), pauses=[pause]) == at("2024-06-11 17:00")


def test_a_pause_inside_the_time_that_another_pause_added_counts():
    first = Pause(at("2024-06-11 08:00"), at("2024-06-11 17:00"))
    second = Pause(at("2024-06-12 13:00"), at("2024-06-12 17:00"))

    assert WORKING_TIME.due_at(at("2024-06-10 09:00"), days(1), pauses=[second, first]) == at("2024-06-13 12:00")


def test_overlapping_pauses_count_once():
    pauses = [
        Pause(at("2024-06-11 08:00"), at("2024-06-11 12:00")),
        Pause(at("2024-06-11 10:00"), at("2024-06-11 15:00")),
        Pause(at("2024-06-11 10:30"), at("2024-06-11 11:00")),
    ]

    assert WORKING_TIME.due_at(at("2024-06-10 09:00"), days(1), pauses=pauses) == at("2024-06-12 15:00")


def test_a_pause_moves_a_deadline_in_calendar_days_too():
    pause = Pause(at("2024-06-12 08:00"), at("2024-06-12 17:00"))

    due = WORKING_TIME.due_at(at("2024-06-10 09:00"), Allowance(10, AllowanceUnit.CALENDAR_DAYS), pauses=[pause])

    assert due == at("2024-06-21 17:00")


def test_an_open_pause_counts_up_to_the_moment_asked_for():
    pause = Pause(at("2024-06-11 08:00"))

    def due(as_of: datetime) -> datetime:
        return WORKING_TIME.due_at(at("2024-06-10 09:00"), days(2), pauses=[pause], as_of=as_of)

    assert due(at("2024-06-12 17:00")) == at("2024-06-14 17:00")
    assert due(at("2024-06-13 17:00")) == at("2024-06-17 17:00")
    assert due(at("2024-06-10 17:00")) == at("2024-06-12 17:00")


def test_an_open_pause_without_a_moment_is_refused():
    with pytest.raises(ValueError, match="open pause"):
        WORKING_TIME.due_at(at("2024-06-10 09:00"), days(2), pauses=[Pause(at("2024-06-11 08:00"))])


def test_remaining_time_stands_still_while_paused():
    pause = Pause(at("2024-06-11 10:00"))

    def remaining(now: datetime) -> int:
        due = WORKING_TIME.due_at(at("2024-06-10 09:00"), days(2), pauses=[pause], as_of=now)
        return WORKING_TIME.remaining_minutes(now, due)

    assert remaining(at("2024-06-11 10:00")) == remaining(at("2024-06-14 15:00")) == 14 * 60


@pytest.mark.parametrize(
    ("allowance", "extension", "due"),
    [
        (days(3), days(2), "2024-06-17 17:00"),
        (days(3), hours(4), "2024-06-14 12:00"),
        (hours(8), hours(4), "2024-06-11 14:00"),
        (hours(8), days(1), "2024-06-12 17:00"),
        (days(3), Allowance(3, AllowanceUnit.CALENDAR_DAYS), "2024-06-17 17:00"),
        (days(3), Allowance(1, AllowanceUnit.CALENDAR_MONTHS), "2024-07-15 17:00"),
    ],
)
def test_an_extension_runs_from_the_first_due_moment(allowance, extension, due):
    assert WORKING_TIME.due_at(at("2024-06-10 09:00"), allowance, extension=extension) == at(due)


def test_a_pause_counts_inside_the_extension():
    pause = Pause(at("2024-06-14 08:00"), at("2024-06-14 12:00"))

    due = WORKING_TIME.due_at(at("2024-06-10 09:00"), days(3), extension=days(2), pauses=[pause])

    assert due == at("2024-06-18 12:00")


# -- measuring and standing --------------------------------------------------------------------------


def test_elapsed_time_counts_opening_hours_without_pauses():
    start, end = at("2024-06-07 16:00"), at("2024-06-10 10:30")

    assert WORKING_TIME.elapsed_minutes(start, end) == 60 + 150
    assert WORKING_TIME.elapsed_minutes(start, end, [Pause(at("2024-06-07 16:30"), at("2024-06-10 09:00"))]) == 120
    assert WORKING_TIME.elapsed_minutes(start, end, [Pause(at("2024-06-10 10:00"))]) == 180
    assert WORKING_TIME.elapsed_minutes(start, end, [Pause(at("2024-06-01 10:00"), at("2024-07-01 10:00"))]) == 0
    assert WORKING_TIME.elapsed_minutes(start, end, [Pause(at("2024-06-11 10:00"), at("2024-07-01 10:00"))]) == 210


def test_elapsed_time_backwards_is_refused():
    with pytest.raises(ValueError, match="before the start"):
        WORKING_TIME.elapsed_minutes(at("2024-06-10 10:00"), at("2024-06-10 09:00"))


@pytest.mark.parametrize(
    ("now", "standing", "minutes"),
    [
        ("2024-06-10 09:00", Standing.ON_TIME, 5 * 480 + 420),
        ("2024-06-14 16:59", Standing.ON_TIME, 481),
        ("2024-06-14 17:00", Standing.AT_RISK, 480),
        ("2024-06-16 09:00", Standing.AT_RISK, 480),
        ("2024-06-17 17:00", Standing.AT_RISK, 0),
        ("2024-06-17 17:00:01", Standing.LATE, 0),
        ("2024-06-17 20:00", Standing.LATE, 0),
        ("2024-06-18 08:01", Standing.LATE, -1),
    ],
)
def test_a_deadline_stands(now, standing, minutes):
    due = WORKING_TIME.due_at(at("2024-06-10 09:00"), days(5))

    assert WORKING_TIME.standing(at(now), due) is standing
    assert WORKING_TIME.remaining_minutes(at(now), due) == minutes


def test_the_warning_time_can_be_chosen():
    due = at("2024-06-17 17:00")

    assert WORKING_TIME.standing(at("2024-06-17 14:00"), due, at_risk_minutes=120) is Standing.ON_TIME
    assert WORKING_TIME.standing(at("2024-06-17 15:00"), due, at_risk_minutes=120) is Standing.AT_RISK


# -- refusals ----------------------------------------------------------------------------------------


def test_a_moment_without_time_zone_is_refused():
    naive = at("2024-06-10 09:00").replace(tzinfo=None)

    for ask in (
        lambda: WORKING_TIME.due_at(naive, days(1)),
        lambda: WORKING_TIME.add_working_days(naive, 1),
        lambda: WORKING_TIME.handover_on(naive),
        lambda: WORKING_TIME.elapsed_minutes(naive, naive),
    ):
        with pytest.raises(ValueError, match="no time zone"):
            ask()


def test_an_allowance_of_nothing_and_a_pause_backwards_are_refused():
    with pytest.raises(ValueError, match="at least 1"):
        days(0)
    with pytest.raises(ValueError, match="at least 1"):
        WORKING_TIME.add_working_hours(at("2024-06-10 09:00"), 0)
    with pytest.raises(ValueError, match="cannot end before"):
        Pause(at("2024-06-10 09:00"), at("2024-06-10 08:59"))


@pytest.mark.parametrize(
    "spans",
    [
        [],
        [(time(8), time(17))],  # nine hours
        [(time(12), time(8)), (time(13), time(17))],
        [(time(13), time(17)), (time(8), time(12))],
        [(time(8), time(13)), (time(12), time(15))],
    ],
)
def test_hours_that_are_not_an_eight_hour_day_are_refused(spans):
    with pytest.raises(ValueError, match=r"working hours|working day"):
        WorkingHours(spans)


def test_hours_show_themselves_and_a_full_day_is_all_they_hold():
    default = WorkingHours()

    assert repr(default) == repr(WorkingHours(default.spans))
    assert (default.opens, default.closes) == (time(8), time(17))
    assert default.clock_at(8 * 3600 * 10**6) == timedelta(hours=17)
    with pytest.raises(ValueError, match="More than a day"):
        default.clock_at(8 * 3600 * 10**6 + 1)
