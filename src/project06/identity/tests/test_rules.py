"""It knows the rules of sign-in on every day, and where they come from."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from project06.identity.enums import AccountKind
from project06.identity.rules import sign_in as rules
from project06.identity.rules.addresses import login_digest, normal_login

DAYS = st.dates(date(2021, 1, 1), date(2035, 12, 31))
MOMENT = datetime(2026, 11, 21, tzinfo=UTC)


@given(DAYS)
def test_has_exactly_one_value_for_every_rule_on_every_day(on):
    assert rules.sign_in_rules(on).failed_sign_ins == 5


def test_names_a_source_for_every_row_and_admits_what_was_not_read():
    for row in rules.rule_sources():
        assert row.source
        assert row.is_certain is False


def test_refuses_a_table_with_two_values_or_a_gap():
    rows = rules.rule_sources()
    with pytest.raises(ValueError, match="two values"):
        rules.rules_on((*rows, *rows), date(2026, 11, 21))
    with pytest.raises(ValueError, match="no value"):
        rules.rules_on(rows[1:2], date(2026, 11, 21))
    with pytest.raises(ValueError, match="neither yes nor no"):
        rules.parse_rules("rule,value,unit,valid_from,valid_to,source,sure\nlock,1,minutes,,,x,maybe\n")


def test_wants_longer_passwords_that_stand_alone():
    today = rules.sign_in_rules(date(2026, 11, 21))

    assert rules.shortest_password(today, has_second_factor=True) == 8
    assert rules.shortest_password(today, has_second_factor=False) == 14


@given(st.integers(0, 20))
def test_locks_out_from_the_fifth_failure(failures):
    assert rules.must_lock_out(rules.sign_in_rules(date(2026, 11, 21)), failures) == (failures >= 5)


@given(st.sampled_from(list(AccountKind)), st.integers(0, 400))
def test_closes_staff_after_45_days_and_citizens_never(kind, days):
    today = rules.sign_in_rules(date(2026, 11, 21))

    closed = rules.is_disabled_by_silence(today, kind, MOMENT - timedelta(days=days), MOMENT)

    assert closed == (kind is not AccountKind.CITIZEN and days >= 45)


@given(st.text(max_size=60))
def test_spells_a_login_in_one_way(text):
    assert normal_login(normal_login(text)) == normal_login(text)
    assert login_digest(text, key=b"k") == login_digest(f"  {text} ", key=b"k")


def test_uses_argon2id_first_outside_tests():
    hashers = [each for each in settings.PASSWORD_HASHERS if "MD5" not in each]

    assert hashers[0] == "django.contrib.auth.hashers.Argon2PasswordHasher"


@given(st.sampled_from(list(AccountKind)), st.integers(0, 3), st.booleans())
def test_never_leaves_staff_or_a_short_password_without_a_second_factor(kind, others, long):
    may = rules.may_remove_second_factor(kind, others=others, has_long_password=long)

    assert may or others == 0
    assert may == (others > 0 or (kind is AccountKind.CITIZEN and long))
