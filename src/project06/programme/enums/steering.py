"""The closed vocabularies of steering: tasks, bottlenecks, pilot models, meetings."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from project06.kernel.permissions import declare_permission

MANAGE_TASKS = declare_permission(
    "programme.manage-tasks", _("Give out tasks, revise due dates, import lists, check evidence.")
)
REPORT_TASKS = declare_permission(
    "programme.report-tasks", _("Report the progress of tasks of one's own agency and attach evidence.")
)
MANAGE_REGISTERS = declare_permission(
    "programme.manage-registers", _("Keep the registers of bottlenecks and pilot models.")
)
HOLD_MEETINGS = declare_permission("programme.hold-meetings", _("Plan meetings, keep minutes, write down decisions."))
ISSUE_CONCLUSIONS = declare_permission(
    "programme.issue-conclusions", _("Issue the conclusions of a meeting; they cannot be changed afterwards.")
)
LOAD_STEERING = declare_permission("programme.load-steering", _("Load plans, task groups and directives."))


class DirectiveKind(TextChoices):
    """What sort of act gives an order. Number and date name it, numbers alone repeat."""

    DECISION = "decision", _("Decision")
    DIRECTIVE = "directive", _("Directive")
    DISPATCH = "dispatch", _("Official dispatch")
    CONCLUSION = "conclusion", _("Notice of conclusions")
    RESOLUTION = "resolution", _("Resolution")
    DOCUMENT = "document", _("Document")


class Recurrence(TextChoices):
    """Whether a task ends once, or comes back every period ("nhiệm vụ thường xuyên")."""

    ONCE = "once", _("Once")
    MONTH = "month", _("Every month")
    QUARTER = "quarter", _("Every quarter")
    HALF = "half", _("Every half-year")
    YEAR = "year", _("Every year")


class Claim(TextChoices):
    """What the lead agency says; nothing else follows from it."""

    NOT_STARTED = "not-started", _("Not started")
    IN_PROGRESS = "in-progress", _("In progress")
    DONE = "done", _("Done")


class EvidenceState(TextChoices):
    """How far the document that proves a task has come."""

    NONE = "none", _("No document")
    ATTACHED = "attached", _("Document attached")
    CHECKED = "checked", _("Document checked")
    ACCEPTED = "accepted", _("Evidence accepted")
    RETURNED = "returned", _("Returned with a reason")


class Schedule(TextChoices):
    """How a task stands against the clock; computed for a day, never stored."""

    ON_TIME = "on-time", _("On time")
    DUE_SOON = "due-soon", _("Due soon")
    LATE = "late", _("Late")
    DONE_ON_TIME = "done-on-time", _("Done on time")
    DONE_LATE = "done-late", _("Done late")
    REGULAR = "regular", _("Regular")
    CANCELLED = "cancelled", _("Cancelled")


class TaskEventKind(TextChoices):
    """What happened to a task; the history is appended, never edited."""

    CREATED = "created", _("Task given out")
    EDITED = "edited", _("Task edited")
    CLAIMED = "claimed", _("Progress reported")
    EVIDENCE_ATTACHED = "evidence-attached", _("Document attached")
    EVIDENCE_CHECKED = "evidence-checked", _("Document checked")
    EVIDENCE_ACCEPTED = "evidence-accepted", _("Evidence accepted")
    EVIDENCE_RETURNED = "evidence-returned", _("Evidence returned")
    DUE_REVISED = "due-revised", _("Due date revised")
    HANDED_OVER = "handed-over", _("Handed over to another agency")
    CANCELLED = "cancelled", _("Task cancelled")
    LATE_ANNOUNCED = "late-announced", _("Delay announced")


class TaskOrder(TextChoices):
    """How a table of tasks is sorted."""

    DUE = "due", _("By due date")
    CODE = "code", _("By code")


class BottleneckClass(TextChoices):
    """The five lines of Document 452/TTg-KSTT (2023-05-23), and security, which the source reports set apart."""

    LEGAL = "legal", _("Legal")
    INFRASTRUCTURE = "infrastructure", _("Infrastructure")
    PUBLIC_SERVICES = "public-services", _("Public services")
    DATA = "data", _("Data")
    SECURITY = "security", _("Security")
    RESOURCES = "resources", _("Resources")


class BottleneckState(TextChoices):
    """How far the removal of a bottleneck has come."""

    OPEN = "open", _("Open")
    ACTION_AGREED = "action-agreed", _("Action agreed")
    RELIEVED = "relieved", _("Relieved")
    VERIFIED = "verified", _("Verified")
    RETURNED = "returned", _("Returned")


class PilotState(TextChoices):
    """How far a pilot model has come."""

    REGISTERED = "registered", _("Registered")
    PREPARING = "preparing", _("Preparing")
    DEPLOYED = "deployed", _("Deployed")
    EFFECTIVE = "effective", _("Effective")
    NO_RESULT = "no-result", _("No result")
    REPLICATED = "replicated", _("Replicated")
    STOPPED = "stopped", _("Stopped")


class MeetingState(TextChoices):
    """Planned, held with minutes, or issued: from then on frozen."""

    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    ISSUED = "issued", _("Conclusions issued")


class AgendaKind(TextChoices):
    """Why something stands on the agenda: an exception, or a point somebody added."""

    LATE_TASK = "late-task", _("Late task")
    STUCK_BOTTLENECK = "stuck-bottleneck", _("Stuck bottleneck")
    NOT_REPORTED = "not-reported", _("Not reported")
    OFF_TARGET = "off-target", _("Off target")
    POINT = "point", _("Point")


class RowFaultCode(TextChoices):
    """What can be wrong with one row of an imported list."""

    MISSING = "missing", _("This cell must not be empty.")
    TOO_LONG = "too-long", _("The text in this cell is too long.")
    FORMULA = "formula", _("The cell holds a formula: formulas are refused.")
    DUPLICATE = "duplicate", _("The same code stands in an earlier row.")
    BAD_CODE = "bad-code", _("The code may hold only letters, digits and . / _ -")
    BAD_DATE = "bad-date", _("This is not a date.")
    UNKNOWN_PLAN = "unknown-plan", _("There is no plan with this code.")
    UNKNOWN_GROUP = "unknown-group", _("There is no task group with this code.")
    UNKNOWN_AGENCY = "unknown-agency", _("There is no agency with this code.")
    AGENCY_OTHER_DAY = (
        "agency-other-day",
        _("The agency with this code did not exist on the day the task was given out."),
    )
    UNKNOWN_RECURRENCE = "unknown-recurrence", _("The recurrence is not one of the known words.")
    UNKNOWN_CLAIM = "unknown-claim", _("The progress is not one of the known words.")
    DUE_MISSING = "due-missing", _("A task that is done once needs a due date.")
    DUE_BEFORE_ASSIGNED = "due-before-assigned", _("The due date lies before the day the task was given out.")
    DUE_CHANGED = "due-changed", _("The due date differs from the stored one.")
    DONE_WITHOUT_DATE = (
        "done-without-date",
        _("A task that is done needs the day it was done, and only such a task has one."),
    )
    DATE_IN_FUTURE = "date-in-future", _("This day lies in the future.")
    ALREADY_PROVED = "already-proved", _("The stored task has been proved as done; its progress no longer changes.")
    ALREADY_CANCELLED = "already-cancelled", _("The stored task has been cancelled.")
    NOT_ALLOWED = "not-allowed", _("You may not give out tasks here.")
    UNKNOWN_DIRECTIVE = "unknown-directive", _("There is no act with this number and date.")
    LEAD_CHANGED = "lead-changed", _("The lead agency differs from the stored one.")
    LEAD_REPEATED = "lead-repeated", _("The lead agency is repeated among the co-leads.")
    TOO_MANY_CELLS = "too-many-cells", _("The row has more cells than there are headings.")


class FileFaultCode(TextChoices):
    """Why a whole file cannot be read as a table."""

    EMPTY = "empty", _("The file is empty.")
    TOO_LARGE = "too-large", _("The file is too large.")
    TOO_MANY_ROWS = "too-many-rows", _("The file has too many rows.")
    NOT_A_TABLE = "not-a-table", _("The file is neither an Excel workbook (.xlsx) nor a CSV text.")
    NOT_TEXT = "not-text", _("The characters of the file cannot be read.")
    BROKEN = "broken", _("The workbook is broken and cannot be opened.")
    HEADINGS = "headings", _("The first row does not hold the expected headings.")
    PROTECTED = "protected", _("The workbook is protected by a password.")
