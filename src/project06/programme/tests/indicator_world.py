"""Who handles figures in these tests, and the figures they handle.

Minh works in Điện Biên: Minh reports, Chi checks and approves there. Hoa works in Lai Châu and must see none
of it. Tuan audits the whole country.
"""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from project06.kernel.clock import VIETNAM
from project06.kernel.permissions import Actor, ActorKind, Grant
from project06.programme.data.indicators import FigureRow, Reading
from project06.programme.enums import (
    APPROVE_INDICATORS,
    CHECK_INDICATORS,
    CORRECT_INDICATORS,
    READ,
    REPORT_INDICATORS,
    SET_TARGETS,
)

NOW = datetime(2026, 11, 21, 9, tzinfo=VIETNAM)
TODAY = date(2026, 11, 21)
MONTH = "2026-10"
DIEN_BIEN = "11"
LAI_CHAU = "12"
RATE = "g2p-cashless-rate"
COUNT = "population-records"


def officer(number: int, name: str, paths: tuple[str, ...], *permissions: str) -> Actor:
    return Actor(
        account=UUID(int=number),
        name=name,
        kind=ActorKind.OFFICER,
        agency=f"UBND-{number}",
        agency_name="Ủy ban nhân dân",
        post_title="Chuyên viên",
        grants=tuple(Grant(permission, paths) for permission in permissions),
        second_factor=True,
    )


MINH = officer(1, "Minh", ("VN/11",), READ, REPORT_INDICATORS)
CHI = officer(2, "Chi", ("VN/11",), READ, CHECK_INDICATORS, APPROVE_INDICATORS, CORRECT_INDICATORS, SET_TARGETS)
HOA = officer(
    3, "Hoa", ("VN/12",), READ, REPORT_INDICATORS, CHECK_INDICATORS, APPROVE_INDICATORS, CORRECT_INDICATORS, SET_TARGETS
)
TUAN = officer(4, "Tuan", ("VN",), READ)
SYSTEM = Actor.system("test")


def rate(numerator: int, denominator: int = 100, *, unit: str = DIEN_BIEN, period: str = MONTH) -> FigureRow:
    reading = Reading(numerator=Decimal(numerator), denominator=Decimal(denominator))
    return FigureRow(RATE, unit, TODAY, period, reading)


def count(number: int | str, *, unit: str = DIEN_BIEN, period: str = MONTH, on: date = TODAY) -> FigureRow:
    return FigureRow(COUNT, unit, on, period, Reading(value=Decimal(number)))
