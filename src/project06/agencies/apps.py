"""Registration of the package with Django."""

from django.apps import AppConfig


class AgenciesConfig(AppConfig):
    """The package's name and label."""

    name = "project06.agencies"
    label = "agencies"
