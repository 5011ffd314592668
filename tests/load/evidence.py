"""What evidence costs: records a second, alone and many at once, beside a bare insert of the same row."""

import time
from collections.abc import Callable
from uuid import UUID

from django.db import connection, transaction

from project06.evidence import public as evidence
from project06.kernel.ids import new_uuid
from project06.kernel.permissions import Actor

_ALONE = 2_000
_MANY = 50_000
_ROUNDS = 3
_BY = Actor.system("bench")
_BARE = """
    INSERT INTO evidence_record (uuid, recorded_at, actor_role, system_name, agency_name, post_title, action,
        subject_kind, subject, fields, purpose, legal_ground, outcome, details, digest)
    VALUES (%s, now(), 'system', 'bench', '', '', 'people.view-person', 'person', %s, '{name,birth_date}',
        'residence registration', 'Law on Residence 68/2020/QH14', 'done', '{}', ''::bytea)
"""


def bench() -> dict[str, float]:
    """Measure inside transactions that are rolled back; the best of three interleaved rounds counts."""
    timings: dict[str, list[float]] = {"bare": [], "alone": [], "many": []}
    for _ in range(_ROUNDS):
        timings["bare"].append(_seconds(_insert_bare))
        timings["alone"].append(_seconds(_record_alone))
        timings["many"].append(_seconds(_record_many))
    bare, alone, many = (min(timings[name]) for name in ("bare", "alone", "many"))
    return {
        "bare_inserts_per_s": round(_ALONE / bare),
        "records_per_s": round(_ALONE / alone),
        "records_in_bulk_per_s": round(_MANY / many),
        "ratio_to_bare_insert": round(alone / bare, 2),
        "ratio_of_bulk_to_bare_insert": round((many / _MANY) / (bare / _ALONE), 3),
    }


def _seconds(work: Callable[[], None]) -> float:
    with transaction.atomic():
        started = time.perf_counter()
        work()
        passed = time.perf_counter() - started
        transaction.set_rollback(True)
    return passed


def _insert_bare() -> None:
    with connection.cursor() as cursor:
        for _ in range(_ALONE):
            cursor.execute(_BARE, [new_uuid(), new_uuid()])


def _record_alone() -> None:
    for _ in range(_ALONE):
        evidence.record(
            by=_BY,
            action="people.view-person",
            subject_kind="person",
            subject=new_uuid(),
            fields=("name", "birth_date"),
            purpose="residence registration",
            legal_ground="Law on Residence 68/2020/QH14",
        )


def _record_many() -> None:
    subjects: list[UUID] = [new_uuid() for _ in range(_MANY)]
    evidence.record_many(
        by=_BY,
        action="people.view-person",
        subject_kind="person",
        subjects=subjects,
        fields=("name", "birth_date"),
        purpose="residence registration",
        legal_ground="Law on Residence 68/2020/QH14",
    )
