"""The calendar against what the Government published for its own employees."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project06.kernel.working_time import CalendarDay, DayKind, DayOverride, WorkingCalendar

CALENDAR = WorkingCalendar()

# Weekdays on which agencies were closed, and week-end days on which they worked. Sources:
# 2023: notices 5034/TB-LDTBXH (Tết) and 2 September of the Ministry of Labour; Labour Code article 111(3)
# 2024: Official Dispatch 2450/VPCP-KGVX (29 April for Saturday 4 May), Tết 8-14 February
# 2025: notice 6150/TB-BLDTBXH (Tết 25 January - 2 February; 2 May for Saturday 26 April)
# 2026: 12729/VPCP-KGVX (2 January for Saturday 10 January), Tết 14-22 February, 31 August for Saturday
#       22 August, and 24 November as the day of Vietnamese culture (Resolution 80-NQ/TW)
CLOSED = {
    2023: "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04",
    2024: "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
    2025: "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
    2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24",
}
MADE_UP = {2023: "", 2024: "05-04", 2025: "04-26", 2026: "01-10 08-22"}


def days_of(year: int, monthdays: str) -> set[date]:
    return {date.fromisoformat(f"{year}-{monthday}") for monthday in monthdays.split()}


def all_days(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", CLOSED)
def test_agencies_are_closed_on_the_published_weekdays_and_no_other(year):
    closed = {day for day in all_days(year) if day.weekday() < 5 and not CALENDAR.is_working_day(day)}

    assert closed == days_of(year, CLOSED[year])


@pytest.mark.parametrize("year", MADE_UP)
def test_agencies_work_on_the_published_make_up_saturdays_and_no_other(year):
    worked = {day for day in all_days(year) if day.weekday() >= 5 and CALENDAR.is_working_day(day)}

    assert worked == days_of(year, MADE_UP[year])


def test_an_exchange_over_the_turn_of_the_year_is_known_from_both_sides():
    # 31 December 2018 was exchanged for 5 January 2019, 2 January 2015 for 27 December 2014.
    assert not CALENDAR.is_working_day(date(2018, 12, 31))
    assert CALENDAR.is_working_day(date(2019, 1, 5))
    assert not CALENDAR.is_working_day(date(2015, 1, 2))
    assert WorkingCalendar().is_working_day(date(2014, 12, 27))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 6, 10), CalendarDay(date(2024, 6, 10), DayKind.WORKING)),
        (date(2024, 6, 8), CalendarDay(date(2024, 6, 8), DayKind.WEEKEND)),
        (date(2024, 9, 2), CalendarDay(date(2024, 9, 2), DayKind.HOLIDAY, "Quốc khánh")),
        (date(2024, 5, 4), CalendarDay(date(2024, 5, 4), DayKind.MAKE_UP, "Ngày làm bù")),
        (
            date(2026, 1, 2),
            CalendarDay(
                date(2026, 1, 2),
                DayKind.HOLIDAY,
                "Ngày nghỉ (thay cho ngày 10/01/2026)",
                "12729/VPCP-KGVX, 25/12/2025",
            ),
        ),
    ],
)
def test_a_day_says_why_it_is_worked_or_not(on, expected):
    assert CALENDAR.day(on) == expected
    assert CALENDAR.day(on).is_working is CALENDAR.is_working_day(on)


def test_an_override_stands_above_week_ends_holidays_and_published_exchanges():
    storm = DayOverride(date(2026, 7, 1), False, "Bão số 3", "QĐ 1234/QĐ-UBND")
    recalled = DayOverride(date(2026, 1, 2), True, "Hủy hoán đổi", "VD/2026")
    saturday = DayOverride(date(2026, 7, 4), True, "Trực giải quyết hồ sơ tồn", "VD/2026")

    calendar = WorkingCalendar([storm, recalled, saturday])

    assert calendar.day(storm.on) == CalendarDay(storm.on, DayKind.HOLIDAY, "Bão số 3", "QĐ 1234/QĐ-UBND")
    assert calendar.day(recalled.on).kind is DayKind.WORKING
    assert calendar.day(saturday.on).kind is DayKind.MAKE_UP
    assert calendar.is_working_day(saturday.on)
    assert CALENDAR.is_working_day(storm.on)


def test_the_last_override_of_a_day_wins():
    day = date(2026, 7, 1)

    calendar = WorkingCalendar([DayOverride(day, False, "", ""), DayOverride(day, True, "", "")])

    assert calendar.is_working_day(day)


@given(st.dates(date(1995, 1, 1), date(2099, 12, 31)))
def test_counting_agrees_with_every_single_day(on):
    ordinal = on.toordinal()
    step = CALENDAR.count_before(ordinal + 1) - CALENDAR.count_before(ordinal)

    assert step == int(CALENDAR.day(on).is_working) == int(CALENDAR.is_working_day(on))


@given(st.dates(date(1995, 1, 1), date(2099, 12, 31)))
def test_a_working_day_is_found_again_by_its_number(on):
    number = CALENDAR.count_before(on.toordinal())
    if CALENDAR.is_working_day(on):
        assert CALENDAR.ordinal_of(number) == on.toordinal()


def test_numbers_of_days_stay_when_earlier_and_later_years_are_added():
    calendar = WorkingCalendar()
    day = date(2024, 6, 10).toordinal()
    number = calendar.count_before(day)

    calendar.is_working_day(date(1999, 1, 1))
    calendar.is_working_day(date(2050, 1, 1))

    assert calendar.count_before(day) == number
    assert calendar.ordinal_of(number) == day


@pytest.mark.parametrize("on", [date(1994, 12, 31), date(2100, 1, 1), date.min, date.max])
def test_days_outside_the_known_years_are_refused(on):
    with pytest.raises(ValueError, match="covers 1995 to 2099"):
        CALENDAR.day(on)


def test_counting_beyond_the_known_years_is_refused():
    last = WorkingCalendar().count_before(date(2099, 12, 31).toordinal())

    with pytest.raises(ValueError, match="covers 1995 to 2099"):
        CALENDAR.ordinal_of(last + 10)
