"""Why the package says no."""

from django.utils.translation import gettext_lazy as _

from project06.kernel.errors import Invalid, NotFound


class UnknownUnit(NotFound):
    """Nothing bore the code on the day: `code`, `on`."""

    code = "places.unknown-unit"
    sentence = _("On %(on)s there was no administrative unit with the code %(code)s.")
    remedy = _("Codes change their meaning over time: check the code together with the date.")


class UnknownFigures(Invalid):
    """Figures name codes that nothing bore on their day; the field errors say which."""

    code = "places.unknown-figures"
    sentence = _("Some figures name units that did not exist on %(on)s.")
    remedy = UnknownUnit.remedy


class OverlappingFigures(Invalid):
    """Two figures speak of the same territory and would count twice: `code`."""

    code = "places.overlapping-figures"
    sentence = _("The territory of unit %(code)s is already counted in another figure.")
    remedy = _("Send each unit once, and never a unit together with one it belongs to.")


class MixedFigures(Invalid):
    """Some figures are counts and some are ratios."""

    code = "places.mixed-figures"
    sentence = _("Counts and ratios cannot be restated together.")
    remedy = _("Give a denominator for every figure or for none.")


class FaultyReference(Invalid):
    """The delivered tables contradict themselves: `fault` is the first contradiction, `count` how many."""

    code = "places.faulty-reference"
    sentence = _("The tables of administrative units contradict themselves in %(count)s places: %(fault)s.")
