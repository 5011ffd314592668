"""What notices refuse."""

from django.utils.translation import gettext_lazy as _

from project06.kernel.errors import Invalid, NotFound


class WrongAddress(Invalid):
    """The address cannot be an address of its channel."""

    code = "notices.wrong-address"
    sentence = _("The address for notices is not valid.")
    remedy = _("Check the e-mail address or telephone number.")


class UnknownNotice(NotFound):
    """There is no such notice."""

    code = "notices.unknown-notice"
    sentence = _("We could not find this notice.")
