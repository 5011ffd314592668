"""The legal acts behind the units."""

from project06.places.data import ActKey, LegalActData, Reference
from project06.places.queries.current_gazetteer import current_reference


def get_act(key: ActKey) -> LegalActData:
    """The act of a unit or an arrow. Raises StopIteration for a key that no unit bears."""
    return next(act for act in current_reference().acts if act.key == key)


def list_reference() -> Reference:
    """Every act, unit version and arrow that is loaded: for packages that derive their own tables."""
    return current_reference()
