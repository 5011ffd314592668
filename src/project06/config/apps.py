"""Registration of the package with Django."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The package's name and label."""

    name = "project06.config"
    label = "config"
