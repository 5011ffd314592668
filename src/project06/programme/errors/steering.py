"""Why tasks, bottlenecks, pilot models and meetings say no."""

from django.utils.translation import gettext_lazy as _

from project06.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class UnknownTask(NotFound):
    """The task does not exist, or the reader must not learn whether it does."""

    code = "programme.unknown-task"
    sentence = _("We could not find this task.")
    remedy = _("Open the list of tasks and choose it there.")


class UnknownDirective(NotFound):
    """No act bears the number and the date: `number`, `issued_on`."""

    code = "programme.unknown-directive"
    sentence = _("There is no act with the number %(number)s of %(issued_on)s.")
    remedy = _("Numbers repeat over the years: check the number together with the date, or register the act first.")


class UnknownPlan(NotFound):
    """No plan has the code."""

    code = "programme.unknown-plan"
    sentence = _("There is no plan with the code %(plan)s.")


class UnknownGroup(NotFound):
    """No task group has the code."""

    code = "programme.unknown-group"
    sentence = _("There is no task group with the code %(group)s.")


class UnknownBottleneck(NotFound):
    """The bottleneck does not exist, or the reader must not learn whether it does."""

    code = "programme.unknown-bottleneck"
    sentence = _("We could not find this bottleneck.")


class UnknownPilot(NotFound):
    """The pilot model does not exist, or the reader must not learn whether it does."""

    code = "programme.unknown-pilot"
    sentence = _("We could not find this pilot model.")


class UnknownMeeting(NotFound):
    """The meeting does not exist, or the reader must not learn whether it does."""

    code = "programme.unknown-meeting"
    sentence = _("We could not find this meeting.")


class UnknownDecision(NotFound):
    """The decision does not exist, or the reader must not learn whether it does."""

    code = "programme.unknown-decision"
    sentence = _("We could not find this decision.")


class DirectiveExists(Conflict):
    """The number and date belong to an act that says something else."""

    code = "programme.directive-exists"
    sentence = _("An act with this number and date is already registered and says something else.")
    remedy = _("Open the registered act; if it is wrong, ask its issuer which reading is right.")


class TaskExists(Conflict):
    """The register already has a task with the code."""

    code = "programme.task-exists"
    sentence = _("There is already a task with the code %(task_code)s.")
    remedy = _("Choose another code, or edit the task that has this one.")


class PilotExists(Conflict):
    """A pilot model with the code exists."""

    code = "programme.pilot-exists"
    sentence = _("There is already a pilot model with the code %(pilot_code)s.")


class MeetingExists(Conflict):
    """The working group already meets on the day."""

    code = "programme.meeting-exists"
    sentence = _("The working group already has a meeting on this day.")


class TaskCancelled(Conflict):
    """The task has been cancelled; nothing about it changes any more."""

    code = "programme.task-cancelled"
    sentence = _("This task has been cancelled.")


class TaskSettled(Conflict):
    """The evidence of the task has been accepted; what was claimed stays."""

    code = "programme.task-settled"
    sentence = _("The evidence of this task has been accepted, so its progress no longer changes.")


class EvidenceOutOfTurn(Conflict):
    """The document of the task is not at the step before this one."""

    code = "programme.evidence-out-of-turn"
    sentence = _("The evidence of this task is not at this step.")
    remedy = _("A document is attached, then checked, then accepted or returned. Reload the page and look where it is.")


class NotClaimedDone(Conflict):
    """Evidence of a task that is done once is accepted only when its lead says it is done."""

    code = "programme.not-claimed-done"
    sentence = _("The lead agency has not reported this task as done, so its evidence cannot be accepted.")
    remedy = _("Return the evidence with this reason, or ask the lead agency to report the day it was done.")


class MoveNotPossible(Conflict):
    """The record is not in a state from which this step leads: `from_state`, `to_state`."""

    code = "programme.move-not-possible"
    sentence = _("From “%(from_state)s” no step leads to “%(to_state)s”.")
    remedy = _("Reload the page and look at the present state.")


class MeetingFrozen(Conflict):
    """The conclusions have been issued: nothing of the meeting changes any more."""

    code = "programme.meeting-frozen"
    sentence = _("The conclusions of this meeting have been issued, so it can no longer be changed.")
    remedy = _("Take a new decision in the next meeting.")


class MeetingNotHeld(Conflict):
    """Conclusions need minutes and at least one decision."""

    code = "programme.meeting-not-held"
    sentence = _("Conclusions can be issued when the minutes are written and there is at least one decision.")


class MeetingNotIssued(Conflict):
    """Decisions become tasks when the conclusions have been issued."""

    code = "programme.meeting-not-issued"
    sentence = _("The conclusions of this meeting have not been issued yet.")
    remedy = _("Issue the conclusions first: tasks refer to their number and date.")


