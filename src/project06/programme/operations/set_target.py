"""Set what a unit is to reach."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check
from project06.programme.data.indicators import TargetData
from project06.programme.enums import SET_TARGETS
from project06.programme.errors import ValueOutOfRange
from project06.programme.events import TargetSet
from project06.programme.models import Target
from project06.programme.queries.indicator_units import figure_unit
from project06.programme.queries.indicator_versions import newest_version
from project06.programme.queries.targets import target_data
from project06.programme.rules.indicators import is_within


@dataclass(frozen=True, slots=True)
class Aim:
    """A value to be reached by a day, and the act that says so."""

    value: Decimal
    by_on: date
    act_number: str
    act_issued_on: date


@evidence.operation(subject_kind="target")
def set_target(*, indicator: str, unit_code: str, unit_on: date, aim: Aim, by: Actor) -> TargetData:
    """Set the target of a unit for a day; one that was set before for that day is kept as replaced.

    Raises NotAllowed, UnknownIndicator, UnknownUnit, ValueOutOfRange.
    """
    version = newest_version(indicator)
    unit = figure_unit(unit_code, unit_on)
    check(by, SET_TARGETS, path=unit.unit.path)
    if not is_within(aim.value, version.lowest, version.highest):
        raise ValueOutOfRange(value=aim.value, lowest=version.lowest, highest=version.highest)
    set_at = now()
    earlier = Target.objects.select_for_update().filter(
        version=version,
        unit_code=unit.key.code,
        unit_since=unit.key.since,
        by_on=aim.by_on,
        replaced_at__isnull=True,
    )
    earlier.update(replaced_at=set_at)
    target = Target.objects.create(
        version=version,
        unit_code=unit.key.code,
        unit_on=unit_on,
        unit_since=unit.key.since,
        unit_path=unit.unit.path,
        value=aim.value,
        by_on=aim.by_on,
        act_number=aim.act_number,
        act_issued_on=aim.act_issued_on,
        set_at=set_at,
    )
    evidence.record(
        by=by,
        action="programme.set-target",
        subject_kind="target",
        subject=target.uuid,
        fields=("value", "by_on"),
        purpose="Set what a unit is to reach",
        legal_ground=f"{aim.act_number} of {aim.act_issued_on}",
        details={"indicator": indicator, "unit": unit.unit.path, "by": aim.by_on.isoformat()},
    )
    publish(TargetSet(target.uuid, indicator, unit.unit.path, aim.by_on, set_at))
    return target_data(target)
