"""Four tables: acts, unit versions, the arrows between them, and which reference was loaded when.

There is no column for the unit above. A foreign key would point at one version of it, and a unit
outlives the versions of its parent: Đồng Nai became a city while its communes stayed what they were.
The path names the units above by their codes, and `(code, date)` is the key.
"""

from datetime import date
from enum import StrEnum
from functools import reduce
from operator import or_

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Concat

from project06.kernel.fields import UnitPathField
from project06.kernel.ids import new_uuid
from project06.kernel.pii import personal_data
from project06.places.data import COUNTRY_CODE, PATH_SEPARATOR
from project06.places.enums import Certainty, Extent, Kind, Level

_PERIOD = Func("valid_from", "valid_to", function="daterange", output_field=DateRangeField())
"""Half-open, and open-ended where `valid_to` is NULL."""


def _one_of(field: str, values: type[StrEnum]) -> Q:
    return Q(**{f"{field}__in": [each.value for each in values]})


def _kinds_at_their_level() -> Q:
    kinds_of = {level: [kind.value for kind in Kind if kind.level is level] for level in Level}
    return reduce(or_, (Q(level=level.value, kind__in=kinds) for level, kinds in kinds_of.items()))


def _codes_of_their_level() -> Q:
    """Decision 124/2004/QĐ-TTg: 2 digits for a province, 3 for a district, 5 for a commune."""
    lengths = {Level.PROVINCE: 2, Level.DISTRICT: 3, Level.COMMUNE: 5}
    numbers = (Q(level=level.value, code__regex=f"^[0-9]{{{length}}}$") for level, length in lengths.items())
    return reduce(or_, numbers, Q(level=Level.COUNTRY.value, code=COUNTRY_CODE))


class LegalAct(models.Model):
    """A legal act, known by number and date: numbers repeat over the years."""

    PERSONAL_DATA = personal_data(none="id number issued_on issuer title effective_on certainty remark")

    number = models.CharField(max_length=40)
    issued_on = models.DateField()
    issuer = models.CharField(max_length=80)
    title = models.CharField(max_length=300)
    effective_on = models.DateField()
    certainty = models.CharField(max_length=10)
    remark = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["number", "issued_on"], name="places_act_key"),
            models.CheckConstraint(condition=_one_of("certainty", Certainty), name="places_act_certainty"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.issued_on}"


class UnitQuerySet(models.QuerySet["Unit"]):
    """The questions that the tables answer better than memory."""

    def valid_on(self, on: date) -> "UnitQuerySet":
        """Versions that stood on the day."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on), valid_from__lte=on)

    def below(self, path: str) -> "UnitQuerySet":
        """Units under a path, not the unit itself: one range of the index on paths."""
        return self.filter(path__gt=path + PATH_SEPARATOR, path__lt=path + chr(ord(PATH_SEPARATOR) + 1))


class Unit(models.Model):
    """One version of an administrative unit, valid in `[valid_from, valid_to)`."""

    PERSONAL_DATA = personal_data(none="id uuid code level kind name folded sort_key path valid_from valid_to act")

    uuid = models.UUIDField(unique=True, default=new_uuid)
    code = models.CharField(max_length=5, db_collation="C")
    level = models.SmallIntegerField()
    kind = models.CharField(max_length=16)
    name = models.CharField(max_length=80)
    folded = models.CharField(max_length=100)
    sort_key = models.CharField(max_length=400, db_collation="C")
    path = UnitPathField(max_length=20)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    act = models.ForeignKey(LegalAct, on_delete=models.PROTECT, related_name="+")

    objects = UnitQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["code", "valid_from"], name="places_unit_key"),
            ExclusionConstraint(
                name="places_one_bearer_per_code",
                expressions=[
                    ("code", RangeOperators.EQUAL),
                    (_PERIOD, RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")), name="places_unit_period"
            ),
            models.CheckConstraint(
                condition=Q(path=F("code")) | Q(path__endswith=Concat(Value(PATH_SEPARATOR), F("code"))),
                name="places_path_ends_in_code",
            ),
            models.CheckConstraint(condition=_kinds_at_their_level(), name="places_kind_at_level"),
            models.CheckConstraint(condition=_codes_of_their_level(), name="places_code_at_level"),
        )
        indexes = (
            models.Index(fields=["level", "sort_key", "code"], name="places_unit_in_order"),
            models.Index(fields=["path"], name="places_unit_by_path"),
            GinIndex(fields=["folded"], opclasses=["gin_trgm_ops"], name="places_unit_by_letters"),
        )

    def __str__(self) -> str:
        return f"{self.path} {self.name}"


class Succession(models.Model):
    """An arrow from a unit that ended to one that began on the same day."""

    PERSONAL_DATA = personal_data(none="id predecessor successor effective_on extent act")

    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    effective_on = models.DateField()
    extent = models.CharField(max_length=5)
    act = models.ForeignKey(LegalAct, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["predecessor", "successor"], name="places_arrow_key"),
            models.UniqueConstraint(
                fields=["predecessor"], condition=Q(extent=Extent.WHOLE.value), name="places_whole_goes_once"
            ),
            models.CheckConstraint(condition=_one_of("extent", Extent), name="places_arrow_extent"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="places_arrow_between_two"),
        )

    def __str__(self) -> str:
        return f"{self.predecessor_id} -> {self.successor_id} ({self.extent})"


class Release(models.Model):
    """A reference that was loaded; the newest one is in force."""

    PERSONAL_DATA = personal_data(none="id checksum loaded_at")

    checksum = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.checksum[:12]} of {self.loaded_at:%Y-%m-%d}"
