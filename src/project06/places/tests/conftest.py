"""What the tests of places stand on; those that change tables also need a process that has read nothing."""

from collections.abc import Iterator

import pytest

from project06.places.queries.current_gazetteer import forget_gazetteer
from project06.places.queries.reference_files import delivered_gazetteer
from project06.places.rules.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return delivered_gazetteer()


@pytest.fixture
def fresh_process() -> Iterator[None]:
    forget_gazetteer()
    yield
    forget_gazetteer()
