"""How fast places answers: keys in memory, words in SQL, a page, a load.

Each figure has a baseline measured in the same run, so that a busy machine does not change the verdict.
"""

import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta

from django.db import connection, transaction
from django.test import Client, override_settings

from project06.kernel.permissions import Actor
from project06.places import public as places
from project06.places.data import Figure
from project06.places.models import LegalAct, Release, Succession, Unit
from project06.places.operations import load_statements
from project06.places.operations.load_units import _arrow_rows, _copy, _unit_row
from project06.places.queries.current_gazetteer import current_gazetteer, forget_gazetteer
from project06.places.queries.reference_files import read_reference

TODAY = date(2026, 11, 21)
KEYS = 10_000
WORDS = ("phu tho", "ha noi", "dien bein", "tân", "xa", "phuong 1", "Thủy Nguyên", "long thanh", "zzzz", "25")


def bench() -> dict[str, float]:
    """Measure and return the figures; the database must be migrated and loaded."""
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        return _resolving() | _restating() | _searching() | _page() | _loading()


def _resolving() -> dict[str, float]:
    """Against as many look-ups in one plain dict, which know no dates."""
    gazetteer = current_gazetteer()
    codes = [unit.code for unit in places.list_reference().units]
    first = date(2024, 1, 1)
    keys = [(codes[turn * 7 % len(codes)], first + timedelta(days=turn * 11 % 1000)) for turn in range(KEYS)]
    plain = dict.fromkeys(codes, 1)
    resolved_ms = _median_ms(lambda: gazetteer.find_many(keys))
    baseline_ms = _median_ms(lambda: [plain.get(code) for code, _ in keys])
    return {"resolve_10000_keys_ms": resolved_ms, "resolve_ratio_to_plain_dict": resolved_ms / baseline_ms}


def _restating() -> dict[str, float]:
    """The figures of all 10,035 communes of 2024 in the units of today."""
    on = date(2024, 7, 10)
    communes = [unit for unit in places.list_reference().units if len(unit.code) == 5 and unit.is_valid_on(on)]
    figures = [Figure(unit.code, 10) for unit in communes]
    return {"restate_all_communes_ms": _median_ms(lambda: places.restate(figures, figures_on=on, to=TODAY), rounds=3)}


def _searching() -> dict[str, float]:
    """Against reading one row by its key through the same ORM."""
    key = Unit.objects.filter(code="25").latest("valid_from").pk
    searches = _times_ms([lambda word=word: places.search_units(word, on=TODAY) for word in WORDS * 20])
    lookups = _times_ms([lambda: Unit.objects.get(pk=key)] * 200)
    return {
        "search_p95_ms": _p95(searches),
        "search_ratio_to_key_lookup": statistics.median(searches) / statistics.median(lookups),
    }


def _page() -> dict[str, float]:
    """A page of 70 communes against the empty health page."""
    client = Client()
    pages = _times_ms([lambda: client.get("/places/", {"level": "3", "on": "2026-11-21"})] * 60)
    units = _times_ms([lambda: client.get("/places/units/25/", {"on": "2026-11-21"})] * 60)
    baseline = _times_ms([lambda: client.get("/healthy/")] * 60)
    return {
        "page_p95_ms": _p95(pages),
        "unit_page_p95_ms": _p95(units),
        "page_ratio_to_health_page": statistics.median(pages) / statistics.median(baseline),
    }


def _loading() -> dict[str, float]:
    """Empty tables filled and checked, against a bare COPY of the same rows without index or rule."""
    reference = read_reference()
    units = [_unit_row(unit) for unit in reference.units]
    arrows = list(_arrow_rows(reference))
    with transaction.atomic():
        for model in (Succession, Unit, LegalAct, Release):
            model.objects.all().delete()
        load_s = _seconds(lambda: places.load_units(write=True, by=Actor.system("bench")))
        again_s = _seconds(lambda: places.load_units(write=True, by=Actor.system("bench")))
        with connection.cursor() as cursor:
            cursor.execute(load_statements.STAGE)
        copy_s = _seconds(lambda: (_copy("staged_unit", units), _copy("staged_arrow", arrows)))
        transaction.set_rollback(True)
    forget_gazetteer()
    return {"load_s": load_s, "load_again_s": again_s, "ratio_to_copy": load_s / copy_s}


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _times_ms(works: list[Callable[[], object]]) -> list[float]:
    works[0]()
    return [_seconds(work) * 1000 for work in works]


def _median_ms(work: Callable[[], object], rounds: int = 7) -> float:
    return statistics.median(_times_ms([work] * rounds))


def _p95(times_ms: list[float]) -> float:
    return statistics.quantiles(times_ms, n=20)[-1]
