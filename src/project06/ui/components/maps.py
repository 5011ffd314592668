"""The map of provinces: outlines of before July 2025, put together into whatever units the caller names."""

import json
from dataclasses import dataclass
from functools import cache

from django.conf import settings

from project06.ui.data import Column, Link, MapRegion, ProvinceMap, TableData
from project06.ui.enums import ColumnKind
from project06.ui.errors import UnknownShape

ARCHIPELAGO_LABELS = (("Quần đảo Hoàng Sa", 430, 272), ("Quần đảo Trường Sa", 457, 480))
"""Names in the drawing's units; on every map of Viet Nam, in every language."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """All outlines of the country as SVG path data."""

    view_box: str
    paths: dict[str, str]


@dataclass(frozen=True, slots=True)
class DrawnRegion:
    """A region with the path data of all its outlines."""

    region: MapRegion
    path: str


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """What the template prints; `land` are the outlines that no region claims."""

    view_box: str
    land: str
    regions: tuple[DrawnRegion, ...]


def draw_map(province_map: ProvinceMap) -> DrawnMap:
    """Return the map with every outline exactly once.

    Raises UnknownShape for an outline that does not exist or that two regions claim.
    """
    outlines = read_outlines()
    left = dict(outlines.paths)
    regions = []
    for region in province_map.regions:
        try:
            path = "".join(left.pop(shape_id) for shape_id in region.shape_ids)
        except KeyError as missing:
            raise UnknownShape(f"{missing} is no outline, or two regions claim it") from None
        regions.append(DrawnRegion(region, path))
    return DrawnMap(outlines.view_box, "".join(left.values()), tuple(regions))


def map_table(province_map: ProvinceMap) -> TableData:
    """Return the regions as a table; regions without an outline of their own (cities) stand here too."""
    columns = (
        Column(province_map.region_heading, ColumnKind.TEXT),
        Column(province_map.value_heading, ColumnKind.TEXT),
    )
    rows = tuple(
        (Link(each.label, each.href) if each.href else each.label, each.value) for each in province_map.regions
    )
    return TableData(province_map.caption, columns, rows)


def shape_ids() -> frozenset[str]:
    """Return the names of all outlines, among them "hoangsa" and "truongsa"."""
    return frozenset(read_outlines().paths)


@cache
def read_outlines() -> Outlines:
    """Read the outlines that set-up prepared."""
    document = json.loads((settings.PROJECT06_ASSETS / "data" / "vietnam.json").read_text(encoding="utf-8"))
    return Outlines(document["view_box"], document["paths"])
