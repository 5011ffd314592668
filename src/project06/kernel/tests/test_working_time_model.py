"""Deadlines against a model that looks at every minute of four months, holidays written out by hand."""

from bisect import bisect_left
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from project06.kernel.clock import VIETNAM
from project06.kernel.working_time import (
    Allowance,
    AllowanceUnit,
    DayBasis,
    Pause,
    WorkingCalendar,
    WorkingTime,
)

WORKING_TIME = WorkingTime(WorkingCalendar())
BY_HOURS = WorkingTime(WORKING_TIME.calendar, day_basis=DayBasis.EIGHT_HOURS)

FIRST = datetime(2024, 3, 1, tzinfo=VIETNAM)
MODEL_DAYS = 122
DAYS_OFF = {(4, 18), (4, 29), (4, 30), (5, 1)}
MAKE_UP = {(5, 4)}


def is_worked(moment: datetime) -> bool:
    monthday = (moment.month, moment.day)
    if monthday in DAYS_OFF or (moment.weekday() >= 5 and monthday not in MAKE_UP):
        return False
    return 8 <= moment.hour < 12 or 13 <= moment.hour < 17


MINUTES = [FIRST + timedelta(minutes=n) for n in range(MODEL_DAYS * 24 * 60)]
WORKED = [n for n, moment in enumerate(MINUTES) if is_worked(moment)]
IS_WORKED = set(WORKED)


def moment(minute: int) -> datetime:
    return (FIRST + timedelta(minutes=minute)).astimezone(UTC)


def model_due(start: int, needed: int, pauses: list[tuple[int, int]]) -> int:
    """Walk worked minutes from `start`; a minute inside a pause does not count. The end of the last one is due."""
    for minute in WORKED[bisect_left(WORKED, start) :]:
        if not any(stops <= minute < goes_on for stops, goes_on in pauses):
            needed -= 1
            if needed == 0:
                return minute + 1
    raise AssertionError("The model is too short")


