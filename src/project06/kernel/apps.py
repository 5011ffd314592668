"""Registration of the package with Django."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class KernelConfig(AppConfig):
    """The package's name and label."""

    name = "project06.kernel"
    label = "kernel"

    def ready(self) -> None:
        """Start the log; let every package register its jobs and receivers, for publishing needs to know them."""
        from project06.kernel import access, logs  # noqa: F401, PLC0415 - registers a check; needs the settings

        logs.configure()
        autodiscover_modules("tasks", "receivers")
