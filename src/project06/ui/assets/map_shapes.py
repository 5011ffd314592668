"""Outlines of the 63 provinces of before July 2025 and the two archipelagos, made light enough for a phone."""

import json
import re
from pathlib import Path
from typing import TypedDict

type Point = tuple[float, float]
type GridPoint = tuple[int, int]

# Hoàng Sa and Trường Sa belong on every map of the country.
ARCHIPELAGOS = ("hoangsa", "truongsa")
SHAPES = 65
FEWEST_POINTS = 3
# The source draws the country 873 units high; three quarters of that is still a unit a pixel on a wide screen.
SCALE = 0.75

_TOKEN = re.compile(r"[a-zA-Z]|[-+]?(?:\d*\.\d+|\d+)(?:e[-+]?\d+)?")
_POINTS_A_STEP = {"m": 1, "l": 1, "c": 3}


class Shapes(TypedDict):
    """The view box of the drawing and one SVG path per shape, in the drawing's units."""

    view_box: str
    paths: dict[str, str]


def read_shapes(script: Path) -> Shapes:
    """Read the map package's module and return each outline on a grid of one unit.

    All points go to the same grid, so neighbours keep their common border. Detail below one unit
    (about three kilometres) is lost, which the attribution says ("simplified").
    """
    text = script.read_text(encoding="utf-8").strip()
    drawing = json.loads(text.removeprefix("export default").rstrip(";"))
    paths = {place["id"]: _light_path(place["path"]) for place in drawing["locations"]}
    missing = set(ARCHIPELAGOS) - paths.keys()
    if missing or len(paths) != SHAPES:
        raise ValueError(f"The map package no longer has its {SHAPES} shapes: {sorted(missing)}")
    view_box = " ".join(str(round(float(each) * SCALE)) for each in drawing["viewBox"].split())
    return {"view_box": view_box, "paths": paths}


def _light_path(path: str) -> str:
    rings = [_on_grid(ring) for ring in _rings(path)]
    # An islet smaller than the grid stays visible as a dot of one unit.
    return "".join(_encode(ring if len(ring) >= FEWEST_POINTS else _dot(ring[0])) for ring in rings)


def _rings(path: str) -> list[list[Point]]:
    """Follow the pen; of a curve only the end point is kept."""
    rings: list[list[Point]] = []
    pen: Point = (0.0, 0.0)
    for command, numbers in _steps(path):
        if command in "zZ":
            pen = rings[-1][0]
            continue
        pen = (pen[0] + numbers[0], pen[1] + numbers[1]) if command.islower() else (numbers[0], numbers[1])
        if command in "mM":
            rings.append([pen])
        else:
            rings[-1].append(pen)
    return rings


def _steps(path: str) -> list[tuple[str, Point]]:
    """Return one (command, end point) per pen movement; further pairs after a move are lines."""
    tokens = _TOKEN.findall(path)
    steps: list[tuple[str, Point]] = []
    command, at = "", 0
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
            if command in "zZ":
                steps.append((command, (0.0, 0.0)))
            continue
        at += 2 * _POINTS_A_STEP[command.lower()]
        steps.append((command, (float(tokens[at - 2]), float(tokens[at - 1]))))
        command = {"m": "l", "M": "L"}.get(command, command)
    return steps


def _on_grid(ring: list[Point]) -> list[GridPoint]:
    kept: list[GridPoint] = []
    for x, y in ring:
        point = (round(x * SCALE), round(y * SCALE))
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and _is_straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    if len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return kept


def _is_straight(before: GridPoint, at: GridPoint, after: GridPoint) -> bool:
    """Say whether the pen goes on in the same direction: leaving the middle point out changes nothing."""
    one, other = (at[0] - before[0], at[1] - before[1]), (after[0] - at[0], after[1] - at[1])
    crosses = one[0] * other[1] - one[1] * other[0]
    return crosses == 0 and one[0] * other[0] + one[1] * other[1] > 0


def _dot(at: GridPoint) -> list[GridPoint]:
    x, y = at
    return [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]


def _encode(ring: list[GridPoint]) -> str:
    """Write relative whole numbers with as few separators as SVG allows."""
    x, y = ring[0]
    words: list[str] = []
    for next_x, next_y in ring[1:]:
        words += [str(next_x - x), str(next_y - y)]
        x, y = next_x, next_y
    return f"M{ring[0][0]} {ring[0][1]}l" + " ".join(words).replace(" -", "-") + "z"
