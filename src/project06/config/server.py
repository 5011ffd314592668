"""Judging a server that somebody else runs."""

import psycopg
from psycopg.conninfo import make_conninfo

from project06.config.environment import Database, EnvironmentFault

OLDEST = 16


def check_server(address: Database) -> None:
    """Raise EnvironmentFault unless the server answers and is PostgreSQL 16 or newer with its contrib modules."""
    try:
        with psycopg.connect(_connection_string(address), connect_timeout=5) as connection:
            version = connection.info.server_version // 10_000
            missing = connection.execute(
                "select wanted from unnest(array['pg_trgm', 'btree_gist']) wanted"
                " where wanted not in (select name from pg_available_extensions)"
            ).fetchall()
    except psycopg.Error as fault:
        reason = " ".join(str(fault).split()) or type(fault).__name__
        raise EnvironmentFault(
            f"The database of DATABASE_URL does not let us in ({reason}): correct the address or start the server."
        ) from None
    if version < OLDEST:
        raise EnvironmentFault(f"The server is PostgreSQL {version}: Project 06 needs {OLDEST} or newer.")
    if missing:
        names = ", ".join(name for (name,) in missing)
        raise EnvironmentFault(f"The server lacks {names}: install PostgreSQL's contrib modules there.")


def _connection_string(address: Database) -> str:
    """Return the address in libpq's words."""
    return make_conninfo(
        "",
        host=address.host,
        port=address.port,
        dbname=address.name,
        user=address.user,
        password=address.password or None,
        **dict(address.options),
    )
