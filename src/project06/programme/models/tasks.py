"""Tasks, who leads them with whom, what proves them, and what happened to them.

How a task stands against the clock is no column: it depends on the day one asks (rules/tasks.py).
Names of agencies and unit paths are those of the day the agency was named; later mergers do not rewrite them.
"""

from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from project06.kernel.fields import UnitPathField
from project06.kernel.ids import new_uuid
from project06.kernel.pii import Scrub, keep, personal_data
from project06.programme.enums.steering import Claim, EvidenceState, Recurrence, TaskEventKind
from project06.programme.models.directives import Directive, Plan, TaskGroup, vietnamese_written

WHO_DID_IT = keep("10 years after the plan ended", scrub=Scrub.PSEUDONYM)
NO_DUE_DATE = date(9999, 12, 31)
"""Where tasks without a due date stand in a list by due date: at its end."""


def due_key() -> Coalesce:
    """Return the expression by which tasks are sorted by due date; an index holds it."""
    return Coalesce("due_on", Value(NO_DUE_DATE), output_field=models.DateField())


class Task(models.Model):
    """Something an agency has to do by a day or every period, with what is claimed and what is proved.

    `register_path` is the unit whose working group gave it out and may change it, `unit_path` that of its lead.
    """

    PERSONAL_DATA = personal_data(
        none="id uuid code titles folded plan group directive decision register_path lead_code lead_name unit_path"
        " recurrence assigned_on original_due_on due_on revisions claimed claimed_at done_on evidence cancelled_on"
        " is_synthetic created_at"
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    code = models.CharField(max_length=40)
    titles = models.JSONField()
    folded = models.CharField(max_length=1200)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(TaskGroup, on_delete=models.PROTECT, related_name="+")
    directive = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="+", null=True)
    decision = models.OneToOneField("programme.Decision", on_delete=models.PROTECT, related_name="+", null=True)
    register_path = UnitPathField()
    lead_code = models.CharField(max_length=20)
    lead_name = models.CharField(max_length=200)
    unit_path = UnitPathField()
    recurrence = models.CharField(max_length=8, choices=Recurrence)
    assigned_on = models.DateField()
    original_due_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    revisions = models.PositiveSmallIntegerField(default=0)
    claimed = models.CharField(max_length=12, choices=Claim, null=True)  # noqa: DJ001 - NULL: nobody has reported
    claimed_at = models.DateTimeField(null=True)
    done_on = models.DateField(null=True)
    evidence = models.CharField(max_length=9, choices=EvidenceState, default=EvidenceState.NONE)
    cancelled_on = models.DateField(null=True)
    is_synthetic = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["register_path", "code"], name="programme_task_key"),
            vietnamese_written("titles", "programme_task_title"),
            models.CheckConstraint(condition=Q(recurrence__in=Recurrence.values), name="programme_task_recurrence"),
            models.CheckConstraint(
                condition=Q(claimed__isnull=True) | Q(claimed__in=Claim.values), name="programme_task_claim"
            ),
            models.CheckConstraint(condition=Q(evidence__in=EvidenceState.values), name="programme_task_evidence"),
            models.CheckConstraint(
                condition=~Q(recurrence=Recurrence.ONCE) | Q(due_on__isnull=False), name="programme_task_once_is_due"
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(due_on__gte=F("assigned_on")), name="programme_task_due_after"
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | Q(claimed=Claim.DONE, done_on__gte=F("assigned_on")),
                name="programme_task_done_on",
            ),
            models.CheckConstraint(
                condition=~Q(claimed=Claim.DONE) | Q(done_on__isnull=False) | Q(claimed__isnull=True),
                name="programme_task_done_has_day",
            ),
            models.CheckConstraint(
                condition=Q(claimed__isnull=True, claimed_at__isnull=True)
                | Q(claimed__isnull=False, claimed_at__isnull=False),
                name="programme_task_claimed_at",
            ),
            models.CheckConstraint(
                condition=~Q(evidence=EvidenceState.ACCEPTED, recurrence=Recurrence.ONCE) | Q(done_on__isnull=False),
                name="programme_task_proved_is_done",
            ),
        )
        indexes = (
            models.Index(fields=["unit_path", "due_on"], name="programme_task_by_unit"),
            models.Index(due_key(), "id", name="programme_task_by_due"),
            models.Index(fields=["code", "id"], name="programme_task_by_code"),
            models.Index(fields=["lead_code", "due_on"], name="programme_task_by_lead"),
            GinIndex(fields=["folded"], opclasses=["gin_trgm_ops"], name="programme_task_by_letters"),
        )

    def __str__(self) -> str:
        return f"{self.register_path} {self.code}"


