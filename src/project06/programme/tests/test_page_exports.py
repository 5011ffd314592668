"""Every list can be taken away as a file, by those who may read it."""

import pytest
from django.urls import reverse

from project06.kernel.clock import frozen
from project06.programme.tests.cast import NOON, READER, a_bottleneck, a_pilot, a_task

pytestmark = pytest.mark.django_db
LISTS = (
    "programme:export_tasks",
    "programme:export_bottlenecks",
    "programme:export_pilots",
    "programme:export_indicators",
)
FIRST_BYTES = {"csv": b"\xef\xbb\xbf", "xlsx": b"PK", "parquet": b"PAR1"}


@pytest.fixture(autouse=True)
def clock():
    with frozen(NOON):
        yield


@pytest.mark.parametrize("form", FIRST_BYTES)
@pytest.mark.parametrize("name", LISTS)
def test_gives_the_list_as_a_file_of_its_kind(visit, name: str, form: str) -> None:
    a_task()
    a_bottleneck()
    a_pilot()

    answer = visit(READER).get(reverse(name, args=[form]))

    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert answer.status_code == 200
    assert content.startswith(FIRST_BYTES[form])
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize("name", LISTS)
def test_knows_no_other_kind(visit, name: str) -> None:
    address = reverse(name, args=["csv"]).replace(".csv", ".exe")

    assert visit(READER).get(address).status_code == 404
