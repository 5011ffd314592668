import json
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, ProgrammingError, connection, transaction

from project06.evidence import public as evidence
from project06.evidence.models import Record
from project06.evidence.queries.list_records import to_data
from project06.evidence.rules import canonical, digest
from project06.evidence.tests.cast import LAN, MINH, NIGHTLY
from project06.evidence.tests.conftest import LOOK
from project06.kernel.clock import frozen
from project06.kernel.ids import new_uuid
from project06.kernel.logs import working_on
from project06.kernel.permissions import anonymous
from project06.kernel.pii import outdated, undeclared

MOMENT = datetime(2026, 11, 21, 8, 30, 0, 5, tzinfo=UTC)


def test_a_look_says_who_whom_what_why_and_on_which_ground(look):
    request = new_uuid()

    with frozen(MOMENT), working_on(request):
        record = look(UUID(int=9))

    assert record.recorded_at == MOMENT
    assert (record.actor, record.actor_role) == (MINH.account, "officer")
    assert (record.agency, record.post_title) == ("VN-08-02500", "Công chức tư pháp - hộ tịch")
    assert (record.subject_kind, record.subject) == ("person", UUID(int=9))
    assert record.fields == ["name", "birth_date"]
    assert record.purpose == "residence registration"
    assert record.outcome == "done"
    assert record.request_id == request


def test_the_name_of_a_person_never_enters_the_record(look):
    record = look(UUID(int=9))

    assert MINH.name not in canonical(to_data(record)).decode()


def test_a_job_is_named(look):
    assert look(by=NIGHTLY).system_name == "nightly"


def test_a_stranger_is_nobody(look):
    record = look(by=anonymous())

    assert (record.actor, record.actor_role, record.agency) == (None, "anonymous", None)


def test_the_digest_is_that_of_the_canonical_bytes(look):
    record = look(UUID(int=9))

    document = canonical(to_data(record))
    assert bytes(record.digest) == sha256(document).digest()
    assert json.loads(document)["v"] == 1


def test_the_canonical_form_is_frozen():
    """A change here would break the proof of every record already written: make a new shape instead."""
    record = evidence.RecordData(
        uuid=UUID(int=7),
        recorded_at=MOMENT,
        actor=None,
        actor_role=evidence.ActorRole.SYSTEM,
        system_name="nightly",
        agency=None,
        agency_name="",
        post=None,
        post_title="",
        acting_for=None,
        action="places.load-units",
        subject_kind="unit",
        subject=None,
        fields=("name",),
        purpose="Tải “đơn vị”",
        legal_ground="x",
        case=None,
        outcome=evidence.Outcome.DONE,
        request_id=None,
        details={"b": "2", "a": "1"},
    )

    assert canonical(record).decode() == (
        '{"acting_for":null,"action":"places.load-units","actor":null,"actor_role":"system","agency":null,'
        '"agency_name":"","case":null,"details":{"a":"1","b":"2"},"fields":["name"],"legal_ground":"x",'
        '"outcome":"done","post":null,"post_title":"","purpose":"Tải “đơn vị”",'
        '"recorded_at":"2026-11-21T08:30:00.000005Z","request_id":null,"subject":null,"subject_kind":"unit",'
        '"system_name":"nightly","uuid":"00000000-0000-0000-0000-000000000007","v":1}'
    )
    assert digest(record).hex() == "cd43d2a01f291b7d1d837136556e24f340f0edb3bc85434dc5b2f5b3fab568de"


@pytest.mark.parametrize(
    "changes",
    [
        {"purpose": " "},
        {"legal_ground": ""},
        {"action": "view"},
        {"details": {"who": "099001000001"}},
        {"details": {"who": "lan@example.vn"}},
        {"details": {"tên": "x"}},
        {"details": {"long": "x" * 201}},
        {"details": {str(number): "x" for number in range(21)}},
    ],
)
def test_a_record_without_reason_or_with_a_person_in_it_is_a_defect(look, changes):
    with pytest.raises(ValueError, match=r"."):
        look(**changes)