class TaskCoLead(models.Model):
    """An agency that does a task together with its lead."""

    PERSONAL_DATA = personal_data(none="id task agency_code agency_name unit_path")

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="+")
    agency_code = models.CharField(max_length=20)
    agency_name = models.CharField(max_length=200)
    unit_path = UnitPathField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["task", "agency_code"], name="programme_co_lead_key"),)
        indexes = (models.Index(fields=["unit_path", "task"], name="programme_co_lead_by_unit"),)

    def __str__(self) -> str:
        return f"{self.task_id}: {self.agency_code}"


class TaskEvidence(models.Model):
    """A document that shall prove a task; only the newest one of a task can still move."""

    PERSONAL_DATA = personal_data(
        none="id uuid task reference name digest state attached_at checked_at settled_at reason",
        personal={"attached_by": WHO_DID_IT, "checked_by": WHO_DID_IT, "settled_by": WHO_DID_IT},
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=300)
    name = models.CharField(max_length=300)
    digest = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=9, choices=EvidenceState)
    attached_at = models.DateTimeField()
    attached_by = models.UUIDField(null=True)
    checked_at = models.DateTimeField(null=True)
    checked_by = models.UUIDField(null=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.UUIDField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=[each for each in EvidenceState.values if each != EvidenceState.NONE]),
                name="programme_evidence_state",
            ),
            models.CheckConstraint(
                condition=~Q(state=EvidenceState.RETURNED) | ~Q(reason=""), name="programme_returned_has_reason"
            ),
        )
        indexes = (models.Index(fields=["task", "-id"], name="programme_evidence_of_task"),)

    def __str__(self) -> str:
        return f"{self.task_id}: {self.state}"


class TaskEvent(models.Model):
    """One entry of a task's history; a trigger of the database refuses to change or remove it."""

    PERSONAL_DATA = personal_data(
        none="id uuid task kind happened_at agency post_title reason act due_before due_after claim changes",
        personal={"account": WHO_DID_IT},
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=18, choices=TaskEventKind)
    happened_at = models.DateTimeField()
    account = models.UUIDField(null=True)
    agency = models.CharField(max_length=40, blank=True)
    post_title = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    act = models.CharField(max_length=120, blank=True)
    due_before = models.DateField(null=True)
    due_after = models.DateField(null=True)
    claim = models.CharField(max_length=12, choices=Claim, null=True)  # noqa: DJ001 - NULL: not about a claim
    changes = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=TaskEventKind.values), name="programme_task_event_kind"),
            models.CheckConstraint(
                condition=~Q(kind=TaskEventKind.DUE_REVISED)
                | (Q(due_after__isnull=False) & ~Q(reason="") & ~Q(act="")),
                name="programme_revision_has_act",
            ),
            models.UniqueConstraint(
                fields=["task", "due_before"],
                condition=Q(kind=TaskEventKind.LATE_ANNOUNCED),
                name="programme_late_told_once",
            ),
        )
        indexes = (models.Index(fields=["task", "id"], name="programme_task_history"),)

    def __str__(self) -> str:
        return f"{self.task_id}: {self.kind}"
