"""The REST interface below /api/v1/agencies/."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema
from ninja.params import Path
from pydantic import StringConstraints

from project06.agencies import public as agencies
from project06.agencies.data import AgencyData
from project06.agencies.enums import AgencyKind, SuccessionKind
from project06.kernel.access import public_page
from project06.kernel.clock import today

LONGEST_PAGE = 200

router = Router()

type AgencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{0,11}(-[0-9]{2,5})?$")]
type UnitPath = Annotated[str, StringConstraints(pattern=r"^VN(/[0-9]{2,5}){0,3}$")]


class AgencyOut(Schema):
    """An organisation of the State as it was on one day."""

    code: str
    kind: AgencyKind
    name: str
    name_en: str
    parent_code: str | None
    unit_code: str
    unit_path: str
    valid_from: date
    valid_to: date | None
    is_certain: bool
    act: str
    note: str
    note_en: str


class PageOut(Schema):
    """One page; send `next_after` as `after` for the next one."""

    agencies: list[AgencyOut]
    next_after: str | None


class ListIn(Schema):
    """Which organisations, on which day; today when no day is said."""

    on: date | None = None
    q: Annotated[str, Field(max_length=100)] = ""
    kind: AgencyKind | None = None
    below: UnitPath | None = None
    after: Annotated[str, Field(max_length=500)] = ""
    limit: Annotated[int, Field(ge=1, le=LONGEST_PAGE)] = 50


class NameOut(Schema):
    """What an organisation was called, and whom it answered to, during a period."""

    name: str
    name_en: str
    parent_code: str | None
    valid_from: date
    valid_to: date | None
    act: str


class SuccessionOut(Schema):
    """What passed from or to another organisation."""

    agency: AgencyOut
    kind: SuccessionKind
    on: date
    act: str
    is_certain: bool
    note: str
    note_en: str


class AgencyStoryOut(Schema):
    """An organisation with its names and its neighbours in time."""

    agency: AgencyOut
    parent: AgencyOut | None
    names: list[NameOut]
    predecessors: list[SuccessionOut]
    successors: list[SuccessionOut]


@router.get("/", response=PageOut, summary="List agencies of a day")
@public_page
def list_agencies(request: HttpRequest, wanted: Query[ListIn]) -> dict[str, object]:
    """Return a page of the organisations of the day in Vietnamese order."""
    page = agencies.list_agencies(
        on=wanted.on or today(),
        query=wanted.q,
        kind=wanted.kind,
        below=wanted.below or "",
        after=wanted.after,
        limit=wanted.limit,
    )
    return {"agencies": [_out(each) for each in page.agencies], "next_after": page.next_after}


@router.get("/{code}/", response=AgencyStoryOut, summary="One agency on a day")
@public_page
def get_agency(
    request: HttpRequest,
    code: Path[AgencyCode],
    on: date | None = None,
) -> AgencyStoryOut:
    """Return the organisation that bore the code on the day, with its names and neighbours in time."""
    return AgencyStoryOut.from_orm(agencies.get_story(code, on or today()))


def _out(agency: AgencyData) -> AgencyOut:
    return AgencyOut.from_orm(agency)
