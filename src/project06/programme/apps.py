"""Registration of the package with Django."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """The package's name and label."""

    name = "project06.programme"
    label = "programme"
