"""Do the stored records still say what was hashed when they were written?"""

from collections.abc import Iterator
from uuid import UUID

from project06.evidence.models import Record
from project06.evidence.queries.list_records import to_data
from project06.evidence.rules import digest


def list_altered() -> Iterator[UUID]:
    """Yield the uuid of every record whose digest no longer fits, oldest first; reads the whole table."""
    for row in Record.objects.order_by("id").iterator(chunk_size=2000):
        if digest(to_data(row)) != bytes(row.digest):
            yield row.uuid
