"""Small invented countries for property tests: merged, split and renumbered on one day."""

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from project06.places.data import ActKey, SuccessionData, UnitData
from project06.places.enums import Extent, Kind
from project06.places.rules.gazetteer import Gazetteer

BEGINNING = date(2020, 1, 1)
BEFORE = date(2024, 7, 10)
REFORM = date(2025, 7, 1)
AFTER = date(2026, 1, 1)
ACT = ActKey("1/2025/QH15", date(2025, 6, 12))


@dataclass(frozen=True)
class World:
    """An invented country and the units of its lowest level."""

    gazetteer: Gazetteer
    units: tuple[UnitData, ...]
    arrows: tuple[SuccessionData, ...]

    def communes(self, on: date) -> list[UnitData]:
        return [unit for unit in self.units if unit.kind is Kind.COMMUNE and unit.is_valid_on(on)]


@st.composite
def worlds(draw: st.DrawFn, *, may_split: bool = True) -> World:
    """Old provinces merge into new ones under reused codes; communes merge or are divided."""
    old_provinces = [f"{number:02}" for number in range(1, draw(st.integers(1, 4)) + 1)]
    heir_of = {code: draw(st.sampled_from(old_provinces)) for code in old_provinces}
    units = [UnitData("VN", Kind.COUNTRY, "Việt Nam", "VN", BEGINNING, None, ACT)]
    units += [_old(f"VN/{code}", Kind.PROVINCE) for code in old_provinces]
    units += [_new(f"VN/{code}", Kind.PROVINCE) for code in sorted(set(heir_of.values()))]
    arrows = [_arrow(old, heir, Extent.WHOLE) for old, heir in heir_of.items()]
    new_communes = {
        heir: [f"{int(heir):02}{number:03}" for number in range(draw(st.integers(1, 4)))]
        for heir in sorted(set(heir_of.values()))
    }
    for old in old_provinces:
        heirs = new_communes[heir_of[old]]
        for number in range(draw(st.integers(1, 5))):
            code = f"{int(old):02}{number + 500 * (number % 2):03}"
            units.append(_old(f"VN/{old}/{code}", Kind.COMMUNE))
            most = len(heirs) if may_split else 1
            shares = draw(st.lists(st.sampled_from(heirs), min_size=1, max_size=most, unique=True))
            extent = Extent.WHOLE if len(shares) == 1 else Extent.PART
            arrows += [_arrow(code, share, extent) for share in shares]
    formed = {arrow.successor_code for arrow in arrows}
    units += [
        _new(f"VN/{heir}/{code}", Kind.COMMUNE)
        for heir, codes in new_communes.items()
        for code in codes
        if code in formed
    ]
    return World(Gazetteer(units, arrows), tuple(units), tuple(arrows))


def _old(path: str, kind: Kind) -> UnitData:
    return UnitData(path.rpartition("/")[2], kind, f"cũ {path}", path, BEGINNING, REFORM, ACT)


def _new(path: str, kind: Kind) -> UnitData:
    return UnitData(path.rpartition("/")[2], kind, f"mới {path}", path, REFORM, None, ACT)


def _arrow(old: str, new: str, extent: Extent) -> SuccessionData:
    return SuccessionData(old, new, REFORM, extent, ACT)
