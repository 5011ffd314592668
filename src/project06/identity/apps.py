"""Registration of the package with Django."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """The package's name and label."""

    name = "project06.identity"
    label = "identity"
