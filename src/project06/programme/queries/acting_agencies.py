"""Agencies as they were on the day somebody named them."""

from collections.abc import Iterable
from datetime import date

from project06.agencies import public as agencies
from project06.programme.data.tasks import ActingAgency


def get_acting(code: str, on: date) -> ActingAgency:
    """Return the agency with its name and unit path of the day. Raises UnknownAgency (agencies)."""
    found = agencies.get_agency(code, on)
    return ActingAgency(code=found.code, name=found.name, unit_path=found.unit_path)


def get_acting_many(codes: Iterable[str], on: date) -> tuple[ActingAgency, ...]:
    """Return the agencies in their order. Raises UnknownAgency (agencies) for the first unknown one."""
    return tuple(get_acting(code, on) for code in codes)


class ActingCache:
    """Looks every pair of code and day up once: a list of tasks names few agencies many times."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, date], ActingAgency | None] = {}

    def find(self, code: str, on: date) -> ActingAgency | None:
        """Return the agency of the day, or None."""
        key = (code, on)
        if key not in self._known:
            found = agencies.find_agency(code, on)
            self._known[key] = ActingAgency(found.code, found.name, found.unit_path) if found else None
        return self._known[key]

    @staticmethod
    def lived_on_other_day(code: str) -> bool:
        """Say whether anything bore the code on some other day."""
        return agencies.find_other_day(code) is not None
