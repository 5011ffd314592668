"""The door of the package."""

from project06.programme.operations.record_observations import record_observations
from project06.programme.queries.get_lineage import get_lineage
from project06.programme.queries.list_findings import list_findings
from project06.programme.queries.list_history import list_history
from project06.programme.queries.list_indicators import list_indicators
from project06.programme.queries.list_map_values import list_map_values
from project06.programme.queries.list_not_reported import count_reporting, list_not_reported
from project06.programme.queries.rank_units import rank_units
from project06.programme.queries.restate_ranking import restate_ranking

__all__ = [
    "count_reporting",
    "get_lineage",
    "list_findings",
    "list_history",
    "list_indicators",
    "list_map_values",
    "list_not_reported",
    "rank_units",
    "record_observations",
    "restate_ranking",
]
