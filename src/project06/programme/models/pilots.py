"""Models that are tried in one place, and every step of bottlenecks and pilot models."""

from django.db import models
from django.db.models import F, Q

from project06.kernel.fields import UnitPathField
from project06.kernel.ids import new_uuid
from project06.kernel.pii import personal_data
from project06.programme.enums.steering import PilotState
from project06.programme.models.bottlenecks import Bottleneck
from project06.programme.models.directives import vietnamese_written
from project06.programme.models.tasks import WHO_DID_IT

_MEASURED = (PilotState.EFFECTIVE, PilotState.NO_RESULT, PilotState.REPLICATED)


class PilotModel(models.Model):
    """A model ("mô hình điểm") with the agency that leads it, its place and the indicator of its result."""

    PERSONAL_DATA = personal_data(
        none="id uuid code titles folded lead_code lead_name unit_path state registered_on due_on moved_on"
        " result_indicator is_synthetic created_at"
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    code = models.CharField(max_length=40, unique=True)
    titles = models.JSONField()
    folded = models.CharField(max_length=1200)
    lead_code = models.CharField(max_length=20)
    lead_name = models.CharField(max_length=200)
    unit_path = UnitPathField()
    state = models.CharField(max_length=10, choices=PilotState)
    registered_on = models.DateField()
    due_on = models.DateField(null=True)
    moved_on = models.DateField()
    result_indicator = models.CharField(max_length=60, blank=True)
    is_synthetic = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            vietnamese_written("titles", "programme_pilot_title"),
            models.CheckConstraint(condition=Q(state__in=PilotState.values), name="programme_pilot_state"),
            models.CheckConstraint(
                condition=~Q(state__in=[each.value for each in _MEASURED]) | ~Q(result_indicator=""),
                name="programme_pilot_measured",
            ),
            models.CheckConstraint(condition=Q(moved_on__gte=F("registered_on")), name="programme_pilot_moved_after"),
        )
        indexes = (models.Index(fields=["unit_path", "state"], name="programme_pilot_by_unit"),)

    def __str__(self) -> str:
        return self.code


class Movement(models.Model):
    """One step of a bottleneck or of a pilot model; a trigger refuses to change or remove it."""

    PERSONAL_DATA = personal_data(
        none="id uuid bottleneck pilot from_state to_state happened_at agency post_title note",
        personal={"account": WHO_DID_IT},
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    bottleneck = models.ForeignKey(Bottleneck, on_delete=models.PROTECT, related_name="+", null=True)
    pilot = models.ForeignKey(PilotModel, on_delete=models.PROTECT, related_name="+", null=True)
    from_state = models.CharField(max_length=13, blank=True)
    to_state = models.CharField(max_length=13)
    happened_at = models.DateTimeField()
    account = models.UUIDField(null=True)
    agency = models.CharField(max_length=40, blank=True)
    post_title = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(bottleneck__isnull=True) ^ Q(pilot__isnull=True), name="programme_movement_of_one"
            ),
        )
        indexes = (
            models.Index(fields=["bottleneck", "id"], name="programme_bottleneck_steps"),
            models.Index(fields=["pilot", "id"], name="programme_pilot_steps"),
        )

    def __str__(self) -> str:
        return f"{self.from_state} -> {self.to_state}"
