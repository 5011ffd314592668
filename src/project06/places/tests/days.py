"""The days of the tests."""

from datetime import date

SUMMER_2024 = date(2024, 7, 10)
LAST_DAY_OF_63 = date(2025, 6, 30)
REFORM = date(2025, 7, 1)
TODAY = date(2026, 11, 21)
