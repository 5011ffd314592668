"""What is wrong with answers, as a refusal that names every place."""

from project06.kernel.errors import FieldError
from project06.reporting.errors import WrongAnswers
from project06.reporting.rules.answers import Faults


def wrong_answers(faults: Faults) -> WrongAnswers:
    """Return the refusal for faults given as (place, fault); a place is a question's code or a row of a sheet."""
    return WrongAnswers(errors=[FieldError(place, fault.value, fault.label) for place, fault in faults])
