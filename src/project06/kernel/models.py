"""The outbox: what happened, and who still has to hear of it."""

from django.db import models
from django.db.models import Q

from project06.kernel.pii import Scrub, keep, personal_data

_WHILE_NEEDED = keep("30 days after everybody has heard of it", scrub=Scrub.DELETE_ROW)


class OutboxEvent(models.Model):
    """A fact that was published in the transaction that made it true."""

    PERSONAL_DATA = personal_data(
        none="id uuid name version published_at request_id", personal={"payload": _WHILE_NEEDED}
    )

    id = models.BigAutoField(primary_key=True)
    uuid = models.UUIDField(unique=True)
    name = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField()
    payload = models.JSONField()
    published_at = models.DateTimeField()
    request_id = models.UUIDField(null=True)

    class Meta:
        indexes = (models.Index(fields=["name", "id"], name="kernel_event_by_name"),)

    def __str__(self) -> str:
        return f"{self.name} {self.uuid}"


class DeliveryState(models.TextChoices):
    """Where a delivery stands."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    DEAD = "dead"


class Delivery(models.Model):
    """One receiver's copy of an event; being the only such row makes a delivery happen once."""

    PERSONAL_DATA = personal_data(none="id event receiver state tries next_try_at delivered_at last_error")

    id = models.BigAutoField(primary_key=True)
    event = models.ForeignKey(OutboxEvent, on_delete=models.PROTECT, related_name="+")
    receiver = models.CharField(max_length=80)
    state = models.CharField(max_length=10, choices=DeliveryState, default=DeliveryState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=["next_try_at", "id"], condition=Q(state="waiting"), name="kernel_delivery_due"),
            models.Index(fields=["id"], condition=Q(state="dead"), name="kernel_delivery_dead"),
        )
        constraints = (
            models.UniqueConstraint(fields=["event", "receiver"], name="kernel_delivery_once"),
            models.CheckConstraint(condition=Q(state__in=DeliveryState.values), name="kernel_delivery_state_known"),
            models.CheckConstraint(
                condition=Q(state=DeliveryState.DELIVERED) ^ Q(delivered_at__isnull=True),
                name="kernel_delivery_time_with_state",
            ),
        )

    def __str__(self) -> str:
        return f"{self.receiver} {self.state}"


class LoadedReference(models.Model):
    """Which delivery of its reference data a package loaded last."""

    PERSONAL_DATA = personal_data(none="id name digest loaded_at")

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=80, unique=True)
    digest = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.digest[:12]}"


class WorkingDayOverride(models.Model):
    """A day that an act made working or free after the published calendar; rows are added, the newest counts."""

    PERSONAL_DATA = personal_data(none="id on is_working reason legal_act recorded_at")

    id = models.BigAutoField(primary_key=True)
    on = models.DateField()
    is_working = models.BooleanField()
    reason = models.CharField(max_length=200)
    legal_act = models.CharField(max_length=80)
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["on", "-id"], name="kernel_override_by_day"),)
        constraints = (
            models.CheckConstraint(condition=~Q(reason="") & ~Q(legal_act=""), name="kernel_override_has_ground"),
        )

    def __str__(self) -> str:
        return f"{self.on} {'working' if self.is_working else 'free'}"
