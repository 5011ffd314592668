"""Which shapes of the map make up a province on a day.

The map shows the 63 provinces before 2025-07-01 and the two archipelagos: Hoàng Sa belongs to Đà Nẵng,
Trường Sa to Khánh Hòa. A later province is the sum of the shapes of those it was formed from.
"""

from datetime import date

from project06.places.data import COUNTRY_CODE, ProvinceRegion, UnitData
from project06.places.enums import Level
from project06.places.rules.gazetteer import Gazetteer

SHAPES_DRAWN_ON = date(2024, 7, 10)

SHAPES = {
    "01": ("hanoi",),
    "02": ("hagiang",),
    "04": ("caobang",),
    "06": ("backan",),
    "08": ("tuyenquang",),
    "10": ("laocai",),
    "11": ("dienbien",),
    "12": ("laichau",),
    "14": ("sonla",),
    "15": ("yenbai",),
    "17": ("hoabinh",),
    "19": ("thainguyen",),
    "20": ("langson",),
    "22": ("quangninh",),
    "24": ("bacgiang",),
    "25": ("phutho",),
    "26": ("vinhphuc",),
    "27": ("bacninh",),
    "30": ("haiduong",),
    "31": ("haiphong",),
    "33": ("hungyen",),
    "34": ("thaibinh",),
    "35": ("hanam",),
    "36": ("namdinh",),
    "37": ("ninhbinh",),
    "38": ("thanhhoa",),
    "40": ("nghean",),
    "42": ("hatinh",),
    "44": ("quangbinh",),
    "45": ("quangtri",),
    "46": ("tthue",),
    "48": ("danang", "hoangsa"),
    "49": ("quangnam",),
    "51": ("quangngai",),
    "52": ("binhdinh",),
    "54": ("phuyen",),
    "56": ("khanhhoa", "truongsa"),
    "58": ("ninhthuan",),
    "60": ("binhthuan",),
    "62": ("kontum",),
    "64": ("gialai",),
    "66": ("daklak",),
    "67": ("daknong",),
    "68": ("lamdong",),
    "70": ("binhphuoc",),
    "72": ("tayninh",),
    "74": ("binhduong",),
    "75": ("dongnai",),
    "77": ("baria",),
    "79": ("hcm",),
    "80": ("longan",),
    "82": ("tiengiang",),
    "83": ("bentre",),
    "84": ("travinh",),
    "86": ("vinhlong",),
    "87": ("dongthap",),
    "89": ("angiang",),
    "91": ("kiengiang",),
    "92": ("cantho",),
    "93": ("haugiang",),
    "94": ("soctrang",),
    "95": ("baclieu",),
    "96": ("camau",),
}
"""The shapes of `@svg-maps/vietnam` by the province codes of that day."""


def list_regions(gazetteer: Gazetteer, on: date) -> tuple[ProvinceRegion, ...]:
    """The provinces of the day with their shapes; a province without shapes before the map's time is left out."""
    return tuple(
        region for province in gazetteer.children(COUNTRY_CODE, on) if (region := _region(gazetteer, province)).shapes
    )


def _region(gazetteer: Gazetteer, province: UnitData) -> ProvinceRegion:
    drawn = [unit for unit in gazetteer.counterparts(province, SHAPES_DRAWN_ON) if unit.level is Level.PROVINCE]
    shapes = tuple(shape for unit in drawn for shape in SHAPES[unit.code])
    return ProvinceRegion(province, shapes, tuple(drawn))
