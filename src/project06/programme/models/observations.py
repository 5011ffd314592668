"""Figures of units in periods, who handled them, and what was put right.

A figure that nobody has delivered is a row too, with the status "missing": who has not reported is a plain
count. An approved figure is locked by the database; it changes only together with a `Correction` that keeps
both readings.
"""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from project06.kernel.fields import UnitPathField
from project06.kernel.ids import new_uuid
from project06.kernel.pii import Scrub, keep, personal_data
from project06.programme.enums import (
    Coverage,
    DeltaKind,
    FactKind,
    HandlingStep,
    Nature,
    ObservationStatus,
    Qualifier,
)
from project06.programme.models.indicators import (
    AMOUNT_DECIMALS,
    AMOUNT_DIGITS,
    IndicatorVersion,
    Measure,
    SourceDocument,
)

_AS_LONG_AS_THE_FIGURE = keep("as long as the figure: it says who answers for it", scrub=Scrub.NEVER)


def _amount() -> "models.DecimalField[Decimal | None, Decimal | None]":
    return models.DecimalField(max_digits=AMOUNT_DIGITS, decimal_places=AMOUNT_DECIMALS, null=True)


class Handling(models.Model):
    """One act upon figures: who reported, checked, approved or corrected them, and in which office."""

    PERSONAL_DATA = personal_data(
        none="id uuid step handled_at agency agency_name post_title remark",
        personal={"account": _AS_LONG_AS_THE_FIGURE},
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    step = models.CharField(max_length=10, choices=HandlingStep)
    handled_at = models.DateTimeField()
    account = models.UUIDField(null=True)
    agency = models.CharField(max_length=40, blank=True)
    agency_name = models.CharField(max_length=200, blank=True)
    post_title = models.CharField(max_length=200, blank=True)
    remark = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(step__in=HandlingStep.values), name="programme_handling_step"),
        )

    def __str__(self) -> str:
        return f"{self.step} {self.handled_at:%Y-%m-%d}"


class Computation(models.Model):
    """One run of definitions over frozen facts; the same digests give the same result."""

    PERSONAL_DATA = personal_data(
        none="id uuid version period cut_off_at facts_digest definition_digest result_digest rows computed_at"
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    version = models.ForeignKey(IndicatorVersion, on_delete=models.PROTECT, related_name="+")
    period = models.CharField(max_length=60)
    cut_off_at = models.DateTimeField()
    facts_digest = models.CharField(max_length=64)
    definition_digest = models.CharField(max_length=64)
    result_digest = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    computed_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["version", "period", "-id"], name="programme_computation_of"),)

    def __str__(self) -> str:
        return f"{self.version_id} {self.period} {self.result_digest[:12]}"


class Observation(models.Model):
    """The figure of one unit in one period under one definition, as it was reported."""

    PERSONAL_DATA = personal_data(
        none="id uuid version unit_code unit_on unit_since unit_path period period_start period_end status numerator"
        " denominator value exponent qualifier nature coverage baseline_value baseline_period delta delta_kind source"
        " locator as_of_on due_on received_at note opened_in recorded_in checked_in approved_in computation"
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    version = models.ForeignKey(IndicatorVersion, on_delete=models.PROTECT, related_name="+")
    unit_code = models.CharField(max_length=5, db_collation="C")
    # The day on which the code is meant: codes have belonged to different units (Resolution 202/2025/QH15).
    unit_on = models.DateField()
    # The first day of the unit: with the code it names the unit across changes of its name or kind.
    unit_since = models.DateField()
    unit_path = UnitPathField(max_length=20)
    period = models.CharField(max_length=60, db_collation="C")
    period_start = models.DateField()
    period_end = models.DateField()
    status = models.CharField(max_length=8, choices=ObservationStatus)
    numerator = _amount()
    denominator = _amount()
    value = _amount()
    # The power of ten in which the source says the number: 6 for "16.39 million".
    exponent = models.PositiveSmallIntegerField(default=0)
    qualifier = models.CharField(max_length=10, choices=Qualifier, default=Qualifier.EXACT)
    nature = models.CharField(max_length=8, choices=Nature, default=Nature.ACTUAL)
    coverage = models.CharField(max_length=10, choices=Coverage, default=Coverage.WHOLE)
    baseline_value = _amount()
    baseline_period = models.CharField(max_length=60, blank=True)
    delta = _amount()
    delta_kind = models.CharField(max_length=20, choices=DeltaKind, blank=True)
    source = models.ForeignKey(SourceDocument, on_delete=models.PROTECT, related_name="+", null=True)
    locator = models.CharField(max_length=40, blank=True)
    as_of_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    received_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=500, blank=True)
    opened_in = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="+", null=True)
    recorded_in = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="+", null=True)
    checked_in = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="+", null=True)
    approved_in = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="+", null=True)
    computation = models.ForeignKey(Computation, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["version", "period", "unit_code", "unit_since", "coverage"], name="programme_observation_key"
            ),
            models.CheckConstraint(
                condition=Q(status__in=ObservationStatus.values), name="programme_observation_status"
            ),
            models.CheckConstraint(
                condition=Q(status=ObservationStatus.MISSING, value__isnull=True, received_at__isnull=True)
                | (
                    ~Q(status=ObservationStatus.MISSING)
                    & Q(value__isnull=False, received_at__isnull=False, as_of_on__isnull=False)
                ),
                name="programme_missing_has_no_value",
            ),
            models.CheckConstraint(
                condition=~Q(status=ObservationStatus.APPROVED) | Q(approved_in__isnull=False),
                name="programme_approved_by_somebody",
            ),
            models.CheckConstraint(condition=Q(period_end__gt=F("period_start")), name="programme_observation_period"),
            models.CheckConstraint(
                condition=Q(delta__isnull=True, delta_kind="")
                | Q(delta__isnull=False, delta_kind__in=DeltaKind.values),
                name="programme_delta_has_kind",
            ),
            models.CheckConstraint(
                condition=Q(denominator__isnull=True) | Q(numerator__isnull=False),
                name="programme_ratio_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(qualifier__in=Qualifier.values, nature__in=Nature.values, coverage__in=Coverage.values),
                name="programme_observation_words",
            ),
        )
        indexes = (
            models.Index(fields=["unit_code", "unit_since", "version", "-period_end"], name="programme_series"),
            models.Index(fields=["unit_path", "period"], name="programme_observed_below"),
            # Missing is having no value (see the constraint): a condition without a parameter, so that a prepared
            # statement can use the index.
            models.Index(
                fields=["period", "unit_path", "id"], condition=Q(value__isnull=True), name="programme_silent"
            ),
            models.Index(fields=["locator"], condition=~Q(locator=""), name="programme_by_locator"),
        )

    def __str__(self) -> str:
        return f"{self.version_id} {self.unit_path} {self.period} {self.status}"


