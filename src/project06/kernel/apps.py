"""Registration of the package with Django."""

from django.apps import AppConfig


class KernelConfig(AppConfig):
    """The package's name and label."""

    name = "project06.kernel"
    label = "kernel"

    def ready(self) -> None:
        """Start the log and load what registers itself."""
        from project06.kernel import access, logs, problems  # noqa: F401, PLC0415 - need the settings

        logs.configure()
