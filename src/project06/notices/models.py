"""The outbox of notices."""

from django.db import models
from django.db.models import Q

from project06.kernel.pii import Scrub, keep, personal_data
from project06.notices.enums import Channel, NoticeState

_UNTIL_WIPED = keep("90 days after it was sent or given up", scrub=Scrub.BLANK)


class Notice(models.Model):
    """One message to one person over one channel."""

    PERSONAL_DATA = personal_data(
        none="id uuid channel template language state tries last_error reference created_at sent_at wiped_at",
        personal={
            "account": keep("as long as the row, 5 years", scrub=Scrub.PSEUDONYM),
            "address": _UNTIL_WIPED,
            "subject": _UNTIL_WIPED,
            "text": _UNTIL_WIPED,
        },
    )

    id = models.BigAutoField(primary_key=True)
    uuid = models.UUIDField(unique=True)
    account = models.UUIDField(null=True)
    channel = models.CharField(max_length=5, choices=Channel)
    address = models.CharField(max_length=254, blank=True)
    language = models.CharField(max_length=5)
    template = models.CharField(max_length=80)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    state = models.CharField(max_length=7, choices=NoticeState, default=NoticeState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=200, blank=True)
    reference = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    wiped_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=["account", "-id"], condition=Q(account__isnull=False), name="notices_by_account"),
            models.Index(fields=["created_at"], condition=Q(wiped_at__isnull=True), name="notices_to_wipe"),
            models.Index(fields=["id"], condition=Q(state="dead"), name="notices_dead"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="notices_channel_known"),
            models.CheckConstraint(condition=Q(state__in=NoticeState.values), name="notices_state_known"),
            models.CheckConstraint(
                condition=Q(state=NoticeState.SENT) ^ Q(sent_at__isnull=True), name="notices_time_with_state"
            ),
            models.CheckConstraint(
                condition=Q(wiped_at__isnull=True) | Q(address="", subject="", text=""), name="notices_wiped_is_empty"
            ),
        )

    def __str__(self) -> str:
        return f"{self.template} {self.state} {self.uuid}"
