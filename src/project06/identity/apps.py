"""Registration of the package with Django."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """The package's name and label."""

    name = "project06.identity"
    label = "identity"

    def ready(self) -> None:
        """Listen to allauth."""
        from project06.identity import receivers  # noqa: PLC0415 - needs the models

        receivers.connect()