def test_an_amount_is_no_person(look):
    assert look(details={"amount_vnd": "100000000"}).details == {"amount_vnd": "100000000"}


def test_a_refusal_needs_no_reason(look):
    assert look(purpose="", legal_ground="", outcome=evidence.Outcome.REFUSED).outcome == "refused"


@pytest.mark.django_db(transaction=True)
def test_evidence_is_written_inside_the_transaction_of_the_act():
    with pytest.raises(RuntimeError, match="transaction of the act"):
        evidence.record(**LOOK, subject=None)


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_leaves_no_record():
    with transaction.atomic():
        evidence.record(**LOOK, subject=None)
        transaction.set_rollback(True)

    assert Record.objects.count() == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE evidence_record SET purpose = 'other'",
        "DELETE FROM evidence_record",
        "TRUNCATE evidence_record",
        "SET LOCAL session_replication_role = replica; DELETE FROM evidence_record",
        "MERGE INTO evidence_record USING (SELECT 1) one ON true WHEN MATCHED THEN DELETE",
    ],
)
def test_nobody_changes_or_removes_a_record_not_even_the_owner(look, statement):
    record = look(UUID(int=9))

    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
        execute(statement)

    record.refresh_from_db()
    assert record.purpose == "residence registration"


def test_a_record_already_written_cannot_be_written_over(look):
    record = look()
    statement = (
        "INSERT INTO evidence_record SELECT * FROM evidence_record ON CONFLICT (id) DO UPDATE SET purpose = 'other'"
    )

    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    record.refresh_from_db()
    assert record.purpose == "residence registration"


def test_the_database_itself_asks_for_a_reason(look):
    record = look()
    record.pk, record.uuid, record.purpose = None, new_uuid(), ""

    with pytest.raises(IntegrityError, match="evidence_done_has_reason"), transaction.atomic():
        record.save(force_insert=True)


def test_many_looks_are_written_at_once(db, django_assert_num_queries):
    persons = [new_uuid() for _ in range(500)]
    with transaction.atomic(), django_assert_num_queries(1):
        count = evidence.record_many(**LOOK, subjects=persons)

    assert count == 500
    assert set(Record.objects.values_list("subject", flat=True)) == set(persons)
    assert all(digest(to_data(row)) == bytes(row.digest) for row in Record.objects.all())


def test_a_record_written_with_many_equals_one_written_alone(look):
    with frozen(MOMENT):
        alone = to_data(look(UUID(int=9)))
        with transaction.atomic():
            evidence.record_many(**LOOK, subjects=[UUID(int=9)])
    among_many = to_data(Record.objects.exclude(uuid=alone.uuid).get())

    assert {**vars_of(among_many), "uuid": None} == {**vars_of(alone), "uuid": None}


def test_an_altered_record_is_found(look, capsys):
    look(UUID(int=9))
    altered = look(UUID(int=10))
    call_command("evidence_verify")
    assert "as it was written" in capsys.readouterr().out
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE evidence_record DISABLE TRIGGER ALL")
        cursor.execute("UPDATE evidence_record SET purpose = 'other' WHERE uuid = %s", [altered.uuid])

    with pytest.raises(CommandError, match="1 records were altered"):
        call_command("evidence_verify")

    assert f"altered: {altered.uuid}" in capsys.readouterr().out


def test_every_column_is_declared():
    assert undeclared(Record) == set()
    assert outdated(Record) == set()


def test_a_citizen_acts_for_no_agency(look):
    record = look(by=LAN)

    assert (record.actor_role, record.agency, record.post) == ("person", None, None)


def execute(statements: str) -> None:
    with connection.cursor() as cursor:
        for each in statements.split("; "):
            cursor.execute(each)


def vars_of(record: evidence.RecordData) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__slots__}
