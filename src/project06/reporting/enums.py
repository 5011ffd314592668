"""The closed vocabularies of reporting, and who may do what."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from project06.kernel.permissions import declare_permission

REPORT = declare_permission("reporting.report", _("Write and send the reports that the own agency owes."))
SEE = declare_permission("reporting.see", _("See which agencies have reported and which have not."))
CHECK = declare_permission("reporting.check", _("Check reports of subordinate agencies, or return them."))
ORGANISE = declare_permission(
    "reporting.organise", _("Open reporting campaigns, accept reports, extend a deadline once, excuse an agency.")
)


class CampaignKind(TextChoices):
    """What a campaign collects."""

    PROGRESS = "progress", _("Progress of tasks")
    NETWORK_SECURITY = "network-security", _("Network-security criteria")
    STATISTICS = "statistics", _("Statistics")
    OTHER = "other", _("Other")


class Recurrence(TextChoices):
    """How often a report is due; the reporting regime knows all five (Decree 09/2019/NĐ-CP)."""

    MONTH = "month", _("Every month")
    QUARTER = "quarter", _("Every quarter")
    HALF = "half", _("Every half-year")
    YEAR = "year", _("Every year")
    ONCE = "once", _("Once")


class DueUnit(TextChoices):
    """What the days between the end of the data window and the due date are."""

    WORKING_DAYS = "working-days", _("Working days")
    CALENDAR_DAYS = "calendar-days", _("Calendar days")


class AudienceLevel(TextChoices):
    """At which level of the country the agencies stand that must report."""

    ANY = "any", _("Every level")
    CENTRAL = "central", _("Central agencies")
    PROVINCE = "province", _("Agencies of provinces")
    COMMUNE = "commune", _("Agencies of communes")


class ReportState(TextChoices):
    """How one version of a report stands."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Sent, to be checked")
    CHECKED = "checked", _("Checked, to be accepted")
    ACCEPTED = "accepted", _("Accepted")
    RETURNED = "returned", _("Returned for correction")


class ObligationState(TextChoices):
    """How a duty to report stands; OWED is the missing report, which is a row from the first day."""

    OWED = "owed", _("Not reported")
    SUBMITTED = "submitted", _("Sent, to be checked")
    CHECKED = "checked", _("Checked, to be accepted")
    ACCEPTED = "accepted", _("Accepted")
    RETURNED = "returned", _("Returned for correction")
    EXCUSED = "excused", _("Excused")


class StepKind(TextChoices):
    """What happened to a duty to report."""

    DRAFTED = "drafted", _("Draft saved")
    SUBMITTED = "submitted", _("Report sent")
    CHECKED = "checked", _("Report checked")
    ACCEPTED = "accepted", _("Report accepted")
    RETURNED = "returned", _("Report returned")
    EXTENDED = "extended", _("Deadline extended")
    EXCUSED = "excused", _("Agency excused")
    REMINDED = "reminded", _("Reminder sent")
    MISSED = "missed", _("Deadline missed")
    ESCALATED = "escalated", _("Superior agency told")


class ReminderKind(TextChoices):
    """Which reminder it was; each is given once for a duty."""

    BEFORE_DUE = "before-due", _("Before the deadline")
    ON_DUE = "on-due", _("On the day of the deadline")
    AFTER_DUE = "after-due", _("After the deadline")
    ESCALATION = "escalation", _("To the superior agency")


class QuestionKind(TextChoices):
    """What an answer is."""

    NUMBER = "number", _("Number")
    SHARE = "share", _("Share in percent")
    CHOICE = "choice", _("Choice")
    TEXT = "text", _("Text")
    FILE = "file", _("Document reference")


class AnswerFault(TextChoices):
    """What can be wrong with an answer or with a row of a sheet."""

    MISSING = "missing", _("This question needs an answer.")
    NOT_A_NUMBER = "not-a-number", _("Write a number with digits only.")
    THOUSANDS_MARK = "thousands-mark", _("Write the number without thousands separators: 14528, not 14.528.")
    TOO_MANY_DECIMALS = "too-many-decimals", _("The number has too many digits after the mark.")
    TOO_SMALL = "too-small", _("The number is smaller than allowed.")
    TOO_LARGE = "too-large", _("The number is larger than allowed.")
    NOT_A_SHARE = "not-a-share", _("A share lies between 0 and 100 percent.")
    UNKNOWN_CHOICE = "unknown-choice", _("Choose one of the given answers.")
    TOO_LONG = "too-long", _("The text is too long.")
    UNKNOWN_QUESTION = "unknown-question", _("The form has no question with this code.")
    TWICE = "twice", _("This question is answered twice.")
    FORMULA = "formula", _("The cell holds a formula; send the value itself.")


class SheetFormat(TextChoices):
    """As what a table leaves the house."""

    CSV = "csv", "CSV"
    XLSX = "xlsx", "XLSX"


class ReportAct(TextChoices):
    """What somebody may do with a duty to report at this moment."""

    WRITE = "write", _("Write the report")
    CHECK = "check", _("Check the report")
    RETURN = "return", _("Return the report")
    ACCEPT = "accept", _("Accept the report")
    EXTEND = "extend", _("Extend the deadline")
    EXCUSE = "excuse", _("Excuse the agency")
