"""What the tests of places stand on: the delivered reference and four days of its history."""

from datetime import date

import pytest

from project06.places.queries.reference_files import delivered_gazetteer
from project06.places.rules.gazetteer import Gazetteer

SUMMER_2024 = date(2024, 7, 10)
REFORM = date(2025, 7, 1)
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return delivered_gazetteer()
