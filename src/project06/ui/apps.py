"""Registration of the package with Django."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The package's name and label."""

    name = "project06.ui"
    label = "ui"
