"""Registration of the package with Django."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """The package's name and label."""

    name = "project06.notices"
    label = "notices"
