"""Count a failed sign-in and lock out after too many in a row."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from project06.evidence import public as evidence
from project06.identity.enums import AccountEvent
from project06.identity.events import AccountLockedOut
from project06.identity.models import SignInGuard
from project06.identity.operations.note_account_event import note_account_event
from project06.identity.queries.find_account import find_account_by_login, guard_key
from project06.identity.rules.sign_in import must_lock_out, sign_in_rules
from project06.kernel.clock import local, now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor

# One statement: two attempts at the same moment are both counted. A lock that ran out starts a new row of failures.
_COUNT = """
INSERT INTO identity_signinguard AS guard (key, failures, last_failed_at)
VALUES (%(key)s, 1, %(moment)s)
ON CONFLICT (key) DO UPDATE SET
    failures = CASE WHEN guard.locked_until <= %(moment)s THEN 1 ELSE guard.failures + 1 END,
    locked_until = CASE WHEN guard.locked_until <= %(moment)s THEN NULL ELSE guard.locked_until END,
    last_failed_at = %(moment)s
RETURNING failures
"""


@evidence.operation
def count_failed_sign_in(*, login: str, event: AccountEvent, by: Actor) -> datetime | None:
    """Count one failure for the login; return until when it is locked out, or None.

    The limit is the dated rule `failed_sign_ins` (reference/sign_in_rules.csv).
    """
    moment = now()
    rules = sign_in_rules(local(moment).date())
    account = find_account_by_login(login)
    subject = account.uuid if account else None
    note_account_event(account=subject, event=event, by=by)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"key": guard_key(login), "moment": moment})
        failures = int(cursor.fetchone()[0])
    if not must_lock_out(rules, failures):
        return None
    until = moment + timedelta(minutes=rules.lock_minutes)
    _lock_out(guard_key(login), until, subject, by)
    return until


def _lock_out(key: str, until: datetime, subject: UUID | None, by: Actor) -> None:
    SignInGuard.objects.filter(key=key).update(locked_until=until)
    note_account_event(account=subject, event=AccountEvent.LOCKED_OUT, by=by)
    if subject is not None:
        publish(AccountLockedOut(account=subject, until=until))
