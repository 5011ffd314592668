"""Closed lists of words in the record."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from project06.kernel.permissions import declare_permission


class Outcome(TextChoices):
    """How an act ended."""

    DONE = "done", _("Done")
    REFUSED = "refused", _("Refused")
    FAILED = "failed", _("Failed")


class ActorRole(TextChoices):
    """Who acted, as the record keeps it."""

    PERSON = "person", _("A citizen")
    OFFICER = "officer", _("An official")
    SYSTEM = "system", _("The platform itself")
    ANONYMOUS = "anonymous", _("Somebody not signed in")


AUDIT = declare_permission(
    "evidence.audit", _("Read the record of looks and acts, to audit how data of persons are used")
)
