"""One organisation on one day, alone or with its story."""

from datetime import date, timedelta

from django.db.models import QuerySet

from project06.agencies.data import AgencyData, AgencyStory, NamePeriod, SuccessionData
from project06.agencies.enums import SuccessionKind
from project06.agencies.errors import UnknownAgency
from project06.agencies.models import Agency, AgencySuccession, AgencyVersion
from project06.agencies.queries.select_agencies import to_data, versions_on

_ONE_DAY = timedelta(days=1)


def find_agency(code: str, on: date) -> AgencyData | None:
    """Return the organisation that bore the code on the day, or None."""
    version = versions_on(on).filter(agency__code=code).first()
    return to_data(version) if version else None


def get_agency(code: str, on: date) -> AgencyData:
    """Return the organisation that bore the code on the day. Raises UnknownAgency."""
    agency = find_agency(code, on)
    if agency is None:
        raise UnknownAgency(code=code)
    return agency


def find_other_day(code: str) -> date | None:
    """Return the last day on which anything bore the code, or its first day if it still stands; else None."""
    latest = Agency.objects.filter(code=code).order_by("-valid_from").first()
    if latest is None:
        return None
    return latest.valid_to - _ONE_DAY if latest.valid_to else latest.valid_from


def get_story(code: str, on: date) -> AgencyStory:
    """Return the organisation with its names, its superior and its neighbours in time. Raises UnknownAgency."""
    version = versions_on(on).filter(agency__code=code).first()
    if version is None:
        raise UnknownAgency(code=code)
    agency = version.agency
    parent = version.parent
    return AgencyStory(
        agency=to_data(version),
        parent=find_agency(parent.code, on) if parent else None,
        names=_names(agency),
        predecessors=_successions(AgencySuccession.objects.filter(successor=agency), is_past=True),
        successors=_successions(AgencySuccession.objects.filter(predecessor=agency), is_past=False),
    )


def _names(agency: Agency) -> tuple[NamePeriod, ...]:
    versions = AgencyVersion.objects.filter(agency=agency).select_related("parent").order_by("valid_from")
    return tuple(
        NamePeriod(
            name=version.name,
            name_en=version.name_en,
            parent_code=version.parent.code if version.parent else None,
            valid_from=version.valid_from,
            valid_to=version.valid_to,
            act=version.act,
        )
        for version in versions
    )


def _successions(links: QuerySet[AgencySuccession], *, is_past: bool) -> tuple[SuccessionData, ...]:
    rows = list(links.order_by("on", "id"))
    others = {link.predecessor_id if is_past else link.successor_id for link in rows}
    # A predecessor is shown as it was on its last day, a successor as it was on its first.
    known = AgencyVersion.objects.filter(agency__in=others).select_related("agency", "parent")
    by_agency: dict[int, list[AgencyVersion]] = {}
    for version in known.order_by("valid_from"):
        by_agency.setdefault(version.agency_id, []).append(version)
    return tuple(
        SuccessionData(
            agency=to_data(
                _version_on(
                    by_agency[link.predecessor_id if is_past else link.successor_id],
                    link.on - _ONE_DAY if is_past else link.on,
                )
            ),
            kind=SuccessionKind(link.kind),
            on=link.on,
            act=link.act,
            is_certain=link.is_certain,
            note=link.note,
            note_en=link.note_en,
        )
        for link in rows
    )


def _version_on(versions: list[AgencyVersion], on: date) -> AgencyVersion:
    held = [version for version in versions if version.valid_from <= on]
    return held[-1] if held else versions[0]