class DecisionHasTask(Conflict):
    """The decision has already become a task."""

    code = "programme.decision-has-task"
    sentence = _("This decision has already become a task.")


class DecisionHasNoLead(Conflict):
    """A decision without a lead agency cannot become a task."""

    code = "programme.decision-has-no-lead"
    sentence = _("This decision names no lead agency, so it cannot become a task.")


class OtherEyesNeeded(NotAllowed):
    """Whoever did the step may not confirm it (two pairs of eyes)."""

    code = "programme.other-eyes-needed"
    sentence = _("Somebody else must confirm what you did yourself.")
    remedy = _("Ask a colleague with the same right.")


class NotYourTask(NotAllowed):
    """Only the lead agency and its co-leads report a task."""

    code = "programme.not-your-task"
    sentence = _("Only the agencies that lead this task report its progress.")
    remedy = _("Ask the lead agency, or have the task handed over.")


class ReasonMissing(Invalid):
    """A step that somebody will ask about needs a reason."""

    code = "programme.reason-missing"
    sentence = _("Say why: this step needs a reason.")


class ActMissing(Invalid):
    """A due date changes by an act."""

    code = "programme.act-missing"
    sentence = _("Name the act that allows this change.")


class TitleMissing(Invalid):
    """The text in Vietnamese is the original and never empty."""

    code = "programme.title-missing"
    sentence = _("Write the title in Vietnamese; other languages are translations of it.")


class UnusableCode(Invalid):
    """A code is short and plain."""

    code = "programme.unusable-code"
    sentence = _("A code has 1 to 40 letters, digits or the signs . / _ -")


class UnusableDueDate(Invalid):
    """The due date is missing, too early, or the same as before."""

    code = "programme.unusable-due-date"
    sentence = _("A task that is done once needs a due date that is not before the day it was given out.")


class SameDueDate(Invalid):
    """A revision that revises nothing."""

    code = "programme.same-due-date"
    sentence = _("The new due date is the same as the old one.")


class UnusableDoneDate(Invalid):
    """The day of completion is missing, in the future, or before the task was given out."""

    code = "programme.unusable-done-date"
    sentence = _("Say on which day it was done: not in the future and not before it was given out.")


class LeadRepeated(Invalid):
    """An agency is named twice among lead and co-leads."""

    code = "programme.lead-repeated"
    sentence = _("An agency is named twice.")


class LeadOutsideRegister(Invalid):
    """A working group gives tasks to agencies of its own unit and below: `agency`."""

    code = "programme.lead-outside-register"
    sentence = _("The agency %(agency)s does not belong to the unit whose working group gives out the task.")
    remedy = _("Ask the working group above to give out the task.")


class ResultIndicatorMissing(Invalid):
    """Whether a pilot model works is said with the code of its result indicator."""

    code = "programme.result-indicator-missing"
    sentence = _("Name the indicator that shows the result of this pilot model.")


class DocumentMissing(Invalid):
    """Evidence is a document with a reference and a name."""

    code = "programme.document-missing"
    sentence = _("Name the document and where it is kept.")


class NothingToChange(Invalid):
    """A bulk update that names no change or no task."""

    code = "programme.nothing-to-change"
    sentence = _("Choose at least one task and one change.")


class UnusableUnitPath(Invalid):
    """A link to a unit is its path."""

    code = "programme.unusable-unit-path"
    sentence = _("A unit is named by its path, such as VN/08.")


class UnusableMonth(Invalid):
    """A meeting reviews one month."""

    code = "programme.unusable-month"
    sentence = _("Write the month as a year and a number, such as 2024-06.")


class TextTooLong(Invalid):
    """Minutes or a decision longer than fits: `limit`."""

    code = "programme.text-too-long"
    sentence = _("The text is longer than %(limit)s characters.")


class TooManyTasks(Invalid):
    """A bulk update or an export of more tasks than fit: `limit`."""

    code = "programme.too-many-tasks"
    sentence = _("At most %(limit)s tasks can be handled at once.")
    remedy = _("Narrow the filter and do it in parts.")


class UnusableList(Invalid):
    """The file is not a list of tasks; the marked field says why."""

    code = "programme.unusable-list"
    sentence = _("The file could not be read as a list of tasks. Nothing was stored.")
    remedy = _("Download the empty list, fill it in and send it again.")


class FaultyRows(Invalid):
    """Rows of the list are wrong; the marked fields say which and why: `count`."""

    code = "programme.faulty-rows"
    sentence = _("Wrong cells in the list: %(count)s. Nothing was stored.")
    remedy = _("Correct the named cells in your file and send it again.")


class NotDemonstration(NotFound):
    """Synthetic records exist only in the demonstration world."""

    code = "programme.not-demonstration"
    sentence = _("Synthetic records are loaded only in the demonstration world.")
