"""Brings dated facts out of the database into files that no later change can reach."""

from datetime import datetime
from pathlib import Path
from urllib.parse import quote, urlencode

from adbc_driver_postgresql import dbapi
from django.db import connection
from pyarrow import parquet

from project06.kernel.clock import local
from project06.programme.data.computation import FactCut
from project06.programme.queries.fact_store import file_digest

# What happened to each figure that was asked for: the facts behind reporting rate and timeliness.
_OBSERVATIONS = """
SELECT row.due_on::timestamp AS occurred_at, row.unit_code::text AS unit_code, 'observation'::text AS subject,
       CASE WHEN row.status = 'missing' OR row.received_at >= $1::timestamptz THEN 'missing'
            WHEN (row.received_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date > row.due_on THEN 'late'
            ELSE 'on-time' END::text AS outcome,
       version.origin::text AS channel, 0::bigint AS amount
FROM programme_observation AS row
JOIN programme_indicatorversion AS version ON version.id = row.version_id
WHERE row.due_on < ($1::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AND version.origin = 'reported'
ORDER BY row.due_on, row.unit_path, row.version_id, row.id
"""


def freeze_facts_until(cut_off_at: datetime, folder: Path) -> FactCut:
    """Write everything that was due before the day of `cut_off_at`, as it stood then, into a file of `folder`.

    Reads what is committed: rows of a transaction that is still open are not facts yet.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"facts-{local(cut_off_at):%Y%m%dT%H%M%S}.parquet"
    with dbapi.connect(_address()) as server, server.cursor() as cursor:
        cursor.execute(_OBSERVATIONS, parameters=[cut_off_at.isoformat()])
        found = cursor.fetch_arrow_table()
    parquet.write_table(found, file, compression="zstd")
    return FactCut((file,), cut_off_at, file_digest([file]), found.num_rows)


def _address() -> str:
    """The database of this process as an address; a folder as host means a socket."""
    known = connection.get_connection_params()
    named = {"host": known.get("host"), "port": known.get("port"), "dbname": known.get("dbname")}
    named |= {"user": known.get("user"), "password": known.get("password")}
    return "postgresql:///?" + urlencode({key: value for key, value in named.items() if value}, quote_via=quote)
