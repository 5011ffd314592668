"""Why steering refuses something about indicators."""

from django.utils.translation import gettext_lazy as _

from project06.kernel.errors import Conflict, Invalid, NotFound


class UnknownIndicator(NotFound):
    """No indicator bears the code: `indicator`."""

    code = "programme.unknown-indicator"
    sentence = _("There is no indicator with the code %(indicator)s.")


class UnknownObservation(NotFound):
    """There is no such figure, or the person asking must not learn of it."""

    code = "programme.unknown-observation"
    sentence = _("We could not find this figure.")


class UnknownFact(NotFound):
    """No stated fact bears the key: `fact`."""

    code = "programme.unknown-fact"
    sentence = _("There is no stated fact with the key %(fact)s.")


class UnknownMeasure(Invalid):
    """No unit of measure bears the code: `measure`."""

    code = "programme.unknown-measure"
    sentence = _("There is no unit of measure with the code %(measure)s.")


class UnknownSource(Invalid):
    """No source document bears the key: `source`."""

    code = "programme.unknown-source"
    sentence = _("There is no source document with the key %(source)s.")
    remedy = _("Every figure cites a document: enter the document first.")


class IndicatorExists(Conflict):
    """The same definition already is the newest version: `indicator`."""

    code = "programme.indicator-exists"
    sentence = _("The indicator %(indicator)s is already defined exactly like this.")


class UnusableQuery(Invalid):
    """The definition cannot be computed: `reason`."""

    code = "programme.unusable-query"
    sentence = _("The definition cannot be computed: %(reason)s.")
    remedy = _("Write one SELECT over facts or tallies that gives unit_code, numerator and denominator.")


class MisfitPeriod(Invalid):
    """Not a period, or not one of this indicator: `period`."""

    code = "programme.misfit-period"
    sentence = _("%(period)s is not a period for this figure.")
    remedy = _("Write a month as 2024-06, a quarter as 2024-Q2, a half-year as 2024-H1 and a year as 2024.")


class MisfitFigure(Invalid):
    """The figure cannot be true under the definition: `problem` says why."""

    code = "programme.misfit-figure"
    sentence = _("This figure cannot be accepted: %(problem)s")


class FaultyFigures(Invalid):
    """Rows of a delivery are wrong, so nothing of it was stored: `count`."""

    code = "programme.faulty-figures"
    sentence = _("%(count)s rows are wrong, so nothing was stored.")
    remedy = _("Correct the rows that are named and send the whole file again.")


class PeriodLocked(Conflict):
    """The period is approved for the unit or one above it: `period`."""

    code = "programme.period-locked"
    sentence = _("The period %(period)s is approved and locked.")
    remedy = _("An approved figure can only be corrected with a reason; both readings are kept.")


class AlreadyApproved(Conflict):
    """The period was approved before: `period`."""

    code = "programme.already-approved"
    sentence = _("The period %(period)s is already approved for this unit.")


class NotReported(Conflict):
    """There is no figure yet, so there is nothing to check."""

    code = "programme.not-reported"
    sentence = _("This figure has not been reported yet.")


class NothingToCorrect(Conflict):
    """Both readings are the same."""

    code = "programme.nothing-to-correct"
    sentence = _("The corrected reading is the one that is stored already.")


class FaultyReference(Invalid):
    """The delivered files contradict themselves: `fault` is the first contradiction, `count` how many."""

    code = "programme.faulty-reference"
    sentence = _("The delivered figures contradict themselves in %(count)s places: %(fault)s.")
