"""What only the running platform knows about itself: addresses, tables, refusals, events, jobs."""

import ast
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.test import Client
from django.urls import Resolver404, URLPattern, resolve
from django.utils.functional import Promise
from pytest_django import Settings
from tests.architecture.judges.tree import name_of, text_of, the_house

from project06.config import shapes
from project06.config.api import api
from project06.config.reference import load_everything
from project06.config.screens import Screen, addresses, files_testing, screens
from project06.kernel import access
from project06.kernel.access import Entry, access_of, rest_operations
from project06.kernel.errors import Refusal, list_refusals
from project06.kernel.events import list_kinds, list_receivers
from project06.kernel.ids import new_uuid
from project06.kernel.jobs import QUEUES, list_jobs
from project06.kernel.permissions import Actor, ActorKind, permissions
from project06.kernel.pii import outdated, undeclared

load_everything()
SCREENS = screens()
OUR_MODELS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("project06.") and ".tests" not in model.__module__
]


def _names(screen: Screen) -> str:
    return f"{screen.method} {screen.address}".strip()


@pytest.mark.parametrize("screen", SCREENS, ids=_names)
def test_bears_one_word(screen: Screen) -> None:
    """The first word of an address is the package; the URL name repeats package and view."""
    _, first, *_rest = screen.address.split("/")
    view = screen.view.rpartition(".")[2]

    if screen.address.startswith("/api/v1/"):
        assert screen.address.split("/")[3] == screen.package
        # An address has one name, that of the first of its operations.
        same = {each.view.rpartition(".")[2] for each in SCREENS if each.address == screen.address}
        assert screen.name in {f"api:{screen.package}-{each}" for each in same}
    elif screen.package != "config" and screen.address != "/":
        assert first == screen.package
        # A third party looks some of its addresses up by names of its own.
        assert ":" not in screen.name or screen.name == f"{screen.package}:{view}"


@pytest.mark.parametrize("screen", SCREENS, ids=_names)
def test_is_tried_by_a_test(screen: Screen) -> None:
    home = (f"src/project06/{screen.package}/tests/", "tests/journeys/", "tests/api/", "tests/bootstrap/")
    trials = [file for file in files_testing(screen.address, screen.name, ()) if file.startswith(home)]

    assert trials, f"no test names {screen.name} or its address"


def test_every_address_says_who_may_enter() -> None:
    silent = [address for address, pattern, _names in addresses() for _ in _undeclared_methods(pattern)]

    assert not silent


def _undeclared_methods(pattern: URLPattern) -> Iterator[str]:
    operations = rest_operations(pattern.callback)
    methods = {method for each in operations.operations for method in each.methods} if operations else {"GET"}
    yield from (method for method in methods if access_of(pattern.callback, method) is None)


CLOSED = [screen for screen in SCREENS if screen.access != Entry.PUBLIC]


@pytest.mark.parametrize("screen", CLOSED, ids=_names)
def test_stays_closed_to_strangers(screen: Screen, client: Client) -> None:
    answer = client.generic(screen.method or "GET", _some_address(screen))

    assert answer.status_code in {302, 401}


@pytest.mark.django_db
@pytest.mark.parametrize("screen", [screen for screen in CLOSED if screen.access != Entry.SIGNED_IN], ids=_names)
def test_stays_closed_without_the_permission(screen: Screen, client: Client, settings: Settings) -> None:
    settings.PROJECT06_ACTOR_LOADER = "tests.architecture.test_running_house.somebody"
    access._actor_loader.cache_clear()
    try:
        answer = client.generic(screen.method or "GET", _some_address(screen))
    finally:
        access._actor_loader.cache_clear()

    assert answer.status_code == 403


def test_every_permission_that_opens_a_door_is_declared() -> None:
    asked = {screen.access for screen in SCREENS} - {entry.value for entry in Entry}

    assert asked <= permissions().keys()


def test_every_permission_is_described_for_people() -> None:
    bare = [code for code, said in permissions().items() if not isinstance(said, Promise) or not str(said).strip()]

    assert not [code for code in bare if code.split(".")[0] in the_house().packages()]


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model._meta.label)
def test_says_of_every_field_whether_it_is_personal(model: type[models.Model]) -> None:
    assert not undeclared(model)
    assert not outdated(model)


