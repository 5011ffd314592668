"""The closed vocabularies of administrative units. Words for people stand in web/presenters.py."""

from enum import IntEnum, StrEnum

from django.utils.translation import gettext_lazy as _

from project06.kernel.permissions import declare_permission


class Level(IntEnum):
    """How deep a unit stands below the country.

    Law on Organisation of Local Government 77/2015/QH13 art. 2 (three levels);
    72/2025/QH15 art. 1 (two levels: the district is abolished from 2025-07-01).
    """

    COUNTRY = 0
    PROVINCE = 1
    DISTRICT = 2
    COMMUNE = 3


class Kind(StrEnum):
    """What the law calls a unit; the kind decides its level."""

    COUNTRY = "country"
    PROVINCE = "province"
    MUNICIPALITY = "municipality"
    URBAN_DISTRICT = "urban-district"
    RURAL_DISTRICT = "rural-district"
    TOWN = "town"
    PROVINCIAL_CITY = "provincial-city"
    COMMUNE = "commune"
    WARD = "ward"
    TOWNSHIP = "township"
    SPECIAL_ZONE = "special-zone"

    @property
    def level(self) -> Level:
        """The level at which units of this kind stand."""
        return _LEVELS[self]

    @property
    def vietnamese(self) -> str:
        """The word that stands before the name in the unit's official Vietnamese name."""
        return _VIETNAMESE[self]


_LEVELS = {
    Kind.COUNTRY: Level.COUNTRY,
    Kind.PROVINCE: Level.PROVINCE,
    Kind.MUNICIPALITY: Level.PROVINCE,
    Kind.URBAN_DISTRICT: Level.DISTRICT,
    Kind.RURAL_DISTRICT: Level.DISTRICT,
    Kind.TOWN: Level.DISTRICT,
    Kind.PROVINCIAL_CITY: Level.DISTRICT,
    Kind.COMMUNE: Level.COMMUNE,
    Kind.WARD: Level.COMMUNE,
    Kind.TOWNSHIP: Level.COMMUNE,
    Kind.SPECIAL_ZONE: Level.COMMUNE,
}

_VIETNAMESE = {
    Kind.COUNTRY: "",
    Kind.PROVINCE: "Tỉnh",
    Kind.MUNICIPALITY: "Thành phố",
    Kind.URBAN_DISTRICT: "Quận",
    Kind.RURAL_DISTRICT: "Huyện",
    Kind.TOWN: "Thị xã",
    Kind.PROVINCIAL_CITY: "Thành phố",
    Kind.COMMUNE: "Xã",
    Kind.WARD: "Phường",
    Kind.TOWNSHIP: "Thị trấn",
    Kind.SPECIAL_ZONE: "Đặc khu",
}


class Extent(StrEnum):
    """How much of a unit passed to one successor."""

    WHOLE = "whole"
    PART = "part"


class Certainty(StrEnum):
    """How well the day is known from which an act takes effect."""

    STATED = "stated"
    """The act itself, or the handbook that read it, names the day."""

    REPORTED = "reported"
    """Government announcements and public registers agree on the day; the act was not read."""

    ASSUMED = "assumed"
    """The day is a convention of this gazetteer, explained with the act."""


class LackReason(StrEnum):
    """Why a restated sum is not whole."""

    SPLIT = "split"
    """A unit was divided: a person must say which share belongs here."""

    NOT_REPORTED = "not-reported"
    """A unit whose territory belongs here delivered no figure."""


LOAD_UNITS = declare_permission("places.load-units", _("Load the administrative units of Viet Nam."))
