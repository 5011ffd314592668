"""Steps of bottlenecks and pilot models as data."""

from project06.programme.data.registers import MovementData
from project06.programme.models import Movement


def movement_data(row: Movement) -> MovementData:
    """Return one step as data."""
    return MovementData(
        from_state=row.from_state,
        to_state=row.to_state,
        happened_at=row.happened_at,
        account=row.account,
        agency=row.agency,
        post_title=row.post_title,
        note=row.note,
    )
