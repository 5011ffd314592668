"""Every REST operation keeps its own schema, whatever is sent: to strangers, and to somebody who may do everything."""

from collections.abc import Iterator

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from pytest_django import Settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from project06.config.api import api
from project06.config.openapi import document
from project06.config.wsgi import application
from project06.kernel import access

EXAMPLES = 20
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]

SCHEMA = schemathesis.openapi.from_dict(document())
SCHEMA.app = application
OPERATIONS = [found.ok() for found in SCHEMA.get_all_operations()]

# The same examples in every run; shrinking would only cost time here.
bounded = hypothesis_settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True)
def _open_connection() -> Iterator[None]:
    """Keep the test's transaction over many requests, as Django's own test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def as_platform(settings: Settings) -> Iterator[None]:
    """Let every call come from somebody who may do everything."""
    settings.PROJECT06_ACTOR_LOADER = "tests.api.actors.platform"
    access._actor_loader.cache_clear()
    yield
    access._actor_loader.cache_clear()


@pytest.mark.django_db
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_answers_strangers_as_the_schema_says(operation: schemathesis.schemas.APIOperation) -> None:
    _attack(operation)


@pytest.mark.django_db
@pytest.mark.usefixtures("as_platform")
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_answers_the_entitled_as_the_schema_says(operation: schemathesis.schemas.APIOperation) -> None:
    _attack(operation)


def test_attacks_every_operation() -> None:
    assert len(OPERATIONS) == sum(len(operation.methods) for operation in api.operations())


def _attack(operation: schemathesis.schemas.APIOperation) -> None:
    @bounded
    @given(case=operation.as_strategy())
    def send(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})

    send()
