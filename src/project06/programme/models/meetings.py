"""Meetings with their endpoints, agenda, minutes and decisions.

Once the conclusions are issued, a trigger of the database refuses every change to a meeting and what belongs to it.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from project06.kernel.fields import UnitPathField
from project06.kernel.ids import new_uuid
from project06.kernel.pii import Scrub, keep, personal_data
from project06.programme.enums.steering import AgendaKind, MeetingState, Recurrence
from project06.programme.models.directives import Directive, TaskGroup

_AS_ARCHIVES = keep("permanently: minutes of a state body (Law on Archives 33/2024/QH15)", scrub=Scrub.NEVER)


class Meeting(models.Model):
    """A meeting of the working group of a unit; `period` is the month it reviews."""

    PERSONAL_DATA = personal_data(
        none="id uuid title period held_on unit_path convener_code convener_name state conclusions is_synthetic"
        " created_at",
        # Minutes name who spoke.
        personal={"minutes": _AS_ARCHIVES},
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    title = models.CharField(max_length=300)
    period = models.CharField(max_length=7)
    held_on = models.DateField()
    unit_path = UnitPathField()
    convener_code = models.CharField(max_length=20)
    convener_name = models.CharField(max_length=200)
    state = models.CharField(max_length=7, choices=MeetingState)
    minutes = models.TextField(blank=True)
    conclusions = models.OneToOneField(Directive, on_delete=models.PROTECT, related_name="+", null=True)
    is_synthetic = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["unit_path", "held_on"], name="programme_meeting_key"),
            models.CheckConstraint(condition=Q(state__in=MeetingState.values), name="programme_meeting_state"),
            models.CheckConstraint(
                condition=Q(period__regex=r"^[0-9]{4}-(0[1-9]|1[0-2])$"), name="programme_meeting_month"
            ),
            models.CheckConstraint(
                condition=Q(state=MeetingState.PLANNED) | ~Q(minutes=""), name="programme_meeting_minutes"
            ),
            models.CheckConstraint(
                condition=Q(state=MeetingState.ISSUED, conclusions__isnull=False)
                | (~Q(state=MeetingState.ISSUED) & Q(conclusions__isnull=True)),
                name="programme_meeting_issued",
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit_path} {self.held_on}"


class Endpoint(models.Model):
    """An agency that takes part online ("điểm cầu"); NULL while nobody noted whether it came."""

    PERSONAL_DATA = personal_data(none="id meeting agency_code agency_name unit_path attended")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    agency_code = models.CharField(max_length=20)
    agency_name = models.CharField(max_length=200)
    unit_path = UnitPathField()
    attended = models.BooleanField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["meeting", "agency_code"], name="programme_endpoint_key"),)
        indexes = (models.Index(fields=["unit_path", "meeting"], name="programme_endpoint_by_unit"),)

    def __str__(self) -> str:
        return f"{self.meeting_id}: {self.agency_code}"


class AgendaItem(models.Model):
    """A point of an agenda with its numbers as they were when the agenda was made."""

    PERSONAL_DATA = personal_data(none="id meeting position kind title subject code facts")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=AgendaKind)
    title = models.CharField(max_length=500)
    subject = models.UUIDField(null=True)
    code = models.CharField(max_length=60, blank=True)
    facts = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["meeting", "position"], name="programme_agenda_key"),
            models.CheckConstraint(condition=Q(kind__in=AgendaKind.values), name="programme_agenda_kind"),
        )

    def __str__(self) -> str:
        return f"{self.meeting_id}: {self.position}"


class Decision(models.Model):
    """A numbered decision; the task it became points here."""

    PERSONAL_DATA = personal_data(none="id uuid meeting number text lead_code co_leads group recurrence due_on")

    uuid = models.UUIDField(unique=True, default=new_uuid)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    lead_code = models.CharField(max_length=20, blank=True)
    co_leads = ArrayField(models.CharField(max_length=20), default=list)
    group = models.ForeignKey(TaskGroup, on_delete=models.PROTECT, related_name="+", null=True)
    recurrence = models.CharField(max_length=8, choices=Recurrence, default=Recurrence.ONCE)
    due_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["meeting", "number"], name="programme_decision_key"),
            models.CheckConstraint(condition=Q(number__gte=1), name="programme_decision_number"),
            models.CheckConstraint(condition=~Q(text=""), name="programme_decision_text"),
            models.CheckConstraint(condition=Q(recurrence__in=Recurrence.values), name="programme_decision_recurrence"),
        )

    def __str__(self) -> str:
        return f"{self.meeting_id}: {self.number}"
