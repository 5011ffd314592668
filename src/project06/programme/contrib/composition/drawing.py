"""The map of a report as one SVG drawing with plain colours, which every form can show."""

from html import escape

from project06.programme.contrib.composition.document import Tone
from project06.programme.data.report import MapCut, RegionCut
from project06.programme.enums.report import MapKind
from project06.programme.rules.report_order import shade_steps
from project06.ui.components.maps import ARCHIPELAGO_LABELS, draw_map
from project06.ui.data import MapRegion, ProvinceMap

COLOURS = {Tone.STRONG: "#8b1e1e", Tone.MEDIUM: "#d08a45", Tone.LIGHT: "#f0d7a4", Tone.EMPTY: "#ded8d2"}
INK = "#302a25"
_ISLANDS = "#a89c8f"
"""Outlines that belong to no region are the archipelagos: small, and therefore darker than an empty province."""
_TONES = (Tone.LIGHT, Tone.MEDIUM, Tone.STRONG)


def tone_of(cut: MapCut, region: RegionCut) -> Tone:
    """Return the colour of a province."""
    if region.is_chosen:
        return Tone.STRONG
    if cut.kind is MapKind.PLACE:
        return Tone.EMPTY
    if cut.kind is MapKind.ALL:
        return Tone.LIGHT
    if region.value is None:
        return Tone.EMPTY
    limits = shade_steps([each.value for each in cut.regions if each.value is not None], len(_TONES))
    return next(tone for tone, limit in zip(_TONES, limits, strict=True) if region.value <= limit)


def draw(cut: MapCut, language: str) -> str:
    """Return the drawing; Hoàng Sa and Trường Sa are on it and named in Vietnamese."""
    tones = {each.unit.name: tone_of(cut, each) for each in cut.regions}
    drawn = draw_map(
        ProvinceMap(
            caption="",
            region_heading="",
            value_heading="",
            regions=tuple(MapRegion(each.shapes, each.unit.name) for each in cut.regions),
            legend=(),
        )
    )
    shapes = [
        f'<path d="{each.path}" fill="{COLOURS[tones[str(each.region.label)]]}"/>'
        for each in drawn.regions
        if each.path
    ]
    names = "".join(
        f'<text x="{x}" y="{y}" font-size="17" text-anchor="middle" font-style="italic" fill="{INK}"'
        f' font-family="Be Vietnam Pro">{escape(name)}</text>'
        for name, x, y in ARCHIPELAGO_LABELS
    )
    land = f'<path d="{drawn.land}" fill="{_ISLANDS}"/>' if drawn.land else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{drawn.view_box}" lang="{language}">'
        f'<g stroke="#ffffff" stroke-width="1.2" stroke-linejoin="round" paint-order="stroke">'
        f"{land}{''.join(shapes)}</g>{names}</svg>"
    )
