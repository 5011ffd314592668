"""Programs have figures restated: POST /api/v1/places/restatements."""

from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def post(client: Client, *figures: dict[str, object], **asked: object) -> Any:
    body = {"figures_on": "2024-07-10", "to": "2026-11-21", "figures": figures, **asked}
    return client.post("/api/v1/places/restatements", body, content_type="application/json")


def test_sums_and_says_what_is_missing(client: Client) -> None:
    told = post(client, {"code": "26", "numerator": 3}, {"code": "17", "numerator": 4}).json()

    [phu_tho] = told["restated"]
    assert (phu_tho["unit"]["code"], phu_tho["numerator"], phu_tho["is_complete"]) == ("25", 7, False)
    assert phu_tho["lacks"] == [{"code": "25", "official_name": "Tỉnh Phú Thọ", "reason": "not-reported"}]


def test_recomputes_ratios(client: Client) -> None:
    told = post(
        client,
        {"code": "02", "numerator": 900, "denominator": 1000},
        {"code": "08", "numerator": 1500, "denominator": 3000},
    ).json()

    assert told["restated"][0]["ratio"] == 0.6


def test_sets_a_district_aside_or_raises_it(client: Client) -> None:
    aside = post(client, {"code": "250", "numerator": 8}).json()
    raised = post(client, {"code": "250", "numerator": 8}, level="province").json()

    assert len(aside["unrestated"][0]["candidates"]) > 1
    assert raised["restated"][0]["unit"]["name"] == "Hà Nội"


def test_names_every_figure_of_an_unknown_unit(client: Client) -> None:
    answer = post(client, {"code": "26", "numerator": 1}, {"code": "99", "numerator": 1})

    assert answer.status_code == 422
    assert answer.json()["code"] == "places.unknown-figures"
    assert [error["field"] for error in answer.json()["errors"]] == ["figures.1.code"]


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        ([{"code": "26", "numerator": 1}, {"code": "243", "numerator": 1}], "places.overlapping-figures"),
        ([{"code": "26", "numerator": 1}, {"code": "17", "numerator": 1, "denominator": 2}], "places.mixed-figures"),
        ([{"code": "26", "numerator": "NaN"}], "kernel.invalid"),
        ([{"code": "26", "numerator": 1e19}], "kernel.invalid"),
        ([{"code": "26"}], "kernel.invalid"),
    ],
)
def test_refuses_figures_that_make_no_sum(client: Client, figures: list[dict[str, object]], code: str) -> None:
    answer = post(client, *figures)

    assert answer.status_code == 422
    assert answer.json()["code"] == code


def test_adds_what_was_written(client: Client) -> None:
    told = post(client, {"code": "02", "numerator": 0.1}, {"code": "08", "numerator": 0.2}).json()

    assert told["restated"][0]["numerator"] == 0.3


def test_restates_nothing_to_nothing(client: Client) -> None:
    assert post(client).json()["restated"] == []
