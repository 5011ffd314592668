"""Who must report what by when. A missing report is a row; what was sent is never edited.

`Obligation` and `Tally` carry the present state for lists and landing pages, `Submission` and `ObligationStep` what
happened. A trigger refuses to change what was sent (migration 0002).
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from project06.kernel.fields import UnitPathField
from project06.kernel.ids import new_uuid
from project06.kernel.pii import Scrub, keep, personal_data
from project06.reporting.enums import (
    AudienceLevel,
    CampaignKind,
    DueUnit,
    ObligationState,
    Recurrence,
    ReminderKind,
    ReportState,
    StepKind,
)

_WITH_THE_REPORT = keep("10 years, as long as the report itself", scrub=Scrub.PSEUDONYM)
_UNFINISHED = (ObligationState.OWED, ObligationState.RETURNED)


def _known(name: str, field: str, values: list[str]) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(**{f"{field}__in": values}), name=name)


class Campaign(models.Model):
    """What an organiser collects from whom, on which legal ground, how often, and when it is due."""

    PERSONAL_DATA = personal_data(
        none="id uuid code kind titles organiser organiser_name organiser_path act_number act_date recurrence"
        " closes_on due_amount due_unit audience_below audience_kinds audience_level audience_codes"
        " starts_on ends_on remind_days escalate_days created_at"
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    code = models.SlugField(max_length=50, unique=True)
    kind = models.CharField(max_length=20, choices=CampaignKind)
    titles = models.JSONField()
    organiser = models.CharField(max_length=20)
    organiser_name = models.CharField(max_length=200)
    organiser_path = UnitPathField()
    act_number = models.CharField(max_length=60)
    act_date = models.DateField()
    recurrence = models.CharField(max_length=8, choices=Recurrence)
    closes_on = models.PositiveSmallIntegerField(null=True)
    due_amount = models.PositiveSmallIntegerField()
    due_unit = models.CharField(max_length=14, choices=DueUnit)
    audience_below = UnitPathField()
    audience_kinds = ArrayField(models.CharField(max_length=20), default=list)
    audience_level = models.CharField(max_length=8, choices=AudienceLevel)
    audience_codes = ArrayField(models.CharField(max_length=20), default=list)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    remind_days = models.PositiveSmallIntegerField(default=3)
    escalate_days = models.PositiveSmallIntegerField(default=5)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            _known("reporting_kind_known", "kind", CampaignKind.values),
            _known("reporting_recurrence_known", "recurrence", Recurrence.values),
            _known("reporting_due_unit_known", "due_unit", DueUnit.values),
            _known("reporting_level_known", "audience_level", AudienceLevel.values),
            models.CheckConstraint(condition=Q(due_amount__gte=1), name="reporting_due_after_window"),
            models.CheckConstraint(
                condition=Q(closes_on__isnull=True) | Q(closes_on__range=(2, 28)), name="reporting_closing_day"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")), name="reporting_campaign_life"
            ),
            models.CheckConstraint(
                condition=~Q(recurrence=Recurrence.ONCE) | Q(ends_on__isnull=False, closes_on__isnull=True),
                name="reporting_once_has_an_end",
            ),
        )

    def __str__(self) -> str:
        return self.code


class CampaignForm(models.Model):
    """One version of the questions; duties keep the version they were created with."""

    PERSONAL_DATA = personal_data(none="id campaign version questions created_at")

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    questions = models.JSONField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["campaign", "version"], name="reporting_form_key"),)

    def __str__(self) -> str:
        return f"{self.campaign_id} v{self.version}"


class Obligation(models.Model):
    """One agency's duty for one period, with the agency as it was on the day on which the duty arose."""

    PERSONAL_DATA = personal_data(
        none="id uuid campaign form period_code window_start window_end agency agency_code agency_name"
        " agency_name_en superior unit_path state due_at original_due_at extended_at extension_reason excused_at"
        " excuse_reason excuse_ground received_at first_received_at missed_at created_at"
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="+")
    form = models.ForeignKey(CampaignForm, on_delete=models.PROTECT, related_name="+")
    period_code = models.CharField(max_length=80)
    window_start = models.DateField()
    window_end = models.DateField()
    agency = models.UUIDField()
    agency_code = models.CharField(max_length=20)
    agency_name = models.CharField(max_length=200)
    agency_name_en = models.CharField(max_length=200, blank=True)
    superior = models.CharField(max_length=20, null=True)  # noqa: DJ001 - NULL: the Government answers to nobody
    unit_path = UnitPathField()
    state = models.CharField(max_length=9, choices=ObligationState, default=ObligationState.OWED)
    due_at = models.DateTimeField()
    original_due_at = models.DateTimeField()
    extended_at = models.DateTimeField(null=True)
    extension_reason = models.CharField(max_length=500, blank=True)
    excused_at = models.DateTimeField(null=True)
    excuse_reason = models.CharField(max_length=500, blank=True)
    excuse_ground = models.CharField(max_length=200, blank=True)
    received_at = models.DateTimeField(null=True)
    first_received_at = models.DateTimeField(null=True)
    missed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["campaign", "period_code", "agency"], name="reporting_duty_key"),
            _known("reporting_duty_state_known", "state", ObligationState.values),
            models.CheckConstraint(condition=Q(window_end__gt=F("window_start")), name="reporting_duty_window"),
            models.CheckConstraint(
                condition=~Q(state=ObligationState.OWED) | Q(received_at__isnull=True, first_received_at__isnull=True),
                name="reporting_owed_is_missing",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[ObligationState.OWED, ObligationState.EXCUSED])
                | Q(received_at__isnull=False, first_received_at__isnull=False),
                name="reporting_sent_was_received",
            ),
            models.CheckConstraint(
                condition=Q(extended_at__isnull=True, extension_reason="", due_at=F("original_due_at"))
                | (Q(extended_at__isnull=False, due_at__gt=F("original_due_at")) & ~Q(extension_reason="")),
                name="reporting_extension_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(state=ObligationState.EXCUSED) ^ Q(excused_at__isnull=True),
                name="reporting_excuse_with_state",
            ),
            models.CheckConstraint(
                condition=Q(excused_at__isnull=True) | (~Q(excuse_reason="") & ~Q(excuse_ground="")),
                name="reporting_excuse_has_ground",
            ),
        )
        indexes = (
            models.Index(fields=["campaign", "period_code", "unit_path"], name="reporting_by_unit"),
            models.Index(fields=["agency_code", "state", "due_at", "id"], name="reporting_by_agency"),
            models.Index(fields=["due_at", "id"], condition=Q(state__in=_UNFINISHED), name="reporting_unfinished"),
            models.Index(
                fields=["campaign", "due_at", "id"],
                condition=Q(state__in=_UNFINISHED),
                name="reporting_unfinished_of",
            ),
            models.Index(
                fields=["received_at", "id"], condition=Q(state__in=["submitted", "checked"]), name="reporting_inbox"
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency_code} {self.period_code}"


class Submission(models.Model):
    """One version of a report; after it was sent only its state moves."""

    PERSONAL_DATA = personal_data(
        none="id uuid obligation version state document note received_at return_reason request_key digest created_at",
        personal={"answers": _WITH_THE_REPORT, "sent_by": _WITH_THE_REPORT},
    )

    uuid = models.UUIDField(unique=True, default=new_uuid)
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=ReportState, default=ReportState.DRAFT)
    answers = models.JSONField(default=dict)
    document = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=1000, blank=True)
    sent_by = models.UUIDField(null=True)
    received_at = models.DateTimeField(null=True)
    return_reason = models.CharField(max_length=1000, blank=True)
    request_key = models.CharField(max_length=80, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["obligation", "version"], name="reporting_version_key"),
            models.UniqueConstraint(
                fields=["obligation", "request_key"], condition=~Q(request_key=""), name="reporting_request_once"
            ),
            models.UniqueConstraint(
                fields=["obligation"], condition=~Q(state=ReportState.RETURNED), name="reporting_one_version_stands"
            ),
            _known("reporting_report_state_known", "state", ReportState.values),
            models.CheckConstraint(
                condition=Q(state=ReportState.DRAFT) ^ Q(received_at__isnull=False), name="reporting_sent_has_time"
            ),
            models.CheckConstraint(
                condition=Q(state=ReportState.RETURNED) ^ Q(return_reason=""), name="reporting_returned_has_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.obligation_id} v{self.version} {self.state}"


class ObligationStep(models.Model):
    """One thing that happened to a duty: append-only; posts and agencies, never names of persons."""

    PERSONAL_DATA = personal_data(
        none="id obligation kind at version post_title agency_code system_name reason",
        personal={"account": _WITH_THE_REPORT},
    )

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=9, choices=StepKind)
    at = models.DateTimeField()
    version = models.PositiveSmallIntegerField(null=True)
    account = models.UUIDField(null=True)
    post_title = models.CharField(max_length=200, blank=True)
    agency_code = models.CharField(max_length=20, blank=True)
    system_name = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = (_known("reporting_step_known", "kind", StepKind.values),)
        indexes = (models.Index(fields=["obligation", "id"], name="reporting_history"),)

    def __str__(self) -> str:
        return f"{self.obligation_id} {self.kind}"


