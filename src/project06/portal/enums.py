"""What one may be allowed to do here."""

from django.utils.translation import gettext_lazy as _

from project06.kernel.permissions import declare_permission

SEE_PROGRAMME = declare_permission("portal.see-programme", _("Open the steering page of one's own units."))
