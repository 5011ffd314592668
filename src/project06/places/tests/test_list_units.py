"""Long lists come page by page, in the order of the Vietnamese alphabet."""

import pytest

from project06.places import public as places
from project06.places.enums import Level
from project06.places.errors import UnknownUnit
from project06.places.tests.days import SUMMER_2024, TODAY

pytestmark = pytest.mark.django_db


def test_walks_through_all_communes_forwards_and_back() -> None:
    pages = [places.list_units(on=TODAY, level=Level.COMMUNE, limit=500)]
    while pages[-1].next_after:
        pages.append(places.list_units(on=TODAY, level=Level.COMMUNE, after=pages[-1].next_after, limit=500))

    seen = [unit.code for page in pages for unit in page.units]
    assert len(seen) == len(set(seen)) == 3321

    back = places.list_units(on=TODAY, level=Level.COMMUNE, before=pages[1].previous_before, limit=500)
    assert back == pages[0]


def test_lists_what_lies_below_a_unit() -> None:
    page = places.list_units(on=SUMMER_2024, level=Level.COMMUNE, under="26", limit=200)

    assert len(page.units) == 121
    assert (page.previous_before, page.next_after) == (None, None)


def test_is_empty_where_a_level_does_not_exist() -> None:
    assert places.list_units(on=TODAY, level=Level.DISTRICT).units == ()


@pytest.mark.parametrize("asked", [{"under": "26"}, {"after": "26"}, {"before": "99"}])
def test_refuses_a_code_that_means_nothing_on_the_day(asked: dict[str, str]) -> None:
    with pytest.raises(UnknownUnit):
        places.list_units(on=TODAY, level=Level.COMMUNE, **asked)
