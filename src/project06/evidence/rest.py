"""REST below /api/v1/evidence/."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from project06.evidence.data import RecordFilter, RecordPage
from project06.evidence.enums import AUDIT, ActorRole, Outcome
from project06.evidence.operations.inspect_records import inspect_records
from project06.kernel.access import actor_of, requires

router = Router()


class RecordAnswer(Schema):
    """One look or act; persons by identifier only."""

    uuid: UUID
    recorded_at: datetime
    actor: UUID | None
    actor_role: ActorRole
    system_name: str
    agency: str | None
    agency_name: str
    post: UUID | None
    post_title: str
    acting_for: UUID | None
    action: str
    subject_kind: str
    subject: UUID | None
    fields: list[str]
    purpose: str
    legal_ground: str
    case: str | None
    outcome: Outcome
    request_id: UUID | None
    details: dict[str, str]


class RecordPageAnswer(Schema):
    """A page, newest first; `next_cursor` continues it."""

    records: list[RecordAnswer]
    next_cursor: UUID | None


class RecordQuery(Schema):
    """Days are Vietnamese calendar days, both included."""

    from_day: date | None = None
    to_day: date | None = None
    agency: str = Field("", max_length=40)
    actor: UUID | None = None
    subject: UUID | None = None
    action: str = Field("", max_length=80)
    outcome: Outcome | None = None
    cursor: UUID | None = None
    limit: int = Field(50, ge=1, le=200)

    def wanted(self) -> RecordFilter:
        """Return the filter without where to continue."""
        return RecordFilter(**self.dict(exclude={"cursor", "limit"}))


@router.get("/records", response=RecordPageAnswer)
@requires(AUDIT)
def list_records(request: HttpRequest, query: Query[RecordQuery]) -> RecordPage:
    """List looks and acts for an auditor; the call itself is recorded."""
    return inspect_records(wanted=query.wanted(), cursor=query.cursor, limit=query.limit, by=actor_of(request))
