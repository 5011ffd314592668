"""Programs report, check, approve and read figures by REST as people do in pages."""

import json

import pytest

from project06.kernel.clock import frozen
from project06.kernel.permissions import anonymous
from project06.programme.models import Observation
from project06.programme.tests.indicator_world import CHI, HOA, MINH, MONTH, NOW, RATE, TUAN, officer

pytestmark = pytest.mark.django_db
API = "/api/v1/programme"
FIGURE = {
    "indicator": RATE,
    "unit_code": "11",
    "unit_on": "2026-11-21",
    "period": MONTH,
    "numerator": "45",
    "denominator": "60",
}


@pytest.fixture(autouse=True)
def clock():
    with frozen(NOW):
        yield


@pytest.fixture
def call(client, monkeypatch):
    def ask(actor, method, path, body=None):
        monkeypatch.setattr("project06.kernel.access._actor_loader", lambda: lambda _request: actor)
        options = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
        return getattr(client, method)(f"{API}{path}", **options)

    return ask


def test_takes_a_figure_from_asking_to_correction(call) -> None:
    asked = {
        "indicators": [RATE],
        "units": ["11"],
        "units_on": "2026-11-21",
        "period": MONTH,
        "due_on": "2026-11-10",
    }
    assert call(CHI, "post", "/opened-periods", asked).json()["opened"] == 1
    assert [each["unit_code"] for each in call(TUAN, "get", f"/missing-figures?period={MONTH}").json()["figures"]] == [
        "11"
    ]

    figure = call(MINH, "post", "/observations", FIGURE)
    assert (figure.status_code, figure.json()["reading"]["value"]) == (201, "75")
    uuid = figure.json()["uuid"]
    assert call(CHI, "post", "/observation-checks", {"observations": [uuid]}).json() == {"checked": 1}
    approval = {"period": MONTH, "unit_code": "11", "indicators": [RATE]}
    assert call(CHI, "post", "/period-approvals", approval).json()["rows"] == 1
    assert call(MINH, "post", "/observations", FIGURE | {"numerator": "46"}).status_code == 409

    right = {"numerator": "48", "denominator": "60", "reasons": {"vi": "Đếm thiếu."}}
    assert call(CHI, "post", f"/observations/{uuid}/corrections", right).json()["reading_after"] == "48 / 60"
    lineage = call(TUAN, "get", f"/observations/{uuid}/lineage").json()
    assert [each["step"] for each in lineage["handlings"]] == ["opened", "recorded", "checked", "approved", "corrected"]
    assert lineage["observation"]["reading"]["value"] == "80"
    rate = call(TUAN, "get", f"/reporting-rate?period={MONTH}").json()
    assert (rate["expected"], rate["rate"], rate["on_time_rate"]) == (1, "100", "0")


def test_reads_lines_places_map_history_and_findings(call) -> None:
    call(MINH, "post", "/observations", FIGURE)
    target = {
        "indicator": RATE,
        "unit_code": "11",
        "unit_on": "2026-11-21",
        "value": "90",
        "by_on": "2026-12-31",
        "act_number": "45/KH-UBND",
        "act_issued_on": "2026-01-15",
    }
    assert call(CHI, "post", "/targets", target).status_code == 201

    lines = {line["version"]["indicator"]: line for line in call(MINH, "get", "/units/11/indicators").json()["lines"]}
    assert (lines[RATE]["is_on_target"], lines[RATE]["target"]["value"]) == (False, "90")
    assert lines[RATE]["version"]["measure"]["words"]["uk"]["label"] == "%"
    ranking = call(TUAN, "get", f"/indicators/{RATE}/ranking?period={MONTH}").json()
    assert (ranking["places"][0]["unit"]["code"], len(ranking["missing"])) == ("11", 33)
    restated = call(TUAN, "get", f"/indicators/{RATE}/restated-ranking?period=2023-07").json()
    assert restated["units"][0]["unit"]["code"] == "11"
    values = call(TUAN, "get", f"/indicators/{RATE}/map").json()
    assert [each["value"] for each in values if each["value"]] == ["75"]
    history = call(MINH, "get", f"/units/11/indicators/{RATE}/history").json()
    assert [each["period"] for each in history] == ["2023-07", "2024-H1", MONTH]
    findings = call(TUAN, "get", "/units/VN/findings?period=2024-H1").json()
    assert "252" in " ".join(each["sentence"] for each in findings)


def test_lists_definitions(call) -> None:
    versions = call(MINH, "get", "/indicators?group=security").json()

    assert [each["indicator"] for each in versions] == ["bodies-not-reported-security"]
    assert call(MINH, "get", f"/indicators/{RATE}").json()["names"]["pl"]
    assert call(MINH, "get", "/indicators/no-such").status_code == 404


def test_names_the_wrong_rows_of_a_delivery(call) -> None:
    wrong = FIGURE | {"numerator": "61"}

    refused = call(MINH, "post", "/deliveries", {"rows": [FIGURE, wrong, FIGURE | {"period": "2026-09"}]})

    assert refused.status_code == 422
    assert {each["field"]: each["code"] for each in refused.json()["errors"]} == {
        "rows.2": "programme.value-out-of-range"
    }
    assert not Observation.objects.filter(version__indicator__code=RATE, period=MONTH).exists()
    accepted = call(MINH, "post", "/deliveries", {"rows": [FIGURE, FIGURE | {"period": "2026-09"}]})
    assert accepted.json()["changed"] == 2


@pytest.mark.parametrize(
    ("actor", "path"),
    [
        (HOA, "/units/11/indicators"),
        (HOA, f"/units/11/indicators/{RATE}/history"),
        (HOA, "/units/11/findings?period=2024-H1"),
        (HOA, "/reporting-rate?period=2024-H1&under=11"),
        (officer(8, "Nobody", ("VN",)), "/indicators"),
        (officer(8, "Nobody", ("VN",)), f"/indicators/{RATE}/ranking?period=2024-H1"),
    ],
)
def test_is_closed_to_whoever_must_not_see_it(call, actor, path) -> None:
    assert call(actor, "get", path).status_code == 403


def test_is_closed_to_visitors(call) -> None:
    assert call(anonymous(), "get", "/indicators").status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        "/units/1/indicators",
        f"/indicators/{RATE}/ranking?period=x",
        f"/indicators/{RATE}/ranking?period=2026-99",
        "/missing-figures?period=2024-H1&after=x",
        "/missing-figures?period=2024-H1&limit=201",
    ],
)
def test_refuses_bad_questions(call, path) -> None:
    assert call(TUAN, "get", path).status_code == 422


def test_takes_part_in_the_job_of_the_night(tmp_path, settings) -> None:
    settings.PROJECT06_FOLDER = tmp_path
    from project06.programme.tasks import recompute

    with frozen(NOW.replace(month=11, day=3)):
        recompute()

    assert len(list((tmp_path / "facts").glob("*.parquet"))) == 1
