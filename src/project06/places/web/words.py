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
    Kind.COUNTRY: _("Country"),
    Kind.PROVINCE: _("Province"),
    Kind.MUNICIPALITY: _("Centrally-run city"),
    Kind.URBAN_DISTRICT: _("Urban district"),
    Kind.RURAL_DISTRICT: _("Rural district"),
    Kind.TOWN: _("Town"),
    Kind.PROVINCIAL_CITY: _("City in a province"),
    Kind.COMMUNE: _("Commune"),
    Kind.WARD: _("Ward"),
    Kind.TOWNSHIP: _("Township"),
    Kind.SPECIAL_ZONE: _("Special zone"),
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
