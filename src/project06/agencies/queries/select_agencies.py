"""How the tables of organisations become data objects: one statement, on one day."""

from datetime import date

from django.db.models import Q, QuerySet

from project06.agencies.data import AgencyData
from project06.agencies.enums import AgencyKind
from project06.agencies.models import AgencyVersion


def valid_on(on: date, prefix: str = "") -> Q:
    """Return the condition that the half-open period of `prefix` holds the day."""
    still_open = Q(**{f"{prefix}valid_to__isnull": True}) | Q(**{f"{prefix}valid_to__gt": on})
    return Q(**{f"{prefix}valid_from__lte": on}) & still_open


def versions_on(on: date) -> QuerySet[AgencyVersion]:
    """Return the organisations of the day with their names and superiors of that day."""
    return AgencyVersion.objects.filter(valid_on(on)).select_related("agency", "parent")


def to_data(version: AgencyVersion) -> AgencyData:
    """Return the organisation as it was while this version held."""
    agency = version.agency
    return AgencyData(
        uuid=agency.uuid,
        code=agency.code,
        kind=AgencyKind(version.kind),
        name=version.name,
        name_en=version.name_en,
        parent_code=version.parent.code if version.parent else None,
        unit_code=agency.unit_code,
        unit_path=agency.unit_path,
        valid_from=agency.valid_from,
        valid_to=agency.valid_to,
        is_certain=agency.is_certain,
        act=version.act,
        note=agency.note,
        note_en=agency.note_en,
    )
