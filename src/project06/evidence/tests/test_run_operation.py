from uuid import UUID

import pytest
from django.db import connection

from project06.evidence import public as evidence
from project06.evidence.models import Record
from project06.evidence.tests.cast import LAN, MINH
from project06.evidence.tests.conftest import LOOK
from project06.kernel.errors import Conflict, NotAllowed, SignInNeeded
from project06.kernel.permissions import Actor

pytestmark = pytest.mark.django_db


@evidence.operation
def view_person(*, person: UUID, by: Actor, refuse: type[Exception] | None = None) -> str:
    """See a person, or be refused after having written something."""
    evidence.record(**LOOK | {"by": by}, subject=person)
    if refuse:
        raise refuse
    return "seen"


@evidence.operation(subject_kind="person", subject="person")
def move_person(*, person: UUID, by: Actor, forgive: bool = False) -> str:
    """Move a person: looks first."""
    try:
        view_person(person=person, by=by, refuse=NotAllowed)
    except NotAllowed:
        if not forgive:
            raise
    return "moved"


def test_an_operation_returns_what_it_did():
    assert view_person(person=UUID(int=9), by=MINH) == "seen"
    assert Record.objects.get().outcome == "done"


def test_a_refusal_undoes_everything_and_leaves_a_trace():
    with pytest.raises(Conflict):
        view_person(person=UUID(int=9), by=MINH, refuse=Conflict)

    trace = Record.objects.get()
    assert (trace.outcome, trace.action, trace.actor) == ("refused", "evidence.view-person", MINH.account)
    assert trace.details == {"code": "kernel.conflict"}


def test_a_refusal_inside_another_operation_is_written_once_about_the_person():
    with pytest.raises(NotAllowed) as refused:
        move_person(person=UUID(int=9), by=MINH)

    trace = Record.objects.get()
    assert refused.value.is_recorded
    assert (trace.outcome, trace.action) == ("refused", "evidence.move-person")
    assert (trace.subject_kind, trace.subject) == ("person", UUID(int=9))


def test_a_refusal_that_the_outer_operation_forgives_leaves_no_trace():
    assert move_person(person=UUID(int=9), by=MINH, forgive=True) == "moved"
    assert Record.objects.count() == 0


def test_a_visitor_who_must_sign_in_first_leaves_no_trace():
    with pytest.raises(SignInNeeded):
        view_person(person=UUID(int=9), by=LAN, refuse=SignInNeeded)

    assert Record.objects.count() == 0


def test_a_defect_undoes_everything_and_is_no_refusal():
    with pytest.raises(ZeroDivisionError):
        view_person(person=UUID(int=9), by=MINH, refuse=ZeroDivisionError)

    assert Record.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_the_trace_is_committed_although_the_act_is_not():
    with pytest.raises(Conflict):
        view_person(person=UUID(int=9), by=MINH, refuse=Conflict)

    connection.close()
    assert Record.objects.get().outcome == "refused"


def test_an_operation_needs_somebody_who_acts():
    with pytest.raises(TypeError, match="keyword argument `by`"):
        evidence.operation(lambda person: person)


def test_the_subject_of_an_operation_is_one_of_its_arguments():
    with pytest.raises(TypeError, match="no argument 'person'"):
        evidence.operation(subject_kind="person", subject="person")(inspect_nothing)


def test_an_operation_knows_its_name():
    assert view_person.operation_name == "evidence.view-person"
    assert view_person.__name__ == "view_person"


def inspect_nothing(*, by: Actor) -> None:
    """Do nothing."""
