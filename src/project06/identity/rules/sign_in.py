"""The rules of sign-in: a dated table, and the questions that are answered from it.

Decree 331/2026/NĐ-CP (levels of information systems, in force 2026-08-19) demands the basic requirements of
TCVN 14423:2026. The standard itself was not read; the figures are those of a level-2 template that quotes it
[C-ANM], so every row is marked as not certain and can be replaced by a dated row without touching code.
"""

import csv
import io
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from project06.identity.data import RuleSource, SignInRules
from project06.identity.enums import AccountKind

RULES_FILE = Path(__file__).resolve().parent.parent / "reference" / "sign_in_rules.csv"


def parse_rules(text: str) -> tuple[RuleSource, ...]:
    """Read the table; a malformed cell raises ValueError, a missing column KeyError."""
    return tuple(_row(row) for row in csv.DictReader(io.StringIO(text), strict=True))


@cache
def rule_sources() -> tuple[RuleSource, ...]:
    """Return the delivered table."""
    return parse_rules(RULES_FILE.read_text(encoding="utf-8"))


@cache
def sign_in_rules(on: date) -> SignInRules:
    """Return the rules that hold on the day. Raises ValueError when a rule has no value or two values."""
    return rules_on(rule_sources(), on)


def rules_on(rows: tuple[RuleSource, ...], on: date) -> SignInRules:
    """Choose from the table what holds on the day. Raises ValueError when a rule has no value or two."""
    values: dict[str, int] = {}
    for row in rows:
        if (row.valid_from is None or row.valid_from <= on) and (row.valid_to is None or on < row.valid_to):
            if row.rule in values:
                raise ValueError(f"The rule {row.rule} has two values on {on}.")
            values[row.rule] = row.value
    try:
        return SignInRules(
            password_length_with_second_factor=values["password_length_with_second_factor"],
            password_length_alone=values["password_length_alone"],
            failed_sign_ins=values["failed_sign_ins"],
            lock_minutes=values["lock"],
            idle_lock_user_minutes=values["idle_lock_user"],
            idle_lock_administrator_minutes=values["idle_lock_administrator"],
            idle_disable_staff_days=values["idle_disable_staff"],
            session_at_most_hours=values["session_at_most"],
            enrolment_link_hours=values["enrolment_link"],
        )
    except KeyError as missing:
        raise ValueError(f"The rule {missing} has no value on {on}.") from None


def shortest_password(rules: SignInRules, *, has_second_factor: bool) -> int:
    """Return the least number of characters: a password that stands alone must be longer."""
    return rules.password_length_with_second_factor if has_second_factor else rules.password_length_alone


def idle_limit(rules: SignInRules, *, is_administrator: bool) -> timedelta:
    """Return after how much silence a session is locked."""
    minutes = rules.idle_lock_administrator_minutes if is_administrator else rules.idle_lock_user_minutes
    return timedelta(minutes=minutes)


def is_locked_out(locked_until: datetime | None, moment: datetime) -> bool:
    """Say whether a lock-out still holds."""
    return locked_until is not None and moment < locked_until


def must_lock_out(rules: SignInRules, failures: int) -> bool:
    """Say whether this many failures in a row lock the account out."""
    return failures >= rules.failed_sign_ins


def is_disabled_by_silence(rules: SignInRules, kind: AccountKind, last_sign: datetime, moment: datetime) -> bool:
    """Say whether an account of this kind was silent for too long.

    Only accounts of staff and machines: a citizen may need the platform once in years, and the rule is
    about accounts that an agency gives to its own people.
    """
    if kind is AccountKind.CITIZEN:
        return False
    return moment - last_sign >= timedelta(days=rules.idle_disable_staff_days)


def needs_second_factor(kind: AccountKind) -> bool:
    """Say whether the account may do nothing before a second factor was shown (MFA for staff, [C-ANM])."""
    return kind is not AccountKind.CITIZEN


def may_remove_second_factor(kind: AccountKind, *, others: int, has_long_password: bool) -> bool:
    """Say whether one more second factor may go, when `others` remain.

    An officer keeps one always; a citizen's password must be long enough to stand alone.
    """
    if others > 0:
        return True
    return kind is AccountKind.CITIZEN and has_long_password


def _row(row: Mapping[str, str]) -> RuleSource:
    if row["sure"] not in {"yes", "no"}:
        raise ValueError(f"{row['sure']!r} is neither yes nor no.")
    return RuleSource(
        rule=row["rule"],
        value=int(row["value"]),
        unit=row["unit"],
        valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        source=row["source"],
        is_certain=row["sure"] == "yes",
    )
