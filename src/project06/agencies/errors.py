"""Expected refusals of this package."""

from django.utils.translation import gettext_lazy as _

from project06.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class UnknownAgency(NotFound):
    """No organisation bears the code on the day."""

    code = "agencies.unknown-agency"
    sentence = _("There was no agency with the code %(code)s on that day.")
    remedy = _("Check the code and the date: codes are valid for a period, and some were used again later.")


class UnknownPost(NotFound):
    """The post does not exist."""

    code = "agencies.unknown-post"
    sentence = _("This post does not exist.")


class UnknownOfficial(NotFound):
    """No official bears the staff number."""

    code = "agencies.unknown-official"
    sentence = _("No official has this staff number.")
    remedy = _("Check the number, or invite the official first.")


class UnknownRole(NotFound):
    """The role does not exist, or the post does not have it now."""

    code = "agencies.unknown-role"
    sentence = _("This role does not exist or is not held by the post.")


class UnknownAssignment(NotFound):
    """The assignment does not exist."""

    code = "agencies.unknown-assignment"
    sentence = _("This appointment does not exist.")


class PostExists(Conflict):
    """The organisation already has an open post of that title."""

    code = "agencies.post-exists"
    sentence = _("The agency already has a post with this title.")


class PostClosed(Conflict):
    """The post or its organisation no longer exists on the day."""

    code = "agencies.post-closed"
    sentence = _("The post or its agency does not exist on that day.")


class AlreadyAppointed(Conflict):
    """The official already holds the post in the period."""

    code = "agencies.already-appointed"
    sentence = _("The official already holds this post at that time.")


class AssignmentEnded(Conflict):
    """The assignment has already been ended."""

    code = "agencies.assignment-ended"
    sentence = _("This appointment has already ended.")


class RoleAlreadyGranted(Conflict):
    """The post already has the role."""

    code = "agencies.role-already-granted"
    sentence = _("The post already has this role.")


class OfficialExists(Conflict):
    """The account or the staff number already belongs to an official."""

    code = "agencies.official-exists"
    sentence = _("This account or staff number already belongs to an official.")


class OwnRights(NotAllowed):
    """Nobody changes the rights of a post they hold themselves (two pairs of eyes)."""

    code = "agencies.own-rights"
    sentence = _("You cannot change posts or roles that you hold yourself.")
    remedy = _("Ask another administrator to do it.")


class UnusablePeriod(Invalid):
    """The end lies before the beginning."""

    code = "agencies.unusable-period"
    sentence = _("The period ends before it begins.")
