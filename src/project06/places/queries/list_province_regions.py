"""The provinces of a day as regions of the map."""

from datetime import date

from project06.places.data import ProvinceRegion
from project06.places.queries.current_gazetteer import current_gazetteer
from project06.places.rules.province_shapes import list_regions


def list_province_regions(on: date) -> tuple[ProvinceRegion, ...]:
    """Each province of the day, its shapes on the map and the provinces of 2024 on its territory."""
    return list_regions(current_gazetteer(), on)
