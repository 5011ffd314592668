"""An auditor reads the record, and leaves a record of having read it."""

from uuid import UUID

from project06.evidence.data import RecordFilter, RecordPage
from project06.evidence.enums import AUDIT
from project06.evidence.operations.run_operation import operation
from project06.evidence.operations.write_record import record
from project06.evidence.queries.list_records import PAGE_SIZE, list_for_auditor
from project06.kernel.permissions import Actor, check

_GROUND = "Law on Personal Data Protection 91/2025/QH15; Law on Inspection 11/2022/QH15"


@operation
def inspect_records(
    *, wanted: RecordFilter, by: Actor, cursor: UUID | None = None, limit: int = PAGE_SIZE
) -> RecordPage:
    """Return a page of records for an auditor, newest first.

    The page is read before the look is recorded, so a list does not begin with itself.
    Raises NotAllowed without "evidence.audit", and UnknownCursor.
    """
    check(by, AUDIT)
    page = list_for_auditor(wanted, cursor=cursor, limit=limit)
    record(
        by=by,
        action="evidence.inspect-records",
        subject_kind="evidence",
        subject=wanted.subject,
        fields=sorted({name for each in page.records for name in each.fields})[:50],
        purpose="audit",
        legal_ground=_GROUND,
        details=_described(wanted) | {"shown": str(len(page.records))},
    )
    return page


def _described(wanted: RecordFilter) -> dict[str, str]:
    asked = {
        "from_day": wanted.from_day,
        "to_day": wanted.to_day,
        "agency": wanted.agency,
        "actor": wanted.actor,
        "action": wanted.action,
        "outcome": wanted.outcome,
    }
    return {name: str(value) for name, value in asked.items() if value}
