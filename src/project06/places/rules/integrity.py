"""What a reference must satisfy before anyone may rely on it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from project06.places.data import COUNTRY_CODE, PATH_SEPARATOR, Reference, UnitData
from project06.places.enums import Extent, Level

_CODE_LENGTHS = {Level.COUNTRY: 2, Level.PROVINCE: 2, Level.DISTRICT: 3, Level.COMMUNE: 5}

type Versions = Mapping[str, list[UnitData]]


def find_faults(reference: Reference) -> tuple[str, ...]:
    """Every contradiction in the reference, one sentence each; empty when it is sound."""
    versions = _versions(reference)
    return (
        *_faults_of_shape(reference),
        *_overlaps(versions),
        *_orphans(reference, versions),
        *_unknown_acts(reference),
        *_dangling_arrows(reference, versions),
        *_contradicting_extents(reference),
    )


def _versions(reference: Reference) -> Versions:
    versions: dict[str, list[UnitData]] = defaultdict(list)
    for unit in sorted(reference.units, key=lambda unit: unit.valid_from):
        versions[unit.code].append(unit)
    return versions


def _faults_of_shape(reference: Reference) -> Iterator[str]:
    for unit in reference.units:
        if unit.valid_to is not None and unit.valid_to <= unit.valid_from:
            yield f"{unit.path} ends on {unit.valid_to}, not after it begins"
        if len(unit.code) != _CODE_LENGTHS[unit.level]:
            yield f"{unit.path} is a {unit.kind} with a code of {len(unit.code)} signs"
        if not unit.path.startswith(COUNTRY_CODE):
            yield f"{unit.path} does not lie in {COUNTRY_CODE}"


def _overlaps(versions: Versions) -> Iterator[str]:
    """A code has one bearer at a time."""
    for code, bearers in versions.items():
        for older, newer in pairwise(bearers):
            if older.valid_to is None or newer.valid_from < older.valid_to:
                yield f"{code} has two bearers from {newer.valid_from}"


def _orphans(reference: Reference, versions: Versions) -> Iterator[str]:
    """Whoever stands above a unit stands there, by the same path, for the unit's whole life."""
    for unit in reference.units:
        if unit.parent_code is None:
            continue
        above = unit.path.rpartition(PATH_SEPARATOR)[0]
        bearers = [bearer for bearer in versions.get(unit.parent_code, ()) if bearer.path == above]
        if not _cover(bearers, unit):
            yield f"{unit.path} from {unit.valid_from} has no unit above it at all times"


def _cover(bearers: list[UnitData], unit: UnitData) -> bool:
    """Whether versions in order of time follow each other over a unit's whole validity."""
    reached = unit.valid_from
    for bearer in bearers:
        if bearer.valid_from <= reached and (bearer.valid_to is None or reached < bearer.valid_to):
            reached = bearer.valid_to or date.max
    return reached >= (unit.valid_to or date.max)


def _unknown_acts(reference: Reference) -> Iterator[str]:
    known = {act.key for act in reference.acts}
    used = {unit.act for unit in reference.units} | {arrow.act for arrow in reference.successions}
    for act in sorted(used - known):
        yield f"Act {act.number} of {act.issued_on} is used but not listed"


def _dangling_arrows(reference: Reference, versions: Versions) -> Iterator[str]:
    for arrow in reference.successions:
        on = arrow.effective_on
        if not any(unit.valid_to == on for unit in versions.get(arrow.predecessor_code, ())):
            yield f"{arrow.predecessor_code} does not end on {on} but has a successor"
        if not any(unit.valid_from == on for unit in versions.get(arrow.successor_code, ())):
            yield f"{arrow.successor_code} does not begin on {on} but has a predecessor"


def _contradicting_extents(reference: Reference) -> Iterator[str]:
    """A unit passes whole to one successor or in parts to several."""
    extents: dict[tuple[str, date], list[Extent]] = defaultdict(list)
    for arrow in reference.successions:
        extents[arrow.predecessor_code, arrow.effective_on].append(arrow.extent)
    for (code, on), passed in extents.items():
        if (Extent.WHOLE in passed) != (len(passed) == 1):
            yield f"{code} passed on {on} both whole and in parts"
