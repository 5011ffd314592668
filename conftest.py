"""Test database: migrated and filled once, then copied for every run and every worker in milliseconds."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import connection, connections
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker

SOURCES = Path(__file__).parent / "src" / "project06"


def _digest() -> str:
    """Return a name for the present schema and reference data."""
    digest = hashlib.sha256()
    files = [
        *SOURCES.glob("*/migrations/*.py"),
        *SOURCES.glob("*/reference/*"),
        SOURCES / "config" / "world.py",
    ]
    files += SOURCES.glob("*/operations/load_*.py")
    for file in sorted(file for file in files if file.is_file()):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _parameters() -> dict[str, object]:
    settings = connection.settings_dict
    names = {"HOST": "host", "PORT": "port", "NAME": "dbname", "USER": "user", "PASSWORD": "password"}
    return {word: settings[key] for key, word in names.items() if settings[key]}


def _make_template(name: str) -> None:
    """Migrate and fill a draft, then give it its name: a kill half-way leaves no half template."""
    from project06.config import world

    settings = connection.settings_dict
    own = settings["NAME"]
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}_draft"')
        cursor.execute(f'CREATE DATABASE "{name}_draft"')
    connection.close()
    settings["NAME"] = f"{name}_draft"
    try:
        world.prepare()
    finally:
        connections.close_all()
        settings["NAME"] = own
    with connection.cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}_draft" RENAME TO "{name}"')


def _copy(template: str, name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    connection.close()


def _copy_after_each_transactional_test(template: str, mine: str, own: str) -> None:
    """Give the next test a fresh copy instead of emptying tables.

    Django would truncate: the reference data would be gone, and the evidence refuses to be truncated.
    """

    def copy_again(_case: TransactionTestCase) -> None:
        connections.close_all()
        settings = connection.settings_dict
        settings["NAME"] = own
        try:
            _copy(template, mine)
        finally:
            settings["NAME"] = mine

    TransactionTestCase._fixture_teardown = copy_again


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker, worker_id: str) -> Iterator[None]:
    template = f"project06_template_{_digest()}"
    mine = f"project06_test_{worker_id}"
    with django_db_blocker.unblock():
        settings = connection.settings_dict
        own = settings["NAME"]
        # One worker makes the template, the others wait for it.
        with psycopg.connect(**_parameters(), autocommit=True) as guard:
            guard.execute("SELECT pg_advisory_lock(606)")
            if not guard.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template]).fetchone():
                _make_template(template)
        _copy(template, mine)
        settings["NAME"] = mine
    _copy_after_each_transactional_test(template, mine, own)
    yield
    with django_db_blocker.unblock():
        connection.close()
        settings["NAME"] = own
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{mine}" WITH (FORCE)')
        connection.close()


@pytest.fixture(scope="session", autouse=True)
def _calendar_as_published() -> None:
    """Look up swapped days only when a test asks: a look once a minute would fall into any count of queries."""
    from project06.kernel import office_calendar

    office_calendar.REFRESH_SECONDS = float("inf")
    office_calendar._asked_at = 0.0
