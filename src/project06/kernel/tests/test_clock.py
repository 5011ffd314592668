from datetime import UTC, date, datetime, timedelta, timezone
from threading import Thread

import pytest

from project06.kernel import clock

NOON = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)  # 12:00 in Viet Nam


def test_now_is_aware_utc_and_advances():
    first = clock.now()
    second = clock.now()

    assert first.tzinfo is UTC
    assert first <= second


def test_today_is_the_date_in_viet_nam_not_in_utc():
    with clock.frozen(datetime(2026, 11, 20, 17, 0, tzinfo=UTC)):
        assert clock.today() == date(2026, 11, 21)

    with clock.frozen(datetime(2026, 11, 20, 16, 59, 59, tzinfo=UTC)):
        assert clock.today() == date(2026, 11, 20)


def test_local_shows_the_same_moment_seven_hours_later_on_the_wall():
    shown = clock.local(NOON)

    assert shown == NOON
    assert (shown.hour, shown.utcoffset()) == (12, timedelta(hours=7))


@pytest.mark.parametrize("ask", [clock.local, clock.as_utc, clock.FrozenClock])
def test_a_moment_without_time_zone_is_refused(ask):
    with pytest.raises(ValueError, match="no time zone"):
        ask(NOON.replace(tzinfo=None))


def test_a_frozen_clock_stands_still():
    with clock.frozen(NOON):
        assert clock.now() == clock.now() == NOON


def test_a_frozen_clock_keeps_utc_whatever_zone_it_was_given():
    with clock.frozen(datetime(2026, 11, 21, 12, 0, tzinfo=timezone(timedelta(hours=7)))):
        assert clock.now() == NOON
        assert clock.now().tzinfo is UTC


def test_a_frozen_clock_moves_by_a_span_and_to_a_moment():
    with clock.frozen(NOON) as hands:
        assert hands.move(timedelta(hours=3)) == clock.now() == NOON + timedelta(hours=3)
        assert hands.move(timedelta(days=-1)) == clock.now()
        assert hands.to(NOON) == clock.now() == NOON


def test_frozen_blocks_nest_and_restore_the_moved_outer_clock():
    with clock.frozen(NOON) as outer:
        outer.move(timedelta(minutes=5))
        with clock.frozen(NOON - timedelta(days=365)) as inner:
            inner.move(timedelta(days=1))
            assert clock.now() == NOON - timedelta(days=364)

        assert clock.now() == NOON + timedelta(minutes=5)

    assert clock.now() != NOON


def test_the_clock_runs_again_after_an_error_inside_the_block():
    with pytest.raises(RuntimeError), clock.frozen(NOON):
        raise RuntimeError

    assert clock.now() > NOON - timedelta(days=3650)
    assert clock.now() != NOON


def test_another_thread_does_not_see_the_frozen_clock():
    seen: list[datetime] = []

    with clock.frozen(NOON):
        thread = Thread(target=lambda: seen.append(clock.now()))
        thread.start()
        thread.join()

    assert seen[0] != NOON
