"""What the package tells the others, in the transaction in which it happened."""

from dataclasses import dataclass
from datetime import datetime

from project06.kernel.events import event


@event("places.units-loaded", version=1)
@dataclass(frozen=True, slots=True)
class UnitsLoaded:
    """The administrative units were brought to a new reference; `release` numbers the loads."""

    release: int
    added: int
    changed: int
    removed: int
    loaded_at: datetime
