"""Expected refusals of this package."""

from django.utils.translation import gettext_lazy as _

from project06.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class UnknownCampaign(NotFound):
    """The campaign does not exist, or the person asking must not learn whether it does."""

    code = "reporting.unknown-campaign"
    sentence = _("This reporting campaign does not exist.")


class UnknownObligation(NotFound):
    """The duty does not exist, or the person asking must not learn whether it does."""

    code = "reporting.unknown-obligation"
    sentence = _("This report does not exist or is not yours to see.")


class UnknownCursor(NotFound):
    """The place to continue a list from is not in the list."""

    code = "reporting.unknown-cursor"
    sentence = _("The list cannot be continued from here.")
    remedy = _("Start again from the first page.")


class CampaignExists(Conflict):
    """The code of a campaign is taken."""

    code = "reporting.campaign-exists"
    sentence = _("There is already a reporting campaign with this code.")


class CampaignNotRunning(Conflict):
    """The campaign has not begun or has ended on the day."""

    code = "reporting.campaign-not-running"
    sentence = _("The reporting campaign does not run on that day.")


class WrongState(Conflict):
    """The report stands where this cannot be done any more, or not yet."""

    code = "reporting.wrong-state"
    sentence = _("The report has already moved on, so this cannot be done with it.")
    remedy = _("Reload the page and look at its history.")


class AlreadyExtended(Conflict):
    """The one extension has been used."""

    code = "reporting.already-extended"
    sentence = _("The deadline has been extended once already; a second time is not possible.")


class TooLateToExtend(Conflict):
    """A deadline that has passed cannot be moved any more."""

    code = "reporting.too-late-to-extend"
    sentence = _("The deadline has passed, so it cannot be extended any more.")


class KeyReused(Conflict):
    """The idempotency key belongs to another report."""

    code = "reporting.key-reused"
    sentence = _("This sending was already used for other answers.")
    remedy = _("Use a new idempotency key for a new sending.")


class OwnReport(NotAllowed):
    """Nobody checks or accepts what they sent themselves (two pairs of eyes)."""

    code = "reporting.own-report"
    sentence = _("You cannot check or accept a report that you sent yourself.")
    remedy = _("Ask a colleague to do it.")


class UnusableForm(Invalid):
    """The definition of the questions cannot be used."""

    code = "reporting.unusable-form"
    sentence = _("The questions of the form cannot be used: %(place)s.")


class UnusableCampaign(Invalid):
    """The campaign contradicts itself."""

    code = "reporting.unusable-campaign"
    sentence = _("The description of the campaign contradicts itself.")


class WrongAnswers(Invalid):
    """Answers are missing or wrong; the errors name the questions."""

    code = "reporting.wrong-answers"
    sentence = _("Some answers are missing or wrong. Nothing was stored.")


class ReasonNeeded(Invalid):
    """The act needs a reason that the other side can read."""

    code = "reporting.reason-needed"
    sentence = _("Please give a reason that the agency can understand.")


class UnreadableSheet(Invalid):
    """The file is not a workbook or table that can be read."""

    code = "reporting.unreadable-sheet"
    sentence = _("The file could not be read as an XLSX workbook or a CSV table.")
    remedy = _("Download the empty sheet, fill it in and send that file.")


class TooLargeSheet(Invalid):
    """The file is larger than a form can be."""

    code = "reporting.too-large-sheet"
    sentence = _("The file is too large for this form.")
    remedy = _("Download the empty sheet, fill it in and send that file.")
