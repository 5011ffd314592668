"""Programs ask for units below /api/v1/places/."""

from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

API = "/api/v1/places"


def ask(client: Client, address: str, **asked: str) -> Any:
    return client.get(f"{API}/{address}", asked)


def test_gives_a_unit_by_code_and_date(client: Client) -> None:
    then, now = ask(client, "units/15", on="2024-07-10"), ask(client, "units/15", on="2026-11-21")

    assert (then.json()["name"], now.json()["name"]) == ("Yên Bái", "Lào Cai")
    assert now.json()["act_number"] == "202/2025/QH15"


def test_lists_page_by_page(client: Client) -> None:
    first = ask(client, "units", level="commune", on="2026-11-21", limit="200").json()
    second = ask(client, "units", level="commune", on="2026-11-21", limit="200", after=first["next_after"]).json()

    assert len(first["units"]) == len(second["units"]) == 200
    assert not {u["code"] for u in first["units"]} & {u["code"] for u in second["units"]}


@pytest.mark.parametrize(
    ("address", "asked", "codes"),
    [
        ("units/318/path", {"on": "2024-07-10"}, ["VN", "31", "318"]),
        ("units/536/counterparts", {"on": "2024-07-10", "to": "2026-11-21"}, ["21548"]),
        ("units/15/versions", {}, ["15", "15"]),
        ("found-units", {"q": "dien bien", "on": "2026-11-21", "level": "province"}, ["11"]),
    ],
)
def test_gives_units(client: Client, address: str, asked: dict[str, str], codes: list[str]) -> None:
    assert [unit["code"] for unit in ask(client, address, **asked).json()] == codes


def test_gives_children(client: Client) -> None:
    assert len(ask(client, "units/VN/children", on="2026-11-21").json()) == 34


def test_gives_successors_and_predecessors(client: Client) -> None:
    [after] = ask(client, "units/26/successors", on="2024-07-10").json()
    before = ask(client, "units/25/predecessors", on="2026-11-21").json()

    assert (after["unit"]["code"], after["extent"], after["effective_on"]) == ("25", "whole", "2025-07-01")
    assert {link["unit"]["code"] for link in before} == {"17", "25", "26"}


def test_resolves_many_at_once(client: Client) -> None:
    keys = [{"code": "15", "on": "2024-07-10"}, {"code": "26", "on": "2026-11-21"}]

    found = client.post(f"{API}/resolutions", {"keys": keys}, content_type="application/json").json()["units"]

    assert found[0]["name"] == "Yên Bái"
    assert found[1] is None


@pytest.mark.parametrize(
    ("address", "asked", "status", "code"),
    [
        ("units/26", {"on": "2026-11-21"}, 404, "places.unknown-unit"),
        ("units/abc", {}, 422, "kernel.invalid"),
        ("units/15", {"on": "soon"}, 422, "kernel.invalid"),
        ("units", {"level": "9"}, 422, "kernel.invalid"),
        ("units", {"level": "commune", "limit": "201"}, 422, "kernel.invalid"),
        ("units", {"level": "commune", "after": "26", "on": "2026-11-21"}, 404, "places.unknown-unit"),
        ("found-units", {"q": ""}, 422, "kernel.invalid"),
        ("units/15/successors", {}, 422, "kernel.invalid"),
    ],
)
def test_refuses_with_a_stable_code(
    client: Client, address: str, asked: dict[str, str], status: int, code: str
) -> None:
    answer = ask(client, address, **asked)

    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == code


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_survives_the_ends_of_time(client: Client, on: str) -> None:
    for address in ("units/15", "units/VN/children", "found-units?q=hue", "units?level=province"):
        joined = f"{API}/{address}{'&' if '?' in address else '?'}on={on}"

        assert client.get(joined).status_code in {200, 404}
