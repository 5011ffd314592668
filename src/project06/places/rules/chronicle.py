"""Turns the lists of three days into dated unit versions and the arrows between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from project06.places.data import COUNTRY_CODE, ActKey, LegalActData, Reference
from project06.places.enums import Kind, Level
from project06.places.rules.ledger import Ledger

PROVINCES_OF_2008 = ActKey("15/2008/QH12", date(2008, 5, 29))
CATALOGUE_OF_2025 = ActKey("124/2004/QĐ-TTg", date(2004, 7, 8))
HUE_BECOMES_A_CITY = ActKey("175/2024/QH15", date(2024, 11, 30))
PROVINCES_OF_2025 = ActKey("202/2025/QH15", date(2025, 6, 12))
COMMUNES_OF_2025_ISSUED_ON = date(2025, 6, 16)

HUE_CODE = "46"
HUE_BEFORE_2025 = "Tỉnh Thừa Thiên Huế"

_LEVEL_OF_CODE_LENGTH = {2: Level.PROVINCE, 3: Level.DISTRICT, 5: Level.COMMUNE}


@dataclass(frozen=True, slots=True)
class ListedUnit:
    """A unit as a list shows it on one day; `act` is the last one its note names."""

    code: str
    parent_code: str
    official_name: str
    act: ActKey | None = None


@dataclass(frozen=True, slots=True)
class PublishedLists:
    """The lists of three days, and the new codes of every lowest old unit."""

    old_units: tuple[ListedUnit, ...]
    units_of_july_2025: tuple[ListedUnit, ...]
    units_of_october_2026: tuple[ListedUnit, ...]
    old_provinces_of: Mapping[str, tuple[str, ...]]
    successors_of: Mapping[str, tuple[str, ...]]


def build_reference(lists: PublishedLists, acts: tuple[LegalActData, ...]) -> Reference:
    """Write the history from 2008 to today; KeyError when a list names an act that acts.csv lacks."""
    ledger = Ledger({act.key: act for act in acts})
    _open_the_country(ledger)
    _list_the_state_of_2024(ledger, lists)
    _make_hue_a_city(ledger, lists)
    _rearrange_2025(ledger, lists)
    _change_kinds_of_2026(ledger, lists)
    return Reference(acts, tuple(ledger.versions()), tuple(ledger.arrows))


def _open_the_country(ledger: Ledger) -> None:
    ledger.begin(path=COUNTRY_CODE, kind=Kind.COUNTRY, name="Việt Nam", act=PROVINCES_OF_2008)


def _list_the_state_of_2024(ledger: Ledger, lists: PublishedLists) -> None:
    """63 provinces, their districts and communes; the list comes from above to below."""
    for listed in lists.old_units:
        is_province = listed.parent_code == COUNTRY_CODE
        act = PROVINCES_OF_2008 if is_province else CATALOGUE_OF_2025
        name = HUE_BEFORE_2025 if listed.code == HUE_CODE else listed.official_name
        _begin(ledger, listed, name, act)


def _make_hue_a_city(ledger: Ledger, lists: PublishedLists) -> None:
    """Thừa Thiên Huế became the city Huế on 2025-01-01 with its territory unchanged."""
    [listed] = [unit for unit in lists.old_units if unit.code == HUE_CODE]
    kind, name = _kind_and_name(listed.code, listed.official_name)
    ledger.reshape(HUE_CODE, kind=kind, name=name, act=HUE_BECOMES_A_CITY)


def _rearrange_2025(ledger: Ledger, lists: PublishedLists) -> None:
    """Districts end, every commune begins anew, 52 provinces become 23; 11 are left alone."""
    left_alone = {new for new, olds in lists.old_provinces_of.items() if olds == (new,)}
    standing = left_alone | {COUNTRY_CODE}
    for code in [code for code in ledger.standing if code not in standing]:
        ledger.end(code, PROVINCES_OF_2025)
    act_of = _acts_of_2025(lists)
    spelling = {unit.code: unit.official_name for unit in lists.units_of_october_2026}
    for listed in lists.units_of_july_2025:
        if listed.code not in left_alone:
            _begin(ledger, listed, listed.official_name, act_of[listed.code], spelling[listed.code])
    for new, olds in lists.old_provinces_of.items():
        for old in olds if new not in left_alone else ():
            ledger.pass_on(old, (new,), PROVINCES_OF_2025)
    for old, news in lists.successors_of.items():
        ledger.pass_on(old, news, act_of[news[0]])


def _acts_of_2025(lists: PublishedLists) -> dict[str, ActKey]:
    """Provinces rest on one resolution, communes on that of their province.

    A commune that changed again names only its later act, so its neighbours answer for it.
    """
    act_of_communes = {
        unit.parent_code: unit.act
        for unit in lists.units_of_october_2026
        if unit.act and unit.act.issued_on == COMMUNES_OF_2025_ISSUED_ON
    }
    return {unit.code: act_of_communes.get(unit.parent_code, PROVINCES_OF_2025) for unit in lists.units_of_july_2025}


def _change_kinds_of_2026(ledger: Ledger, lists: PublishedLists) -> None:
    """Three provinces became cities and 22 communes wards: same code, new version."""
    for listed in lists.units_of_october_2026:
        kind, name = _kind_and_name(listed.code, listed.official_name)
        if ledger.standing[listed.code].kind is kind:
            continue
        if listed.act is None:
            message = f"No act says why {listed.official_name} ({listed.code}) changed its kind"
            raise ValueError(message)
        ledger.reshape(listed.code, kind=kind, name=name, act=listed.act)


def _begin(ledger: Ledger, listed: ListedUnit, official_name: str, act: ActKey, spelling: str | None = None) -> None:
    """Open a listed unit below its parent; a later list may spell the same name better."""
    kind, name = _kind_and_name(listed.code, official_name)
    if spelling is not None:
        _, name = _kind_and_name(listed.code, spelling)
    path = f"{ledger.standing[listed.parent_code].path}/{listed.code}"
    ledger.begin(path=path, kind=kind, name=name, act=act)


def _kind_and_name(code: str, official_name: str) -> tuple[Kind, str]:
    """Part "Thành phố Huế" into what it is and how it is called; ValueError for an unknown word."""
    level = _LEVEL_OF_CODE_LENGTH[len(code)]
    for kind in Kind:
        prefix = f"{kind.vietnamese} "
        if kind.level is level and official_name.casefold().startswith(prefix.casefold()):
            return kind, official_name[len(prefix) :].replace("’", "'")
    message = f"No kind of unit begins {official_name!r}"
    raise ValueError(message)
