from datetime import date

import pytest

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.data.tasks import DirectiveKey
from project06.programme.enums.steering import DirectiveKind
from project06.programme.errors.steering import ActMissing, DirectiveExists, TitleMissing, UnknownDirective
from project06.programme.models import Directive, Plan, TaskGroup
from project06.programme.operations.load_steering import load_steering
from project06.programme.operations.register_directive import register_directive
from project06.programme.queries.directives import (
    find_directive,
    get_directive,
    list_directives,
    list_plans,
    list_task_groups,
)
from project06.programme.tests.cast import MACHINE, NOON, READER, SON

pytestmark = pytest.mark.django_db
KEY = DirectiveKey("41/KH-UBND", date(2026, 3, 2))


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOON):
        yield


def _register(**changes):
    asked = {
        "key": KEY,
        "kind": DirectiveKind.DOCUMENT,
        "issuer": "UBND tỉnh Tuyên Quang",
        "titles": {"vi": "Kế hoạch triển khai Đề án 06 năm 2026"},
        "by": SON,
    }
    return register_directive(**{**asked, **changes})


def test_knows_an_act_by_number_and_date() -> None:
    _register()
    _register(key=DirectiveKey("41/KH-UBND", date(2025, 3, 2)), titles={"vi": "Kế hoạch năm 2025"})

    assert get_directive("41/KH-UBND", date(2025, 3, 2)).title_in("pl") == "Kế hoạch năm 2025"
    assert find_directive("41/KH-UBND", date(2024, 3, 2)) is None
    with pytest.raises(UnknownDirective):
        get_directive("41/KH-UBND", date(2024, 3, 2))


def test_changes_nothing_the_second_time_and_refuses_another_reading() -> None:
    first = _register()

    assert _register() == first
    with pytest.raises(DirectiveExists):
        _register(titles={"vi": "Khác"})


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"key": DirectiveKey("  ", date(2026, 1, 1))}, ActMissing),
        ({"issuer": " "}, ActMissing),
        ({"titles": {"en": "x"}}, TitleMissing),
        ({"by": READER}, NotAllowed),
    ],
)
def test_refuses_what_is_no_act(changes, refusal) -> None:
    with pytest.raises(refusal):
        _register(**changes)


def test_lists_acts_newest_first_page_by_page() -> None:
    first = list_directives(limit=3)
    second = list_directives(before=first[-1].key, limit=10)

    assert [act.key.number for act in first] == ["07/CT-TTg", "119/CĐ-TTg", "56/CĐ-TTg"]
    assert [act.key.number for act in second] == ["18/CT-TTg", "452/TTg-KSTT", "766/QĐ-TTg", "06/QĐ-TTg"]
    assert "26 June 2024" in get_directive("56/CĐ-TTg", date(2024, 6, 6)).note


def test_knows_plans_and_groups_in_six_languages() -> None:
    assert [group.code for group in list_task_groups()] == [
        "institutions",
        "infrastructure",
        "public-services",
        "data",
        "resources",
    ]
    assert len(list_plans()) == 5
    for each in (*list_plans(), *list_task_groups()):
        assert set(each.titles) == {"vi", "en", "pl", "hi", "cs", "uk"}


def test_brings_the_tables_back_to_the_reference_and_keeps_what_was_registered() -> None:
    _register()
    Plan.objects.filter(code="project-06").update(to_year=2099)
    TaskGroup.objects.filter(code="data").update(titles={"vi": "Khác"})

    assert load_steering(write=False, by=MACHINE) == 2
    assert load_steering(write=True, by=MACHINE) == 2
    assert load_steering(write=True, by=MACHINE) == 0
    assert Directive.objects.filter(number=KEY.number).exists()
    with pytest.raises(NotAllowed):
        load_steering(write=False, by=SON)
