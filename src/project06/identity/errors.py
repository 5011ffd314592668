"""Expected refusals of this package."""

from django.utils.translation import gettext_lazy as _

from project06.kernel.errors import Conflict, Invalid, NotAllowed, NotFound


class UnknownAccount(NotFound):
    """No account has this identifier, or it is not an officer's."""

    code = "identity.unknown-account"
    sentence = _("This account does not exist.")


class UnknownPersona(NotFound):
    """The demo world has no such person, or this is not the demo world."""

    code = "identity.unknown-persona"
    sentence = _("This person does not exist.")


class EmailTaken(Conflict):
    """Another account already uses the address."""

    code = "identity.email-taken"
    sentence = _("Another account already uses this e-mail address.")


class UnusableEnrolment(NotFound):
    """The link is unknown, was used, was replaced or has run out; which of them is not said."""

    code = "identity.unusable-enrolment"
    sentence = _("This link cannot be used. It may have been used already or have expired.")
    remedy = _("Ask the person who invited you for a new link.")


class AccountAlreadyDisabled(Conflict):
    """The account is disabled already."""

    code = "identity.already-disabled"
    sentence = _("This account is already disabled.")


class AccountAlreadyActive(Conflict):
    """The account is active already."""

    code = "identity.already-active"
    sentence = _("This account is already active.")


class OwnAccount(NotAllowed):
    """Nobody disables or enables their own account."""

    code = "identity.own-account"
    sentence = _("You cannot disable or enable your own account.")
    remedy = _("Ask another administrator to do it.")


class WeakPassword(Invalid):
    """The password does not meet the rules; the field errors say which."""

    code = "identity.weak-password"
    sentence = _("This password does not meet the rules.")


class UnknownLanguage(Invalid):
    """The platform does not speak this language."""

    code = "identity.unknown-language"
    sentence = _("The platform does not speak this language.")


class AdministratorExists(Conflict):
    """There is an administrator already; further ones are invited by that person."""

    code = "identity.administrator-exists"
    sentence = _("There is an administrator already. Let that person invite the next one.")
