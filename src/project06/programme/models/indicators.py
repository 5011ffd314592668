"""What is measured, how it is defined, what is aimed at, and the documents in which figures stand.

Names are data in six languages: a published report takes them from here, never from a message catalogue.
"""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from project06.kernel.fields import UnitPathField
from project06.kernel.ids import new_uuid
from project06.kernel.pii import personal_data
from project06.programme.enums import Direction, IndicatorGroup, MeasureKind, Origin

AMOUNT_DIGITS = 30
AMOUNT_DECIMALS = 6
"""Up to 10^24 with six decimals: 1.9 million billion đồng and a millionth of a per cent both fit exactly."""

_SIX_LANGUAGES = ["vi", "en", "pl", "hi", "cs", "uk"]


def _amount() -> "models.DecimalField[Decimal | None, Decimal | None]":
    return models.DecimalField(max_digits=AMOUNT_DIGITS, decimal_places=AMOUNT_DECIMALS, null=True)


def _in_six_languages(field: str, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(**{f"{field}__has_keys": _SIX_LANGUAGES}), name=name)


class SourceDocument(models.Model):
    """A document that states figures; every figure cites one."""

    PERSONAL_DATA = personal_data(none="id uuid key title issued_on issuer reference language")

    uuid = models.UUIDField(unique=True, default=new_uuid)
    key = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=300)
    issued_on = models.DateField(null=True)
    issuer = models.CharField(max_length=160)
    reference = models.CharField(max_length=300)
    language = models.CharField(max_length=2)

    def __str__(self) -> str:
        return self.key


class Measure(models.Model):
    """What a value counts: per cent, đồng, households; its words in every plural form of six languages."""

    PERSONAL_DATA = personal_data(none="id code kind words")

    code = models.SlugField(max_length=40, unique=True)
    kind = models.CharField(max_length=8, choices=MeasureKind)
    words = models.JSONField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=MeasureKind.values), name="programme_measure_kind"),
            _in_six_languages("words", "programme_measure_words"),
        )

    def __str__(self) -> str:
        return self.code


class Indicator(models.Model):
    """Something that is watched over the years; what exactly it means stands in its versions."""

    PERSONAL_DATA = personal_data(none="id uuid code group names created_at")

    uuid = models.UUIDField(unique=True, default=new_uuid)
    code = models.SlugField(max_length=60, unique=True)
    group = models.CharField(max_length=20, choices=IndicatorGroup)
    names = models.JSONField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(group__in=IndicatorGroup.values), name="programme_indicator_group"),
            _in_six_languages("names", "programme_indicator_names"),
        )

    def __str__(self) -> str:
        return self.code


class IndicatorVersion(models.Model):
    """One definition of an indicator; a figure belongs to the definition under which it was made, for ever."""

    PERSONAL_DATA = personal_data(
        none="id uuid indicator number measure direction origin factor lowest highest definitions numerators"
        " denominators query source defined_at"
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="+")
    direction = models.CharField(max_length=8, choices=Direction)
    origin = models.CharField(max_length=8, choices=Origin)
    factor = models.DecimalField(max_digits=AMOUNT_DIGITS, decimal_places=AMOUNT_DECIMALS, default=1)
    lowest = _amount()
    highest = _amount()
    definitions = models.JSONField(default=dict)
    numerators = models.JSONField(default=dict)
    denominators = models.JSONField(default=dict)
    query = models.TextField(blank=True)
    source = models.ForeignKey(SourceDocument, on_delete=models.PROTECT, related_name="+", null=True)
    defined_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["indicator", "number"], name="programme_version_key"),
            models.CheckConstraint(condition=Q(direction__in=Direction.values), name="programme_version_direction"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="programme_version_origin"),
            models.CheckConstraint(
                condition=(Q(origin=Origin.COMPUTED) & ~Q(query="")) | (Q(origin=Origin.REPORTED) & Q(query="")),
                name="programme_computed_has_query",
            ),
            models.CheckConstraint(
                condition=Q(lowest__isnull=True) | Q(highest__isnull=True) | Q(lowest__lte=F("highest")),
                name="programme_version_range",
            ),
            models.CheckConstraint(condition=Q(factor__gt=0), name="programme_version_factor"),
        )

    def __str__(self) -> str:
        return f"{self.indicator_id} v{self.number}"


class Target(models.Model):
    """A value to be reached by a unit until a day, and the act that says so; replaced, never edited."""

    PERSONAL_DATA = personal_data(
        none="id uuid version unit_code unit_on unit_since unit_path value by_on act_number act_issued_on set_at"
        " replaced_at"
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    version = models.ForeignKey(IndicatorVersion, on_delete=models.PROTECT, related_name="+")
    unit_code = models.CharField(max_length=5, db_collation="C")
    unit_on = models.DateField()
    unit_since = models.DateField()
    unit_path = UnitPathField(max_length=20)
    value = models.DecimalField(max_digits=AMOUNT_DIGITS, decimal_places=AMOUNT_DECIMALS)
    by_on = models.DateField()
    act_number = models.CharField(max_length=40)
    act_issued_on = models.DateField()
    set_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["version", "unit_code", "unit_since", "by_on"],
                condition=Q(replaced_at__isnull=True),
                name="programme_target_in_force",
            ),
            models.CheckConstraint(
                condition=Q(replaced_at__isnull=True) | Q(replaced_at__gte=F("set_at")), name="programme_target_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self.version_id} {self.unit_path} {self.value} by {self.by_on}"
