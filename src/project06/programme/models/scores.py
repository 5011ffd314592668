"""Rows that landing pages read: made set-wise from observations whenever these change, never edited."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from project06.kernel.fields import UnitPathField
from project06.kernel.pii import personal_data
from project06.programme.models.indicators import AMOUNT_DECIMALS, AMOUNT_DIGITS, IndicatorVersion
from project06.programme.models.observations import Observation


class LatestObservation(models.Model):
    """Where an indicator of a unit stands: its newest row, its newest value, and the last twelve."""

    PERSONAL_DATA = personal_data(
        none="id version unit_code unit_since unit_path observation valued trend trend_periods"
    )

    version = models.ForeignKey(IndicatorVersion, on_delete=models.PROTECT, related_name="+")
    unit_code = models.CharField(max_length=5, db_collation="C")
    unit_since = models.DateField()
    unit_path = UnitPathField(max_length=20)
    observation = models.ForeignKey(Observation, on_delete=models.PROTECT, related_name="+")
    valued = models.ForeignKey(Observation, on_delete=models.PROTECT, related_name="+", null=True)
    # Oldest first; NULL where a period was not reported: a gap in the line, never a zero.
    trend = ArrayField(models.DecimalField(max_digits=AMOUNT_DIGITS, decimal_places=AMOUNT_DECIMALS, null=True))
    trend_periods = ArrayField(models.CharField(max_length=60))

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["unit_code", "unit_since", "version"], name="programme_latest_key"),
        )
        indexes = (models.Index(fields=["version", "unit_path"], name="programme_latest_of_version"),)

    def __str__(self) -> str:
        return f"{self.version_id} {self.unit_path}"


class UnitScore(models.Model):
    """The place of a unit among its siblings in one period; who has not reported has no place."""

    PERSONAL_DATA = personal_data(
        none="id version period period_end group_path unit_code unit_since observation place ties ranked missing"
    )

    version = models.ForeignKey(IndicatorVersion, on_delete=models.PROTECT, related_name="+")
    period = models.CharField(max_length=60, db_collation="C")
    period_end = models.DateField()
    group_path = UnitPathField(max_length=20)
    unit_code = models.CharField(max_length=5, db_collation="C")
    unit_since = models.DateField()
    observation = models.ForeignKey(Observation, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveIntegerField(null=True)
    ties = models.PositiveIntegerField(default=0)
    ranked = models.PositiveIntegerField()
    missing = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["version", "period", "unit_code", "unit_since"], name="programme_score_key"
            ),
        )
        indexes = (
            models.Index(fields=["unit_code", "unit_since", "version", "-period_end"], name="programme_score_of_unit"),
        )

    def __str__(self) -> str:
        return f"{self.version_id} {self.period} {self.unit_code} {self.place}"