@pytest.mark.parametrize("model", OUR_MODELS, ids=lambda model: model._meta.label)
def test_links_downwards_only(model: type[models.Model]) -> None:
    ranks = the_house().ranks()
    own = model._meta.app_label
    for field in model._meta.local_fields:
        if not field.remote_field or not field.related_model:
            continue
        target = field.related_model._meta.app_label
        assert target == own or ranks.get(target, -1) < ranks[own], f"{field} points upwards"
        assert field.remote_field.on_delete is models.PROTECT, f"{field} must PROTECT"
        assert field.remote_field.hidden, f'{field} needs related_name="+"'


@pytest.mark.parametrize("refusal", [each for each in list_refusals() if ".tests" not in each.__module__])
def test_refuses_in_every_language(refusal: type[Refusal]) -> None:
    assert isinstance(refusal.sentence, Promise)
    assert 400 <= refusal.status < 600
    assert re.fullmatch(r"[a-z0-9]+\.[a-z0-9]+(-[a-z0-9]+)*", refusal.code)


def test_keeps_the_promised_shape_of_every_event() -> None:
    assert not list(shapes.broken_promises())
    assert {name for name in list_kinds() if _is_ours(list_kinds()[name].kind)} <= shapes.committed().keys()


def test_explains_every_event_receiver_and_job() -> None:
    things = [
        *(each.kind for each in list_kinds().values()),
        *(each.hear for each in list_receivers().values()),
        *(each.work for each in list_jobs().values()),
    ]

    assert not [thing for thing in things if _is_ours(thing) and not thing.__doc__]


def test_names_events_receivers_and_jobs_after_their_package() -> None:
    named: list[tuple[str, Callable[..., Any]]] = [
        *((name, each.kind) for name, each in list_kinds().items()),
        *((name, each.hear) for name, each in list_receivers().items()),
        *((name, each.work) for name, each in list_jobs().items()),
    ]

    assert not [name for name, thing in named if _is_ours(thing) and name.split(".")[0] != _package(thing)]


def test_asks_only_for_jobs_that_a_worker_knows() -> None:
    asked = {
        text_of(node.args[0])
        for module in the_house().product()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and name_of(node) in {"enqueue", "enqueue_at"} and node.args
    }

    assert asked - {""} <= list_jobs().keys()
    assert {job.queue for job in list_jobs().values()} <= set(QUEUES)


@pytest.mark.parametrize("operation", api.operations(), ids=api.get_openapi_operation_id)
def test_describes_every_rest_operation(operation: Any) -> None:
    identifier = api.get_openapi_operation_id(operation)
    entries = [
        entry
        for path in api.get_openapi_schema()["paths"].values()
        for entry in path.values()
        if entry["operationId"] == identifier
    ]

    assert getattr(operation.view_func, "access", None), "declare who may enter (kernel.access)"
    assert operation.view_func.__doc__, "say what it answers"
    assert entries, "missing from the schema"
    assert {"400", "429"} <= entries[0]["responses"].keys()
    assert any(status.startswith("2") for status in entries[0]["responses"])
    described = next(answer for status, answer in entries[0]["responses"].items() if status.startswith("2"))
    assert described.get("content") or "204" in entries[0]["responses"], "give the answer a type"


def test_closes_non_public_pages_to_strangers() -> None:
    """The settings must not open a page of ours that its view keeps closed."""
    ours = tuple(f"project06.{name}" for name in the_house().packages())

    assert not [prefix for prefix in settings.PROJECT06_VIEW_ACCESS if prefix.startswith(ours)]


def somebody(_request: HttpRequest) -> Actor:
    """Return somebody who is signed in and holds no right."""
    return Actor(account=new_uuid(), name="Lan", kind=ActorKind.PERSON)


def _some_address(screen: Screen) -> str:
    """Return the address with values that its pattern takes."""
    for value in (str(new_uuid()), "1", "a", "ABC"):
        address = re.sub(r"{\w+}", value, screen.address.replace("{form}", "csv"))
        with suppress(Resolver404):
            resolve(address)
            return address
    raise AssertionError(f"no value fits {screen.address}")


def _is_ours(thing: Callable[..., Any]) -> bool:
    return thing.__module__.startswith("project06.") and ".tests" not in thing.__module__


def _package(thing: Callable[..., Any]) -> str:
    return thing.__module__.split(".")[1]
