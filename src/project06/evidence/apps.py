"""Registration of the package with Django."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """The package's name and label."""

    name = "project06.evidence"
    label = "evidence"

    def ready(self) -> None:
        """Ask to be told of refusals at the door."""
        from project06.evidence.operations.record_refusal_at_door import (  # noqa: PLC0415 - needs the models
            record_refusal_at_door,
        )
        from project06.kernel.errors import refusal_observers  # noqa: PLC0415

        if record_refusal_at_door not in refusal_observers:
            refusal_observers.append(record_refusal_at_door)
