"""The words of the law in the reader's language; official names of units stay Vietnamese everywhere."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from project06.places.enums import Certainty, Extent, Kind, Level

LEVEL_WORDS = {
    Level.COUNTRY: _("Country"),
    Level.PROVINCE: _("Provinces and centrally-run cities"),
    Level.DISTRICT: _("Districts (until 30 June 2025)"),
    Level.COMMUNE: _("Communes, wards and special zones"),
}

KIND_WORDS = {
    Kind.COUNTRY: pgettext_lazy("kind of unit", "Country"),
    Kind.PROVINCE: pgettext_lazy("kind of unit", "Province"),
    Kind.MUNICIPALITY: pgettext_lazy("kind of unit", "Centrally-run city"),
    Kind.URBAN_DISTRICT: pgettext_lazy("kind of unit", "Urban district"),
    Kind.RURAL_DISTRICT: pgettext_lazy("kind of unit", "Rural district"),
    Kind.TOWN: pgettext_lazy("kind of unit", "Town"),
    Kind.PROVINCIAL_CITY: pgettext_lazy("kind of unit", "City in a province"),
    Kind.COMMUNE: pgettext_lazy("kind of unit", "Commune"),
    Kind.WARD: pgettext_lazy("kind of unit", "Ward"),
    Kind.TOWNSHIP: pgettext_lazy("kind of unit", "Township"),
    Kind.SPECIAL_ZONE: pgettext_lazy("kind of unit", "Special zone"),
}

EXTENT_WORDS = {
    Extent.WHOLE: pgettext_lazy("how much of a unit passed on", "Whole"),
    Extent.PART: pgettext_lazy("how much of a unit passed on", "Part"),
}

CERTAINTY_WORDS = {
    Certainty.STATED: _("The day is named by the act."),
    Certainty.REPORTED: _("The day is taken from government announcements and public registers."),
    Certainty.ASSUMED: _("The day is a convention of this register, not of the act."),
}
