"""Registration of the package with Django."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The package's name and label."""

    name = "project06.portal"
    label = "portal"
