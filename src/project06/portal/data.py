"""What the pages of the portal show: frozen, composed from the doors of other packages."""

from dataclasses import dataclass
from datetime import date

from project06.agencies.data import AgencyData
from project06.places.data import UnitData


@dataclass(frozen=True, slots=True)
class ProvinceThenAndNow:
    """A province of the source reports: what it was on the day of the report and where it is today."""

    then: UnitData
    then_on: date
    districts_then: int
    communes_then: int
    now: UnitData
    now_on: date
    communes_now: int
    formed_from: tuple[UnitData, ...]


@dataclass(frozen=True, slots=True)
class SearchResults:
    """What was found for a text; `more_` says that the package's own search has further results."""

    text: str
    on: date
    places: tuple[UnitData, ...] = ()
    more_places: bool = False
    agencies: tuple[AgencyData, ...] = ()
    more_agencies: bool = False

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was found."""
        return not self.places and not self.agencies
