"""The door of the package."""

from project06.places.operations.load_units import load_units
from project06.places.queries.acts import get_act, list_reference
from project06.places.queries.list_province_regions import list_province_regions
from project06.places.queries.list_units import list_units
from project06.places.queries.restate_figures import restate
from project06.places.queries.search_units import search_former_units, search_units
from project06.places.queries.units import (
    as_of,
    count_units,
    find_unit,
    get_path,
    get_unit,
    list_children,
    list_predecessors,
    list_successors,
    list_versions,
    resolve_many,
    scope_paths,
    scope_paths_many,
)

__all__ = [
    "as_of",
    "count_units",
    "find_unit",
    "get_act",
    "get_path",
    "get_unit",
    "list_children",
    "list_predecessors",
    "list_province_regions",
    "list_reference",
    "list_successors",
    "list_units",
    "list_versions",
    "load_units",
    "resolve_many",
    "restate",
    "scope_paths",
    "scope_paths_many",
    "search_former_units",
    "search_units",
]
