"""Remember which reference data stands in the tables, so that a start loads only what changed."""

from project06.kernel.clock import now
from project06.kernel.models import LoadedReference


def is_loaded(name: str, digest: str) -> bool:
    """Say whether exactly this delivery was the last one loaded under the name."""
    return LoadedReference.objects.filter(name=name, digest=digest).exists()


def mark_loaded(name: str, digest: str) -> None:
    """Remember the delivery; call it after the load has been committed."""
    LoadedReference.objects.update_or_create(name=name, defaults={"digest": digest, "loaded_at": now()})
