"""The database keeps histories whoever asks; here we ask past every operation."""

import pytest
from django.db import connection

TRIGGERS = (
    "programme_task_history_kept",
    "programme_movements_kept",
    "programme_original_due_kept",
    "programme_issued_meeting_kept",
    "programme_issued_decisions_kept",
    "programme_issued_agenda_kept",
    "programme_issued_endpoints_kept",
)


@pytest.mark.django_db
@pytest.mark.parametrize("name", TRIGGERS)
def test_has_its_trigger(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname = %s AND tgenabled <> 'D'", [name])

        assert cursor.fetchone() == (1,)
