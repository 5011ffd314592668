"""The three provinces of the source reports of 2024, then and today."""

from datetime import date

from project06.places import public as places
from project06.places.enums import Level
from project06.portal.data import ProvinceThenAndNow

# Code and day of each report: Tuyên Quang (10 June 2024), Điện Biên (first half of 2024), Vĩnh Phúc (10 July 2024).
REPORTS = (("08", date(2024, 6, 10)), ("11", date(2024, 6, 30)), ("26", date(2024, 7, 10)))


def list_report_provinces(on: date) -> tuple[ProvinceThenAndNow, ...]:
    """Return each province as it was reported, with the unit that holds its territory on the day `on`."""
    return tuple(_then_and_now(code, then_on, on) for code, then_on in REPORTS)


def _then_and_now(code: str, then_on: date, now_on: date) -> ProvinceThenAndNow:
    then = places.get_unit(code, then_on)
    # No province of the reports was divided: its territory lies in one unit on any later day.
    (now,) = places.as_of(code, then_on, now_on)
    districts = [unit for unit in places.list_children(code, then_on) if unit.level is Level.DISTRICT]
    return ProvinceThenAndNow(
        then=then,
        then_on=then_on,
        districts_then=len(districts),
        communes_then=sum(len(places.list_children(district.code, then_on)) for district in districts),
        now=now,
        now_on=now_on,
        communes_now=len(places.list_children(now.code, now_on)),
        formed_from=places.as_of(now.code, now_on, then_on),
    )
