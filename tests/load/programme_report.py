"""How fast the programme report is written: one cut, then every language and form of the country's report.

The baseline of the same run is the cut itself, so that a busy machine does not change the verdict.
"""

import statistics
import time
from collections.abc import Callable

from project06.programme.contrib.docx.renderer import DocxRenderer
from project06.programme.contrib.html.renderer import HtmlRenderer
from project06.programme.contrib.pdf.renderer import PdfRenderer
from project06.programme.contrib.xlsx.renderer import XlsxRenderer
from project06.programme.ports import ReportRenderer
from project06.programme.queries.cut_report import cut_definition
from project06.programme.rules.report_definitions import SHIPPED, shipped_definition
from project06.ui.locales import LANGUAGES

COUNTRY = shipped_definition("country-2024-07-10")


def bench() -> dict[str, float]:
    """Measure and return the figures; the database must be migrated and loaded."""
    cut = cut_definition(COUNTRY)
    cut_s = _median_s(lambda: cut_definition(COUNTRY))

    def all_languages(renderer: ReportRenderer) -> float:
        return _median_s(lambda: [renderer.render(cut, language.code) for language in LANGUAGES])

    html_s = all_languages(HtmlRenderer())
    return {
        "cut_s": cut_s,
        "html_six_languages_s": html_s,
        "pdf_six_languages_s": all_languages(PdfRenderer()),
        "docx_six_languages_s": all_languages(DocxRenderer()),
        "xlsx_six_languages_s": all_languages(XlsxRenderer()),
        "cut_and_html_six_languages_s": cut_s + html_s,
        "html_ratio_to_cut": html_s / cut_s,
        "three_reports_six_languages_html_s": _median_s(_everything, rounds=3),
    }


def _everything() -> None:
    for definition in SHIPPED:
        cut = cut_definition(definition)
        for language in LANGUAGES:
            HtmlRenderer().render(cut, language.code)


def _median_s(work: Callable[[], object], rounds: int = 5) -> float:
    work()
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)
