"""One append-only table; triggers of the database refuse to change or remove a row, whoever asks."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q

from project06.evidence.enums import ActorRole, Outcome
from project06.kernel.pii import Scrub, keep, personal_data

_FOREVER = keep("as long as the log itself: it proves who looked, and to whom", scrub=Scrub.NEVER)


class Record(models.Model):
    """A look or an act: who, for whom, on whom, which fields, why, on what ground, with what end.

    There are no foreign keys: a record outlives what it speaks of. Persons stand in it by identifier only, so
    that wiping a person from the registers makes the record anonymous without touching it.
    """

    PERSONAL_DATA = personal_data(
        none="id uuid recorded_at actor_role system_name agency agency_name post_title action subject_kind"
        " fields purpose legal_ground case outcome request_id details digest",
        personal={"actor": _FOREVER, "post": _FOREVER, "acting_for": _FOREVER, "subject": _FOREVER},
    )

    id = models.BigAutoField(primary_key=True)
    uuid = models.UUIDField(unique=True)
    recorded_at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    actor_role = models.CharField(max_length=10, choices=ActorRole)
    system_name = models.CharField(max_length=80, blank=True)
    agency = models.CharField(max_length=40, null=True)  # noqa: DJ001 - NULL: acts for no agency; part of the hash
    agency_name = models.CharField(max_length=200, blank=True)
    post = models.UUIDField(null=True)
    post_title = models.CharField(max_length=200, blank=True)
    acting_for = models.UUIDField(null=True)
    action = models.CharField(max_length=80)
    subject_kind = models.CharField(max_length=40)
    subject = models.UUIDField(null=True)
    fields = ArrayField(models.CharField(max_length=80), default=list)
    purpose = models.CharField(max_length=300, blank=True)
    legal_ground = models.CharField(max_length=300, blank=True)
    case = models.CharField(max_length=80, null=True)  # noqa: DJ001 - NULL: no case; part of the hash
    outcome = models.CharField(max_length=8, choices=Outcome)
    request_id = models.UUIDField(null=True)
    details = models.JSONField(default=dict)
    digest = models.BinaryField(max_length=32)

    class Meta:
        indexes = (
            models.Index(fields=["subject", "-id"], condition=Q(subject__isnull=False), name="evidence_by_subject"),
            models.Index(fields=["actor", "-id"], condition=Q(actor__isnull=False), name="evidence_by_actor"),
            models.Index(fields=["agency", "-id"], condition=Q(agency__isnull=False), name="evidence_by_agency"),
            models.Index(fields=["action", "-id"], name="evidence_by_action"),
            models.Index(fields=["outcome", "-id"], condition=~Q(outcome="done"), name="evidence_not_done"),
            BrinIndex("recorded_at", name="evidence_by_time"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.DONE) | (~Q(purpose="") & ~Q(legal_ground="")),
                name="evidence_done_has_reason",
            ),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="evidence_outcome_known"),
            models.CheckConstraint(condition=Q(actor_role__in=ActorRole.values), name="evidence_role_known"),
            models.CheckConstraint(
                condition=Q(actor_role=ActorRole.SYSTEM) ^ Q(system_name=""), name="evidence_system_is_named"
            ),
        )

    def __str__(self) -> str:
        return f"{self.action} {self.outcome} {self.uuid}"
