"""The reports that are shipped, and how any other one is described.

The three shipped ones are the situations of the source reports (docs/domain, part 1): the conference of 10 June
2024 as followed in Tuyên Quang, the first half of 2024 in Điện Biên, and the national review of 10 July 2024 as
followed in Vĩnh Phúc. Each is bound to the documents that state its figures, so that later figures of the same
units never slip into it.
"""

from datetime import date

from project06.kernel.periods import Period
from project06.programme.data.report import ReportDefinition
from project06.programme.enums.report import Statement

SHIPPED = (
    ReportDefinition(
        key="tuyen-quang-2024-06-10",
        unit_code="08",
        period="2024-H1",
        as_of=date(2024, 6, 10),
        sources=("S0-S2",),
        country_too=True,
        statements=(
            Statement.RESULTS_AWARENESS,
            Statement.RESULTS_DIRECTION,
            Statement.BOTTLENECK_LEGAL,
            Statement.BOTTLENECK_VILLAGES,
            Statement.BOTTLENECK_DATA,
            Statement.BOTTLENECK_SECURITY,
            Statement.BOTTLENECK_RESOURCES,
            Statement.PILOT_REPLICATE,
            Statement.NEXT_CONCLUSIONS,
            Statement.NEXT_CONNECT,
            Statement.NEXT_NOT_COMPLACENT,
        ),
    ),
    ReportDefinition(
        key="dien-bien-2024-h1",
        unit_code="11",
        period="2024-H1",
        as_of=date(2024, 6, 30),
        sources=("S3",),
        country_too=True,
        statements=(
            Statement.RESULTS_SYSTEM_SAFE,
            Statement.BOTTLENECK_LAND,
            Statement.BOTTLENECK_SPECIALISED,
            Statement.PILOT_WITHOUT_RESULT,
            Statement.PILOT_CONTINUE,
            Statement.NEXT_LEGAL_FRAMEWORK,
            Statement.NEXT_SHARED_DATA,
            Statement.NEXT_FEEDBACK,
        ),
    ),
    ReportDefinition(
        key="country-2024-07-10",
        unit_code="VN",
        period="2024-H1",
        as_of=date(2024, 7, 10),
        sources=("S4",),
        seen_from="26",
        statements=(Statement.NEXT_DATABASES, Statement.NEXT_ECOMMERCE, Statement.NEXT_SECTORS),
    ),
)


def define_report(unit_code: str, period: Period, as_of: date) -> ReportDefinition:
    """Return the shipped definition of this unit, period and day, or one that takes all that was said of the unit."""
    wanted = (unit_code, period.code, as_of)
    found = (each for each in SHIPPED if (each.unit_code, each.period, each.as_of) == wanted)
    return next(found, ReportDefinition(unit_code=unit_code, period=period.code, as_of=as_of))


def shipped_definition(key: str) -> ReportDefinition:
    """Return a shipped definition by its key. Raises KeyError."""
    return {each.key: each for each in SHIPPED}[key]
