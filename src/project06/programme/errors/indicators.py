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


class IncompleteNames(Invalid):
    """A name lacks a language: `language`."""

    code = "programme.incomplete-names"
    sentence = _("The name is missing in the language %(language)s.")
    remedy = _("Give every name in all six languages: reports take it from there.")


class IndicatorUnchanged(Conflict):
    """The newest version is defined exactly like this: `indicator`."""

    code = "programme.indicator-unchanged"
    sentence = _("The indicator %(indicator)s is already defined exactly like this.")


class UnusableQuery(Invalid):
    """The definition of a computed indicator cannot be computed: `indicator`."""

    code = "programme.unusable-query"
    sentence = _("The definition of %(indicator)s cannot be computed.")
    remedy = _("Write one SELECT over facts or tallies that gives unit_code, numerator and denominator.")


class UnusableFacts(Invalid):
    """The frozen facts are missing or have other columns than expected."""

    code = "programme.unusable-facts"
    sentence = _("The frozen facts cannot be read.")
    remedy = _("Freeze the facts again; every file needs the same columns.")


class MisfitPeriod(Invalid):
    """Not a period: `period`."""

    code = "programme.misfit-period"
    sentence = _("%(period)s is not a period.")
    remedy = _("Write a month as 2024-06, a quarter as 2024-Q2, a half-year as 2024-H1 and a year as 2024.")


class PeriodNotBegun(Invalid):
    """The period lies in the future: `period`."""

    code = "programme.period-not-begun"
    sentence = _("The period %(period)s has not begun yet.")


class UnitNotInPeriod(Invalid):
    """The unit did not exist in the period: `code`, `period`."""

    code = "programme.unit-not-in-period"
    sentence = _("On the day you mean, %(code)s is a unit that did not exist in the period %(period)s.")
    remedy = _("Give the unit that bore the code in that period: codes change their meaning over time.")


class ValueMissing(Invalid):
    """Neither a value nor counts that give one."""

    code = "programme.value-missing"
    sentence = _("The figure has no value.")
    remedy = _("Give the value, or numerator and denominator; a denominator of zero gives no value.")


class ValueOutOfRange(Invalid):
    """Not possible for this indicator: `value`, `lowest`, `highest`."""

    code = "programme.value-out-of-range"
    sentence = _("The value %(value)s is not possible: it must lie between %(lowest)s and %(highest)s.")


class UnwritableNumber(Invalid):
    """Not a finite number, or with more digits than are kept."""

    code = "programme.unwritable-number"
    sentence = _("A number is not finite, has more than six decimals or is too large.")


class RatioDiffers(Invalid):
    """The value is not what its two counts give: `value`, `computed`."""

    code = "programme.ratio-differs"
    sentence = _("The value is %(value)s, but numerator and denominator give %(computed)s.")


class DeltaWithoutKind(Invalid):
    """A change that does not say what it is counted in."""

    code = "programme.delta-without-kind"
    sentence = _("Say whether the change is in percentage points, in per cent or a count.")


class ComputedIndicator(Conflict):
    """The indicator is computed from records, nobody types it: `indicator`."""

    code = "programme.computed-indicator"
    sentence = _("The indicator %(indicator)s is computed from records and cannot be reported by hand.")


class DuplicateRow(Invalid):
    """Two rows speak of the same figure: `row` is the earlier one."""

    code = "programme.duplicate-row"
    sentence = _("Row %(row)s already speaks of the same indicator, unit and period.")


class FaultyFigures(Invalid):
    """Rows of a delivery are wrong, so nothing of it was stored: `count`."""

    code = "programme.faulty-figures"
    sentence = _("%(count)s rows are wrong, so nothing was stored.")
    remedy = _("Correct the rows that are named and send the whole file again.")


class TooManyRows(Invalid):
    """The delivery is longer than one may be: `limit`."""

    code = "programme.too-many-rows"
    sentence = _("One delivery may have at most %(limit)s rows.")
    remedy = _("Send the figures in several files.")


class PeriodLocked(Conflict):
    """The period is approved for the unit or one above it: `period`."""

    code = "programme.period-locked"
    sentence = _("The period %(period)s is approved and locked.")
    remedy = _("An approved figure can only be corrected with a reason; both readings are kept.")


class PeriodAlreadyApproved(Conflict):
    """The period was approved before: `period`."""

    code = "programme.period-already-approved"
    sentence = _("The period %(period)s is already approved for this unit.")


class NotChecked(Conflict):
    """Some reported figures have not been checked: `count`."""

    code = "programme.not-checked"
    sentence = _("%(count)s reported figures have not been checked yet.")
    remedy = _("Check them first: whoever reports does not approve unseen.")


class OwnFigure(Conflict):
    """Whoever reported a figure does not check it (two pairs of eyes)."""

    code = "programme.own-figure"
    sentence = _("You reported one of these figures yourself, so somebody else must check it.")


class NotReported(Conflict):
    """There is no figure yet."""

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
