"""The door of the package."""

from project06.evidence.data import RecordData, RecordFilter, RecordPage
from project06.evidence.enums import AUDIT, ActorRole, Outcome
from project06.evidence.operations.inspect_records import inspect_records
from project06.evidence.operations.run_operation import operation
from project06.evidence.operations.write_record import record, record_many
from project06.evidence.queries.list_records import list_for_subject
from project06.evidence.queries.verify_records import list_altered

__all__ = [
    "AUDIT",
    "ActorRole",
    "Outcome",
    "RecordData",
    "RecordFilter",
    "RecordPage",
    "inspect_records",
    "list_altered",
    "list_for_subject",
    "operation",
    "record",
    "record_many",
]
