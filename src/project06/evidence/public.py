"""The door of the package."""

from project06.evidence.data import RecordData, RecordFilter, RecordPage
from project06.evidence.enums import ActorRole, Outcome
from project06.evidence.operations.run_operation import operation
from project06.evidence.operations.write_record import record, record_many

__all__ = [
    "ActorRole",
    "Outcome",
    "RecordData",
    "RecordFilter",
    "RecordPage",
    "operation",
    "record",
    "record_many",
]
