"""What evidence refuses."""

from django.utils.translation import gettext_lazy as _

from project06.kernel.errors import NotFound


class UnknownCursor(NotFound):
    """The place to continue a list from is not a record."""

    code = "evidence.unknown-cursor"
    sentence = _("The list cannot be continued from here.")
    remedy = _("Start again from the first page.")
