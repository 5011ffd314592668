"""What evidence refuses."""

from django.utils.translation import gettext_lazy as _

from project06.kernel.errors import Invalid, NotFound


class UnknownCursor(NotFound):
    """The place to continue a list from is not a record."""

    code = "evidence.unknown-cursor"
    sentence = _("The list cannot be continued from here.")
    remedy = _("Start again from the first page.")


class WrongFilter(Invalid):
    """A filter of the list cannot be understood."""

    code = "evidence.wrong-filter"
    sentence = _("The list cannot be filtered like this.")
