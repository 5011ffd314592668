"""The overview of a unit, its indicators, and the way of a figure to its records."""

import io
from datetime import timedelta

import pyarrow.parquet as pq
import pytest
from django.urls import reverse

from project06.evidence import public as evidence
from project06.kernel.clock import frozen
from project06.programme.enums import READ
from project06.programme.models import Correction, Observation
from project06.programme.operations.load_demo_figures import load_demo_figures
from project06.programme.tests.cast import (
    HOA,
    MACHINE,
    NOON,
    READER,
    THU,
    TODAY,
    a_bottleneck,
    a_pilot,
    a_task,
    officer,
)
from project06.programme.tests.pages import words
from project06.reporting import public as reporting

pytestmark = pytest.mark.django_db
HERE = "/programme/"
CHINH = officer(20, "UBND-08", "VN/08", READ, reporting.SEE)
TUAN = officer(21, "TTCP", "VN", READ, evidence.AUDIT)
RATE = "/programme/indicators/g2p-cashless-rate/"


@pytest.fixture(autouse=True)
def clock():
    with frozen(NOON):
        yield


@pytest.fixture
def figures() -> None:
    load_demo_figures(by=MACHINE)


def test_shows_the_unit_of_the_reader_on_one_screen(visit, figures) -> None:
    late = a_task("NV-LATE", due_on=TODAY - timedelta(days=4))
    a_bottleneck()
    a_pilot()

    page = words(visit(CHINH).get(HERE))

    assert "<h1>Tỉnh Tuyên Quang</h1>" in page
    assert reverse("programme:task", args=[late.uuid]) in page
    assert "g2p-cashless-rate" in page
    assert 'class="sparkline"' in page
    assert "schedule=late" in page
    assert "/reporting/not-reported/?below=VN%2F08" in page
    assert page.count('class="map__region"') == 34


def test_goes_down_to_a_commune_and_not_beyond_the_right(visit, figures) -> None:
    client = visit(CHINH)

    assert "<h1>Xã Sơn Dương</h1>" in words(client.get(f"{HERE}?unit=02536"))
    assert client.get(f"{HERE}?unit=11").status_code == 403
    assert client.get(f"{HERE}?unit=VN").status_code == 403
    assert client.get(f"{HERE}?unit=99999").status_code == 404


def test_colours_the_map_by_the_chosen_indicator(visit, figures) -> None:
    page = words(visit(CHINH).get(f"{HERE}?indicator=tuition-cashless-rate"))

    caption = page.split('class="map__drawing"', 1)[1].split("aria-label", 1)[1]
    assert "học phí" in caption[:200]
    assert visit(CHINH).get(f"{HERE}?indicator=nonsense").status_code == 200


def test_shows_the_country_to_the_centre(visit) -> None:
    assert visit(THU).get(f"{HERE}?unit=VN").status_code == 200


def test_leaves_reports_out_for_whoever_may_not_see_them(visit) -> None:
    assert "/reporting/not-reported/" not in words(visit(READER).get(HERE))


def test_works_with_nothing_recorded(visit) -> None:
    assert visit(HOA).get(HERE).status_code == 200


def test_asks_the_same_number_of_questions_whatever_there_is(visit, figures, django_assert_max_num_queries) -> None:
    for number in range(30):
        a_task(f"NV-{number}", due_on=TODAY - timedelta(days=3))
        a_bottleneck()
    client = visit(CHINH)
    client.get(HERE)

    with django_assert_max_num_queries(14):
        client.get(HERE)
    with django_assert_max_num_queries(6):
        client.get("/programme/indicators/")


def test_lists_indicators_as_they_were_on_a_day(visit) -> None:
    client = visit(READER)

    page = words(client.get("/programme/indicators/?unit=08&on=2024-07-10"))

    assert "61 nhiệm vụ" in page
    assert client.get("/programme/indicators/?on=nonsense").status_code == 200
    assert "61 nhiệm vụ" not in words(client.get("/programme/indicators/?group=data&on=2024-07-10"))
    assert client.get("/programme/indicators/?unit=11").status_code == 403


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet"])
def test_hands_out_indicators(visit, form) -> None:
    answer = visit(READER).get(f"/programme/indicators.{form}?on=2024-07-10")

    assert answer.status_code == 200
    if form == "parquet":
        assert 61 in pq.read_table(io.BytesIO(answer.content)).column(2).to_pylist()


def test_compares_units_fairly(visit, figures) -> None:
    page = words(visit(READER).get(RATE))

    places = page.split("</caption>")
    assert any("Tỉnh Điện Biên" in part or "Hà Nội" in part for part in places)
    assert "chưa báo cáo" in page.lower()
    assert visit(READER).get("/programme/indicators/nonsense/").status_code == 404


def test_tells_old_figures_in_units_of_today(visit) -> None:
    page = visit(THU).get(f"{RATE}?unit=11&on=2024-07-10&period=2024-H1&restated=yes")

    assert page.status_code == 200
    assert "80,76%" in words(page)


def test_leads_a_figure_to_its_document(visit) -> None:
    figure = Observation.objects.get(version__indicator__code="tasks-assigned")
    address = reverse("programme:lineage", args=[figure.uuid])

    page = words(visit(TUAN).get(address))

    assert "N6" in page
    assert f"/evidence/?subject={figure.uuid}" in page
    assert "/evidence/" not in words(visit(READER).get(address)).split("<main", 1)[1]
    assert visit(HOA).get(address).status_code == 404


def test_shows_both_readings_of_a_correction(visit) -> None:
    corrected = Correction.objects.filter(observation__isnull=False).select_related("observation").first()
    address = reverse("programme:lineage", args=[corrected.observation.uuid])

    page = words(visit(TUAN).get(address))

    assert corrected.reading_before in page
    assert corrected.reading_after in page


def test_shows_who_asked_reported_checked_and_approved(visit, figures) -> None:
    figure = Observation.objects.filter(version__indicator__code="g2p-cashless-rate", status="approved").first()

    page = words(visit(TUAN).get(reverse("programme:lineage", args=[figure.uuid])))

    assert "Số liệu mô phỏng" in page
    assert figure.approved_in is not None
