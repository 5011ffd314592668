"""What stands in the way, and whom it concerns."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from project06.kernel.fields import UnitPathField
from project06.kernel.ids import new_uuid
from project06.kernel.pii import personal_data
from project06.programme.enums.steering import BottleneckClass, BottleneckState
from project06.programme.models.directives import vietnamese_written
from project06.programme.models.tasks import Task


class Bottleneck(models.Model):
    """Something that keeps tasks from being done, with the agency that must remove it ("điểm nghẽn")."""

    PERSONAL_DATA = personal_data(
        none="id uuid code titles folded kind owner_code owner_name unit_path state raised_on due_on moved_on"
        " closed_on measure tasks indicators units is_synthetic created_at"
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    code = models.CharField(max_length=20, unique=True)
    titles = models.JSONField()
    folded = models.CharField(max_length=1200)
    kind = models.CharField(max_length=15, choices=BottleneckClass)
    owner_code = models.CharField(max_length=20)
    owner_name = models.CharField(max_length=200)
    unit_path = UnitPathField()
    state = models.CharField(max_length=13, choices=BottleneckState)
    raised_on = models.DateField()
    due_on = models.DateField(null=True)
    moved_on = models.DateField()
    closed_on = models.DateField(null=True)
    measure = models.CharField(max_length=500, blank=True)
    tasks = models.ManyToManyField(Task, related_name="+")
    indicators = ArrayField(models.CharField(max_length=60), default=list)
    units = ArrayField(UnitPathField(), default=list)
    is_synthetic = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            vietnamese_written("titles", "programme_bottleneck_title"),
            models.CheckConstraint(condition=Q(kind__in=BottleneckClass.values), name="programme_bottleneck_class"),
            models.CheckConstraint(condition=Q(state__in=BottleneckState.values), name="programme_bottleneck_state"),
            models.CheckConstraint(
                condition=Q(state=BottleneckState.VERIFIED, closed_on__isnull=False)
                | (~Q(state=BottleneckState.VERIFIED) & Q(closed_on__isnull=True)),
                name="programme_bottleneck_closed",
            ),
            models.CheckConstraint(condition=Q(moved_on__gte=F("raised_on")), name="programme_bottleneck_moved_after"),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("raised_on")), name="programme_bottleneck_due"
            ),
            models.CheckConstraint(
                condition=Q(state=BottleneckState.OPEN) | ~Q(measure=""), name="programme_bottleneck_measure"
            ),
        )
        indexes = (
            models.Index(fields=["unit_path", "state"], name="programme_bottleneck_by_unit"),
            models.Index(
                fields=["moved_on", "id"], condition=Q(closed_on__isnull=True), name="programme_bottleneck_stuck"
            ),
            GinIndex(fields=["folded"], opclasses=["gin_trgm_ops"], name="programme_bottleneck_letters"),
        )

    def __str__(self) -> str:
        return self.code
