"""The right that every part of steering shares."""

from django.utils.translation import gettext_lazy as _

from project06.kernel.permissions import declare_permission

READ = declare_permission(
    "programme.read", _("Read the steering of the programme: indicators, tasks, bottlenecks, pilots and meetings.")
)
