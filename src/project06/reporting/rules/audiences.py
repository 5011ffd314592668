"""Who belongs to an audience, and which parts of the country are counted."""

from project06.reporting.data import Audience
from project06.reporting.enums import AudienceLevel

_DEPTHS = {AudienceLevel.CENTRAL: 1, AudienceLevel.PROVINCE: 2, AudienceLevel.COMMUNE: 3}
MOST_AGENCIES = 20_000
"""Ten times the communes of the country's largest campaign would still fit."""


def depth_of(path: str) -> int:
    """Return how deep a unit stands: 1 the country, 2 a province."""
    return path.count("/") + 1


def is_below(path: str, above: str) -> bool:
    """Say whether a unit is or lies below another one."""
    return path == above or path.startswith(f"{above}/")


def belongs(audience: Audience, *, code: str, kind: str, path: str) -> bool:
    """Say whether an agency must report: named by its code, or of a wanted kind at the wanted level."""
    if not is_below(path, audience.below):
        return False
    if code in audience.codes:
        return True
    at_level = audience.level is AudienceLevel.ANY or at_depth(path, audience.level)
    return kind in audience.kinds and at_level


def at_depth(path: str, level: AudienceLevel) -> bool:
    """Say whether a unit stands at a level. Before July 2025 communes stood one step deeper, below districts."""
    if level is AudienceLevel.COMMUNE:
        return depth_of(path) >= _DEPTHS[level]
    return depth_of(path) == _DEPTHS[level]


def scopes_of(path: str, below: str) -> tuple[str, ...]:
    """Return the units for which a duty at `path` is counted: the whole campaign, and the part just below it."""
    rest = path.removeprefix(below).strip("/")
    return (below, f"{below}/{rest.split('/')[0]}") if rest else (below,)
