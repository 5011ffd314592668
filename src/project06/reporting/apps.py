"""Registration of the package with Django."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """The package's name and label."""

    name = "project06.reporting"
    label = "reporting"
