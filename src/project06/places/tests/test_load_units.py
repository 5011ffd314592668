"""The tables are brought to the reference: `manage.py places_load`."""

import io
from pathlib import Path
from uuid import UUID

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from project06.kernel.errors import NotAllowed
from project06.kernel.permissions import Actor, ActorKind, Grant, anonymous
from project06.places import public as places
from project06.places.enums import LOAD_UNITS
from project06.places.errors import FaultyReference
from project06.places.models import LegalAct, Release, Succession, Unit
from project06.places.queries.reference_files import read_files, read_reference
from project06.places.tests.days import SUMMER_2024, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_process")]

OutboxEvent = apps.get_model("kernel", "OutboxEvent")
SYSTEM = Actor.system("tests")
MINH = Actor(UUID(int=1), "Minh", ActorKind.OFFICER, grants=(Grant("agencies.load-agencies", ("VN/25",)),))
STEWARD = Actor(UUID(int=2), "Mai", ActorKind.OFFICER, grants=(Grant(LOAD_UNITS, ("VN",)),))


@pytest.fixture
def empty_tables() -> None:
    for model in (Succession, Unit, LegalAct, Release):
        model.objects.all().delete()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the reference that a test may change."""
    for name, text in read_files().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def latest_evidence() -> tuple[object, ...] | None:
    """What the table says: tests of a package do not know the models of another."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT actor, outcome, details ->> 'changed' FROM evidence_record"
            " WHERE action = 'places.load-units' ORDER BY id DESC LIMIT 1"
        )
        return cursor.fetchone()


def replace(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def rename_phu_tho(folder: Path) -> None:
    replace(folder, "units.csv", "VN/25,province,Phú Thọ,2025-07-01", "VN/25,province,Hùng Vương,2025-07-01")


def test_fills_empty_tables(empty_tables: None) -> None:
    reference = read_reference()

    report = places.load_units(write=True, by=SYSTEM)

    assert report.is_written
    assert report.added == len(reference.acts) + len(reference.units) + len(reference.successions)
    assert (report.changed, report.removed) == (0, 0)
    loaded = places.list_reference()
    assert set(loaded.units) == set(reference.units)
    assert set(loaded.successions) == set(reference.successions)
    assert set(loaded.acts) == set(reference.acts)


def test_writes_nothing_unasked(folder: Path) -> None:
    rename_phu_tho(folder)

    report = places.load_units(write=False, by=SYSTEM, folder=folder)

    assert (report.added, report.changed, report.removed, report.is_written) == (0, 1, 0, False)
    assert places.get_unit("25", TODAY).name == "Phú Thọ"


def test_changes_only_what_differs(folder: Path) -> None:
    rename_phu_tho(folder)

    report = places.load_units(write=True, by=SYSTEM, folder=folder)

    assert (report.added, report.changed, report.removed) == (0, 1, 0)
    assert places.get_unit("25", TODAY).name == "Hùng Vương"
    assert places.search_units("hung vuong", on=TODAY)[0].name == "Hùng Vương"


def test_moves_a_day_that_was_wrong(folder: Path) -> None:
    """Quảng Ninh became a city on another day: one version ends earlier, the other begins earlier."""
    replace(
        folder,
        "units.csv",
        "VN/22,province,Quảng Ninh,2008-08-01,2026-09-01",
        "VN/22,province,Quảng Ninh,2008-08-01,2026-08-24",
    )
    replace(folder, "units.csv", "VN/22,municipality,Quảng Ninh,2026-09-01", "VN/22,municipality,Quảng Ninh,2026-08-24")
    replace(folder, "successions.csv", "22,22,2026-09-01", "22,22,2026-08-24")

    report = places.load_units(write=True, by=SYSTEM, folder=folder)

    assert (report.added, report.changed, report.removed) == (2, 1, 2)
    assert Unit.objects.filter(code="22").count() == 2


def test_recognises_a_reference_that_is_loaded() -> None:
    before = Release.objects.count(), OutboxEvent.objects.count()

    report = places.load_units(write=True, by=SYSTEM)

    assert (report.added, report.changed, report.removed, report.is_written) == (0, 0, 0, False)
    assert (Release.objects.count(), OutboxEvent.objects.count()) == before


def test_leaves_evidence_and_tells_the_others(folder: Path) -> None:
    rename_phu_tho(folder)

    places.load_units(write=True, by=STEWARD, folder=folder)

    assert latest_evidence() == (STEWARD.account, "done", "1")
    event = OutboxEvent.objects.filter(name="places.units-loaded").latest("id")
    assert event.payload["release"] == Release.objects.latest("id").pk


@pytest.mark.parametrize("by", [MINH, anonymous()], ids=["officer-without-the-right", "nobody"])
def test_refuses_those_without_the_right(by: Actor) -> None:
    with pytest.raises(NotAllowed):
        places.load_units(write=True, by=by)

    assert latest_evidence() == (by.account, "refused", None)


def test_refuses_a_reference_that_contradicts_itself(folder: Path) -> None:
    replace(
        folder,
        "units.csv",
        "VN/26,province,Vĩnh Phúc,2008-08-01,2025-07-01",
        "VN/26,province,Vĩnh Phúc,2008-08-01,2025-01-01",
    )

    with pytest.raises(FaultyReference, match="VN/26"):
        places.load_units(write=True, by=SYSTEM, folder=folder)

    assert places.get_unit("26", SUMMER_2024).name == "Vĩnh Phúc"


def test_says_what_it_did_on_the_command_line() -> None:
    out = io.StringIO()

    call_command("places_load", write=True, stdout=out)

    assert "0 added, 0 changed, 0 removed" in out.getvalue()


@pytest.mark.parametrize(
    "spoil",
    [
        {"valid_from": "2025-08-01"},
        {"valid_from": "2030-01-01", "valid_to": "2029-01-01"},
        {"valid_from": "2001-01-01", "valid_to": "2002-01-01", "path": "VN/26"},
        {"valid_from": "2001-01-01", "valid_to": "2002-01-01", "kind": "ward"},
        {"valid_from": "2001-01-01", "valid_to": "2002-01-01", "code": "025", "path": "VN/025"},
    ],
    ids=["second-bearer-of-a-code", "ends-before-it-begins", "foreign-path", "foreign-kind", "long-code"],
)
def test_is_guarded_by_the_database_itself(spoil: dict[str, str]) -> None:
    unit = Unit.objects.get(code="25", valid_to=None)
    values = {
        name: getattr(unit, name) for name in ("code", "level", "kind", "name", "folded", "sort_key", "path", "act_id")
    }

    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.create(**values | spoil)