class Fact(models.Model):
    """Something a source states without measuring it: number and date of an act, years, a rhythm."""

    PERSONAL_DATA = personal_data(
        none="id uuid key kind names number stated_on first last amount measure source locator as_of_on"
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    key = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=10, choices=FactKind)
    names = models.JSONField()
    number = models.CharField(max_length=40, blank=True)
    stated_on = models.DateField(null=True)
    first = models.PositiveSmallIntegerField(null=True)
    last = models.PositiveSmallIntegerField(null=True)
    amount = _amount()
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="+", null=True)
    source = models.ForeignKey(SourceDocument, on_delete=models.PROTECT, related_name="+")
    locator = models.CharField(max_length=40)
    as_of_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=FactKind.values), name="programme_fact_kind"),
            models.CheckConstraint(condition=~Q(kind=FactKind.ACT) | ~Q(number=""), name="programme_act_has_number"),
        )

    def __str__(self) -> str:
        return self.key


class Correction(models.Model):
    """What was read, what is right, why and since when; append-only, so both readings stay."""

    PERSONAL_DATA = personal_data(
        none="id uuid observation fact field reading_before reading_after reasons source_before source_after"
        " corrected_at corrected_in"
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    observation = models.ForeignKey(Observation, on_delete=models.PROTECT, related_name="+", null=True)
    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="+", null=True)
    field = models.CharField(max_length=30)
    reading_before = models.CharField(max_length=60)
    reading_after = models.CharField(max_length=60)
    reasons = models.JSONField()
    source_before = models.ForeignKey(SourceDocument, on_delete=models.PROTECT, related_name="+", null=True)
    source_after = models.ForeignKey(SourceDocument, on_delete=models.PROTECT, related_name="+", null=True)
    corrected_at = models.DateTimeField()
    corrected_in = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(observation__isnull=True) ^ Q(fact__isnull=True), name="programme_correction_of_one"
            ),
            models.CheckConstraint(
                condition=~Q(reading_before=F("reading_after")), name="programme_correction_changes"
            ),
        )

    def __str__(self) -> str:
        return f"{self.field}: {self.reading_before} -> {self.reading_after}"


class PeriodLock(models.Model):
    """A period of an indicator that was approved for a unit and everything below it."""

    PERSONAL_DATA = personal_data(none="id uuid version period unit_path rows missing digest approved_in approved_at")

    uuid = models.UUIDField(unique=True, default=new_uuid)
    version = models.ForeignKey(IndicatorVersion, on_delete=models.PROTECT, related_name="+")
    period = models.CharField(max_length=60, db_collation="C")
    unit_path = UnitPathField(max_length=20)
    rows = models.PositiveIntegerField()
    missing = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    approved_in = models.ForeignKey(Handling, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["version", "period", "unit_path"], name="programme_lock_key"),)

    def __str__(self) -> str:
        return f"{self.version_id} {self.period} {self.unit_path}"
