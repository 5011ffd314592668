"""`run.py bench [name ...]`: every measurement is a module in tests/load with one function, `bench`.

A bench returns figures whose keys say what is measured with the unit last (`page_p95_ms`, `ratio_to_copy`).
The last line printed is one JSON object of all figures.
"""

import importlib.util
import json
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from project06.config.environment import REPOSITORY, EnvironmentFault

FOLDER = REPOSITORY / "tests" / "load"

type Figures = dict[str, float]


def run(names: Sequence[str]) -> int:
    """Run the named benches, or all; arguments after `--` words belong to the bench named before them."""
    wanted, arguments = _split(names)
    known = {path.stem: path for path in sorted(FOLDER.glob("*.py")) if not path.stem.startswith("_")}
    if unknown := [name for name in wanted if name not in known]:
        raise EnvironmentFault(f"There is no bench “{unknown[0]}”: choose from {', '.join(known)}.")
    figures: Figures = {}
    _prepare()
    for name in wanted or list(known):
        found = _load(known[name])(**arguments)
        _print_table(name, found)
        figures |= found if len(wanted) == 1 else {f"{name}_{key}": value for key, value in found.items()}
    print(json.dumps(figures, ensure_ascii=False))
    return 0


def _split(words: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Separate bench names from `--key value` pairs."""
    names: list[str] = []
    arguments: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if word.startswith("--"):
            arguments[word[2:].replace("-", "_")] = next(rest, "")
        else:
            names.append(word)
    return names, arguments


def _prepare() -> None:
    """Benches run on the migrated and filled test installation."""
    from project06.config import world

    world.prepare()
    logging.disable(logging.INFO)  # a line a request would be measured, and would hide the figures


def _load(path: Path) -> Callable[..., Figures]:
    spec = importlib.util.spec_from_file_location(f"bench_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise EnvironmentFault(f"{path} cannot be read.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    bench: Callable[..., Figures] = module.bench
    return bench


def _print_table(name: str, figures: Figures) -> None:
    load = os.getloadavg()[0]
    print(f"\n{name} (load of the machine {load:.1f})")
    width = max(len(key) for key in figures)
    for key, value in figures.items():
        print(f"  {key:<{width}}  {value:>14,.3f}")
