from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import transaction

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


@pytest.fixture
def look(db) -> Callable[..., Record]:
    """Return a function that records one look by Minh, with changes."""

    def write(subject: UUID | None = None, **changes: object) -> Record:
        with transaction.atomic():
            uuid = evidence.record(**LOOK | {"subject": subject} | changes)
        return Record.objects.get(uuid=uuid)

    return write
