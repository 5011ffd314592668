from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from project06.kernel import access, events, jobs, permissions, problems
from project06.kernel.models import Delivery, OutboxEvent

KERNEL = Path(access.__file__).parent


@pytest.fixture
def door(settings, monkeypatch) -> Iterator[Client]:
    """Return a client that meets the test pages behind the real middleware."""
    settings.ROOT_URLCONF = "project06.kernel.tests.pages"
    settings.PROJECT06_ACTOR_LOADER = "project06.kernel.tests.pages.load_actor"
    settings.PROJECT06_VIEW_ACCESS = {}
    settings.PROJECT06_UNDECLARED_VIEWS_FAIL = False
    settings.LOGIN_URL = "/accounts/login/"
    settings.LANGUAGE_CODE = "en"
    # Only the kernel's own plain page: the design system stands above and must not matter here.
    settings.TEMPLATES = [
        {"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [KERNEL / "templates"]}
    ]
    settings.MIDDLEWARE = [
        "project06.kernel.logs.RequestLogMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "project06.kernel.access.ActorMiddleware",
        "project06.kernel.access.AccessMiddleware",
        "project06.kernel.problems.RefusalMiddleware",
    ]
    settings.CSRF_FAILURE_VIEW = "project06.kernel.problems.csrf_failure"
    monkeypatch.setattr(problems, "refusal_observers", [])
    access._actor_loader.cache_clear()
    yield Client(raise_request_exception=False)
    access._actor_loader.cache_clear()


@pytest.fixture
def empty_outbox(db) -> None:
    """Begin without the events that loading the reference data has published."""
    Delivery.objects.all().delete()
    OutboxEvent.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")


@pytest.fixture
def registries(monkeypatch) -> None:
    """Let a test declare events, receivers, jobs and permissions of its own that vanish with it."""
    monkeypatch.setattr(events, "_kinds", {})
    monkeypatch.setattr(events, "_receivers", {})
    monkeypatch.setattr(jobs, "_jobs", {})
    monkeypatch.setattr(permissions, "_declared", {})
