from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection, transaction

from project06.evidence import public as evidence
from project06.evidence.models import Record
from project06.evidence.tests.cast import MINH

LOOK = {
    "by": MINH,
    "action": "people.view-person",
    "subject_kind": "person",
    "fields": ("name", "birth_date"),
    "purpose": "residence registration",
    "legal_ground": "Law on Residence 68/2020/QH14, Article 38",
    "case": "H08.2026.11.21.0001",
    "details": {"screen": "people:view"},
}


@pytest.fixture(autouse=True)
def empty_book(db) -> None:
    """Begin without the records that loading the reference data has left; what is done here vanishes again."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE evidence_record DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM evidence_record")
        for trigger in ("evidence_record_no_change", "evidence_record_no_truncate"):
            cursor.execute(f"ALTER TABLE evidence_record ENABLE ALWAYS TRIGGER {trigger}")


@pytest.fixture
def look(db) -> Callable[..., Record]:
    """Return a function that records one look by Minh, with changes."""

    def write(subject: UUID | None = None, **changes: object) -> Record:
        with transaction.atomic():
            uuid = evidence.record(**LOOK | {"subject": subject} | changes)
        return Record.objects.get(uuid=uuid)

    return write
