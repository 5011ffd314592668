"""A book of unit versions, written in the order of time."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from project06.places.data import ActKey, LegalActData, SuccessionData, UnitData
from project06.places.enums import Extent, Kind


@dataclass(slots=True)
class Ledger:
    """Units that stand, units that ended, and the arrows between them; acts give the days."""

    acts: dict[ActKey, LegalActData]
    standing: dict[str, UnitData] = field(default_factory=dict)
    ended: list[UnitData] = field(default_factory=list)
    arrows: list[SuccessionData] = field(default_factory=list)

    def begin(self, *, path: str, kind: Kind, name: str, act: ActKey) -> None:
        """Open a unit on the day its act takes effect; its code must be free."""
        code = path.rpartition("/")[2]
        if code in self.standing:
            message = f"Unit {code} still stands; end it before the code is given again"
            raise ValueError(message)
        starts_on = self.acts[act].effective_on
        self.standing[code] = UnitData(code, kind, name, path, starts_on, None, act)

    def end(self, code: str, act: ActKey) -> None:
        """Close a unit on the day the act takes effect."""
        self.ended.append(replace(self.standing.pop(code), valid_to=self.acts[act].effective_on))

    def pass_on(self, predecessor: str, successors: tuple[str, ...], act: ActKey) -> None:
        """Draw the arrows of a unit that ended: whole to one successor, in parts to several."""
        extent = Extent.WHOLE if len(successors) == 1 else Extent.PART
        on = self.acts[act].effective_on
        self.arrows.extend(SuccessionData(predecessor, code, on, extent, act) for code in successors)

    def reshape(self, code: str, *, kind: Kind, name: str, act: ActKey) -> None:
        """Give the same territory and code another kind or name from the act's day on."""
        path = self.standing[code].path
        self.end(code, act)
        self.begin(path=path, kind=kind, name=name, act=act)
        self.pass_on(code, (code,), act)

    def versions(self) -> Iterator[UnitData]:
        """Every version, ended or standing."""
        yield from self.ended
        yield from self.standing.values()
