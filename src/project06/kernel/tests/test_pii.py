import pytest
from django.apps import apps

from project06.kernel.models import Delivery, OutboxEvent
from project06.kernel.pii import Scrub, declaration_of, keep, outdated, personal_data, personal_field_names, undeclared


def test_a_field_is_declared_once():
    with pytest.raises(ValueError, match="more than once: name"):
        personal_data(none="id name", personal={"name": keep("10 years", scrub=Scrub.NULL)})


def test_a_retention_says_how_long():
    with pytest.raises(ValueError, match="how long"):
        keep(" ", scrub=Scrub.NULL)


def test_a_field_nobody_thought_about_is_found(monkeypatch):
    monkeypatch.setattr(Delivery, "PERSONAL_DATA", personal_data(none="id event receiver gone"))

    assert undeclared(Delivery) == {"state", "tries", "next_try_at", "delivered_at", "last_error"}
    assert outdated(Delivery) == {"gone"}


def test_a_model_that_says_nothing_declares_nothing():
    session = apps.get_model("sessions", "Session")

    assert declaration_of(session) is None
    assert undeclared(session) == {"session_key", "session_data", "expire_date"}


@pytest.mark.parametrize("model", [OutboxEvent, Delivery])
def test_the_kernels_own_models_declare_every_field(model):
    assert undeclared(model) == set()
    assert outdated(model) == set()


def test_the_names_of_personal_fields_are_known_to_the_log():
    assert {"payload", "subject", "address"} <= personal_field_names()