def end_of_day(minute: int) -> int:
    return (minute // 1440 + 1) * 1440


# The first two months, so that the answers lie inside the model.
STARTS = st.integers(0, 60 * 1440)
AMOUNTS = st.integers(1, 8)
PAUSES = st.lists(
    st.tuples(STARTS, st.integers(0, 4 * 1440)).map(lambda pause: (pause[0], pause[0] + pause[1])), max_size=4
)


def as_pauses(pauses: list[tuple[int, int]]) -> list[Pause]:
    return [Pause(moment(stops), moment(goes_on)) for stops, goes_on in pauses]


def test_the_model_and_the_calendar_see_the_same_days():
    for day in range(MODEL_DAYS):
        minute = day * 1440 + 9 * 60
        assert WORKING_TIME.is_working_day(moment(minute)) is (minute in IS_WORKED)


@given(STARTS, st.integers(1, 60), PAUSES)
def test_working_hours_are_due_where_the_model_says(start, amount, pauses):
    due = WORKING_TIME.due_at(moment(start), Allowance(amount, AllowanceUnit.WORKING_HOURS), pauses=as_pauses(pauses))

    assert due == moment(model_due(start, amount * 60, pauses))


@given(STARTS, AMOUNTS, PAUSES)
def test_whole_working_days_are_due_where_the_model_says(start, amount, pauses):
    due = WORKING_TIME.due_at(moment(start), Allowance(amount, AllowanceUnit.WORKING_DAYS), pauses=as_pauses(pauses))

    assert due == moment(model_due(end_of_day(start), amount * 480, pauses))


@given(STARTS, AMOUNTS, PAUSES)
def test_days_of_eight_hours_are_due_where_the_model_says(start, amount, pauses):
    due = BY_HOURS.due_at(moment(start), Allowance(amount, AllowanceUnit.WORKING_DAYS), pauses=as_pauses(pauses))

    assert due == moment(model_due(start, amount * 480, pauses))


@given(STARTS, AMOUNTS, AMOUNTS, PAUSES)
def test_an_extension_is_the_sum_of_both_allowances(start, amount, more, pauses):
    due = WORKING_TIME.due_at(
        moment(start),
        Allowance(amount, AllowanceUnit.WORKING_DAYS),
        pauses=as_pauses(pauses),
        extension=Allowance(more, AllowanceUnit.WORKING_DAYS),
    )

    assert due == moment(model_due(end_of_day(start), (amount + more) * 480, pauses))


@given(STARTS, st.integers(0, 30 * 1440), PAUSES)
def test_elapsed_minutes_are_the_minutes_of_the_model(start, length, pauses):
    counted = sum(
        not any(stops <= minute < goes_on for stops, goes_on in pauses)
        for minute in WORKED[bisect_left(WORKED, start) : bisect_left(WORKED, start + length)]
    )

    assert WORKING_TIME.elapsed_minutes(moment(start), moment(start + length), as_pauses(pauses)) == counted


@given(STARTS, st.integers(1, 60), PAUSES, st.integers(0, 59_999_999))
def test_elapsed_time_from_acceptance_to_the_due_moment_is_the_allowance(start, amount, pauses, microseconds):
    accepted = moment(start) + timedelta(microseconds=microseconds)
    due = WORKING_TIME.due_at(accepted, Allowance(amount, AllowanceUnit.WORKING_HOURS), pauses=as_pauses(pauses))

    assert WORKING_TIME.elapsed_minutes(accepted, due, as_pauses(pauses)) == amount * 60


@given(st.lists(STARTS, min_size=2, max_size=5), st.integers(1, 60), PAUSES)
def test_what_is_accepted_earlier_is_never_due_later(starts, amount, pauses):
    allowance = Allowance(amount, AllowanceUnit.WORKING_HOURS)
    due = [WORKING_TIME.due_at(moment(start), allowance, pauses=as_pauses(pauses)) for start in sorted(starts)]

    assert all(earlier <= later for earlier, later in pairwise(due))


@given(STARTS, AMOUNTS, st.sampled_from(AllowanceUnit), PAUSES)
def test_more_time_is_never_due_earlier(start, amount, unit, pauses):
    shorter = WORKING_TIME.due_at(moment(start), Allowance(amount, unit), pauses=as_pauses(pauses))
    longer = WORKING_TIME.due_at(moment(start), Allowance(amount + 1, unit), pauses=as_pauses(pauses))

    assert moment(start) <= shorter <= longer


@given(STARTS, AMOUNTS, st.sampled_from(AllowanceUnit), PAUSES, st.randoms(use_true_random=False))
def test_the_order_of_pauses_and_cutting_one_in_two_change_nothing(start, amount, unit, pauses, random):
    cut = [piece for stops, goes_on in pauses for piece in pieces(stops, goes_on)]
    random.shuffle(cut)

    assert WORKING_TIME.due_at(moment(start), Allowance(amount, unit), pauses=as_pauses(cut)) == WORKING_TIME.due_at(
        moment(start), Allowance(amount, unit), pauses=as_pauses(pauses)
    )


def pieces(stops: int, goes_on: int) -> list[tuple[int, int]]:
    middle = (stops + goes_on) // 2
    return [(stops, middle), (middle, goes_on)]


@given(STARTS, st.integers(0, 20 * 1440), st.integers(0, 20 * 1440), PAUSES)
def test_elapsed_minutes_of_adjoining_stretches_add_up(start, first, second, pauses):
    a, b, c = moment(start), moment(start + first), moment(start + first + second)
    paused = as_pauses(pauses)

    together = WORKING_TIME.elapsed_minutes(a, b, paused) + WORKING_TIME.elapsed_minutes(b, c, paused)
    assert together == WORKING_TIME.elapsed_minutes(a, c, paused)


@given(STARTS, st.integers(-20, 20))
def test_added_working_days_lie_that_many_working_days_away(start, amount):
    day = moment(start)
    reached = WORKING_TIME.add_working_days(day, amount)

    assert WORKING_TIME.is_working_day(reached)
    if amount > 0:
        assert WORKING_TIME.working_days_between(day, reached) == amount
    if amount <= 0 and WORKING_TIME.is_working_day(day):
        assert WORKING_TIME.working_days_between(day, reached) == amount


@given(STARTS, STARTS)
def test_remaining_minutes_change_sign_with_direction(now, due):
    there = WORKING_TIME.remaining_minutes(moment(now), moment(due))

    assert there == -WORKING_TIME.remaining_minutes(moment(due), moment(now))
