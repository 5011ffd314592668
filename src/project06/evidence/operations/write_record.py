"""Write down looks and acts, inside the transaction that does them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields as fields_of
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg.types.json import Jsonb

from project06.evidence.data import RecordData
from project06.evidence.enums import ActorRole, Outcome
from project06.evidence.models import Record
from project06.evidence.rules import check_action, check_details, check_reason, digest
from project06.kernel.clock import now
from project06.kernel.ids import new_uuid
from project06.kernel.logs import request_id
from project06.kernel.permissions import Actor, ActorKind

_COLUMNS = tuple(each.name for each in fields_of(RecordData))
_TARGET = "{} ({})".format(
    Record._meta.db_table,  # noqa: SLF001 - Django's public Meta API
    ", ".join(f'"{name}"' for name in (*_COLUMNS, "digest")),
)
_INSERT = f"INSERT INTO {_TARGET} VALUES ({', '.join(['%s'] * (len(_COLUMNS) + 1))})"  # noqa: S608 - constants
_COPY = f"COPY {_TARGET} FROM STDIN"


def record(
    *,
    by: Actor,
    action: str,
    subject_kind: str,
    subject: UUID | None,
    fields: Sequence[str] = (),
    purpose: str,
    legal_ground: str,
    case: str | None = None,
    outcome: Outcome = Outcome.DONE,
    details: Mapping[str, str] | None = None,
) -> UUID:
    """Write one record in the current transaction and return its uuid.

    `fields` are the names of what was seen or changed; `details` a few words without personal data.
    Raises RuntimeError outside a transaction, ValueError for a record without reason or with personal details.
    """
    _check(action, purpose, legal_ground, outcome, details or {})
    written = _compose(
        by=by,
        action=action,
        subject_kind=subject_kind,
        subject=subject,
        fields=tuple(fields),
        purpose=purpose,
        legal_ground=legal_ground,
        case=case,
        outcome=outcome,
        details=dict(details or {}),
    )
    with connection.cursor() as cursor:
        # One prepared statement instead of a model instance: evidence is written by every act of the platform.
        cursor.execute(_INSERT, _values(written))
    return written.uuid


def record_many(
    *,
    by: Actor,
    action: str,
    subject_kind: str,
    subjects: Iterable[UUID],
    fields: Sequence[str] = (),
    purpose: str,
    legal_ground: str,
    case: str | None = None,
    details: Mapping[str, str] | None = None,
) -> int:
    """Write one record for each of `subjects` in the current transaction, as one COPY; return how many.

    For lists and batches. A transfer of a whole register is described by one `record` of the transfer instead.
    """
    _check(action, purpose, legal_ground, Outcome.DONE, details or {})
    count = 0
    with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
        for subject in subjects:
            written = _compose(
                by=by,
                action=action,
                subject_kind=subject_kind,
                subject=subject,
                fields=tuple(fields),
                purpose=purpose,
                legal_ground=legal_ground,
                case=case,
                outcome=Outcome.DONE,
                details=dict(details or {}),
            )
            copy.write_row(_values(written))
            count += 1
    return count


def _check(action: str, purpose: str, legal_ground: str, outcome: Outcome, details: Mapping[str, str]) -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("Evidence is written in the transaction of the act itself; open one (@operation).")
    check_action(action)
    check_details(details)
    if outcome is Outcome.DONE:
        check_reason(purpose, legal_ground)


def _compose(
    *,
    by: Actor,
    action: str,
    subject_kind: str,
    subject: UUID | None,
    fields: tuple[str, ...],
    purpose: str,
    legal_ground: str,
    case: str | None,
    outcome: Outcome,
    details: dict[str, str],
) -> RecordData:
    return RecordData(
        uuid=new_uuid(),
        recorded_at=now(),
        actor=by.account,
        actor_role=ActorRole(by.kind.value),
        # The name of a person never enters a log that cannot be wiped; a job's name does no harm.
        system_name=by.name if by.kind is ActorKind.SYSTEM else "",
        agency=by.agency,
        agency_name=by.agency_name,
        post=by.post,
        post_title=by.post_title,
        acting_for=by.acting_for,
        action=action,
        subject_kind=subject_kind,
        subject=subject,
        fields=fields,
        purpose=purpose,
        legal_ground=legal_ground,
        case=case,
        outcome=outcome,
        request_id=request_id(),
        details=details,
    )


def _values(written: RecordData) -> list[Any]:  # Any: what the columns hold
    row: dict[str, Any] = {name: getattr(written, name) for name in _COLUMNS}
    row |= {"fields": list(written.fields), "details": Jsonb(dict(written.details))}
    return [*row.values(), digest(written)]
