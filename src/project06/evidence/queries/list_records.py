"""Pages of records, newest first, without counting."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import QuerySet

from project06.evidence.data import RecordData, RecordFilter, RecordPage
from project06.evidence.enums import ActorRole, Outcome
from project06.evidence.errors import UnknownCursor
from project06.evidence.models import Record
from project06.kernel.clock import VIETNAM

PAGE_SIZE = 50


def list_for_subject(subject: UUID, *, cursor: UUID | None = None, limit: int = PAGE_SIZE) -> RecordPage:
    """Return who looked at or changed the data of `subject`: the citizen's own view.

    The caller has made sure that the reader is the subject or stands for them: reading about oneself is no look.
    Raises UnknownCursor.
    """
    return _page(Record.objects.filter(subject=subject), cursor, limit)


def list_for_auditor(wanted: RecordFilter, *, cursor: UUID | None = None, limit: int = PAGE_SIZE) -> RecordPage:
    """Return the records that fit the filter. Only for `operations.inspect_records`, which records the look."""
    return _page(_filtered(wanted), cursor, limit)


def _filtered(wanted: RecordFilter) -> QuerySet[Record]:
    exact = {
        "agency": wanted.agency,
        "actor": wanted.actor,
        "subject": wanted.subject,
        "action": wanted.action,
        "outcome": wanted.outcome,
    }
    records = Record.objects.filter(**{name: value for name, value in exact.items() if value})
    if wanted.from_day:
        records = records.filter(recorded_at__gte=_start_of(wanted.from_day))
    if wanted.to_day:
        records = records.filter(recorded_at__lt=_start_of(wanted.to_day + timedelta(days=1)))
    return records


def _page(records: QuerySet[Record], cursor: UUID | None, limit: int) -> RecordPage:
    if cursor:
        last = Record.objects.filter(uuid=cursor).values_list("id", flat=True).first()
        if last is None:
            raise UnknownCursor
        records = records.filter(id__lt=last)
    # One row more than shown says whether there is a next page; nothing is counted.
    rows = list(records.order_by("-id")[: limit + 1])
    shown = tuple(to_data(row) for row in rows[:limit])
    return RecordPage(shown, next_cursor=shown[-1].uuid if len(rows) > limit else None)


def to_data(row: Record) -> RecordData:
    """Return the record exactly as it was hashed."""
    return RecordData(
        uuid=row.uuid,
        recorded_at=row.recorded_at,
        actor=row.actor,
        actor_role=ActorRole(row.actor_role),
        system_name=row.system_name,
        agency=row.agency,
        agency_name=row.agency_name,
        post=row.post,
        post_title=row.post_title,
        acting_for=row.acting_for,
        action=row.action,
        subject_kind=row.subject_kind,
        subject=row.subject,
        fields=tuple(row.fields),
        purpose=row.purpose,
        legal_ground=row.legal_ground,
        case=row.case,
        outcome=Outcome(row.outcome),
        request_id=row.request_id,
        details=row.details,
    )


def _start_of(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=VIETNAM)