class Reminder(models.Model):
    """A reminder that was given: the constraint is what makes reminding safe to repeat.

    `told_at` is the moment at which the notices for it were written.
    """

    PERSONAL_DATA = personal_data(none="id obligation kind reminded_at told_at")

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=ReminderKind)
    reminded_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["obligation", "kind"], name="reporting_reminded_once"),
            _known("reporting_reminder_known", "kind", ReminderKind.values),
        )

    def __str__(self) -> str:
        return f"{self.obligation_id} {self.kind}"


class Tally(models.Model):
    """How many agencies of a unit have reported for a period: what landing pages read."""

    PERSONAL_DATA = personal_data(
        none="id campaign period_code window_end scope due_at expected excused missing returned received accepted"
        " on_time late counted_at"
    )

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="+")
    period_code = models.CharField(max_length=80)
    window_end = models.DateField()
    scope = UnitPathField()
    due_at = models.DateTimeField()
    expected = models.PositiveIntegerField(default=0)
    excused = models.PositiveIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)
    returned = models.PositiveIntegerField(default=0)
    received = models.PositiveIntegerField(default=0)
    accepted = models.PositiveIntegerField(default=0)
    on_time = models.PositiveIntegerField(default=0)
    late = models.PositiveIntegerField(default=0)
    counted_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["campaign", "period_code", "scope"], name="reporting_tally_key"),
            models.CheckConstraint(
                condition=Q(expected=F("excused") + F("missing") + F("returned") + F("received")),
                name="reporting_missing_is_counted",
            ),
            models.CheckConstraint(
                condition=Q(received=F("on_time") + F("late"), accepted__lte=F("received")),
                name="reporting_received_is_judged",
            ),
        )
        indexes = (models.Index(fields=["campaign", "-window_end", "scope"], name="reporting_latest_tally"),)

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.period_code} {self.scope}"
