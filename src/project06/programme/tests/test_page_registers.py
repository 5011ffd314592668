"""The pages of bottlenecks and pilot models: lists, one record, new ones, next steps, files."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from project06.kernel.clock import frozen
from project06.programme.enums import BottleneckState, PilotState
from project06.programme.models import Bottleneck, PilotModel
from project06.programme.queries.bottlenecks import get_bottleneck
from project06.programme.queries.pilots import get_pilot
from project06.programme.tests.cast import HOA, NGA, NOON, READER, SON, TODAY, a_bottleneck, a_pilot, a_task
from project06.programme.tests.pages import words

pytestmark = pytest.mark.django_db
STUCK, NEW_STUCK = "/programme/bottlenecks/", "/programme/bottlenecks/open/"
TRIED, NEW_TRIED = "/programme/pilots/", "/programme/pilots/register/"


@pytest.fixture(autouse=True)
def clock():
    with frozen(NOON):
        yield


def act(name, record):
    return reverse(f"programme:{name}", args=[record.uuid])


def test_shows_what_is_stuck_and_for_how_long(visit) -> None:
    found = a_bottleneck(tasks=(a_task().uuid,), indicators=("g2p-cashless-rate",), units=("VN/08/02536",))

    listed = words(visit(READER).get(STUCK))
    page = words(visit(READER).get(act("bottleneck", found)))

    assert act("bottleneck", found) in listed
    assert NEW_STUCK not in listed
    assert "/programme/indicators/g2p-cashless-rate/" in page
    assert "Sơn Dương" in page
    assert 'method="post"' not in page.split("<main", 1)[1]


def test_filters_bottlenecks(visit) -> None:
    a_bottleneck()
    client = visit(READER)

    assert "/programme/bottlenecks/0" in words(client.get(f"{STUCK}?kind=legal&unit=08"))
    assert "/programme/bottlenecks/0" in words(client.get(f"{STUCK}?kind=legal"))
    assert "/programme/bottlenecks/0" not in words(client.get(f"{STUCK}?kind=data"))
    assert "/programme/bottlenecks/0" not in words(client.get(f"{STUCK}?state=verified"))
    assert "/programme/bottlenecks/0" in words(client.get(f"{STUCK}?q=nghi+quyet&after=nonsense"))


def test_enters_a_bottleneck_that_holds_back_a_task(visit) -> None:
    task = a_task()
    client = visit(SON)
    said = {"title": "Thiếu đường truyền", "kind": "infrastructure", "owner": "stc-08", "raised_on": TODAY.isoformat()}

    assert client.get(NEW_STUCK).status_code == 200
    assert client.post(f"{NEW_STUCK}?task={task.uuid}", said).status_code == 302
    assert client.post(f"{NEW_STUCK}?task=nonsense", {**said, "owner": "NOBODY"}).status_code == 422
    assert client.post(NEW_STUCK, {}).status_code == 422
    row = Bottleneck.objects.get()
    assert row.owner_code == "STC-08"
    assert get_bottleneck(row.uuid, by=SON).bottleneck.tasks == (task.uuid,)
    assert visit(READER).get(NEW_STUCK).status_code == 403


def test_moves_step_by_step(visit) -> None:
    found = a_bottleneck()
    client = visit(SON)
    move = act("move_bottleneck", found)

    assert client.post(move, {"to": "verified"}).status_code == 422
    assert client.post(move, {"to": "action-agreed"}).status_code == 422
    assert client.post(move, {"to": "action-agreed", "note": "Trình nghị quyết"}).status_code == 302
    assert client.post(move, {"to": "relieved"}).status_code == 302
    assert visit(NGA).post(move, {"to": "verified"}).status_code == 302
    assert get_bottleneck(found.uuid, by=SON).bottleneck.state is BottleneckState.VERIFIED
    assert "Trình nghị quyết" in words(client.get(act("bottleneck", found)))


def test_links_by_codes(visit) -> None:
    task, found = a_task("NV-05"), a_bottleneck()
    client = visit(SON)
    link = act("link_bottleneck", found)

    said = {"tasks": "NV-05, NV-99", "indicators": "g2p-cashless-rate", "units": "02536"}
    assert client.post(link, said).status_code == 302
    assert client.post(link, {"units": "99999"}).status_code == 422
    linked = get_bottleneck(found.uuid, by=SON).bottleneck
    assert (linked.tasks, linked.units) == ((task.uuid,), ("VN/08/02536",))


def test_hoa_of_another_province_sees_none_of_it(visit) -> None:
    stuck, tried = a_bottleneck(), a_pilot()
    client = visit(HOA)

    assert str(stuck.uuid) not in words(client.get(STUCK))
    assert str(tried.uuid) not in words(client.get(TRIED))
    for name, record in (("bottleneck", stuck), ("pilot", tried)):
        assert client.get(act(name, record)).status_code == 404
    assert client.post(act("move_bottleneck", stuck), {"to": "action-agreed", "note": "x"}).status_code == 404
    assert client.post(act("link_bottleneck", stuck), {}).status_code == 404
    assert client.post(act("move_pilot", tried), {"to": "preparing"}).status_code == 404


def test_registers_and_moves_a_pilot_model(visit) -> None:
    client = visit(SON)
    said = {
        "code": "MH-09",
        "title": "Lưu trú qua VNeID",
        "lead": "ca-08",
        "unit": "02536",
        "registered_on": TODAY.isoformat(),
        "due_on": (TODAY + timedelta(days=90)).isoformat(),
    }

    assert client.get(NEW_TRIED).status_code == 200
    assert client.post(NEW_TRIED, said).status_code == 302
    assert client.post(NEW_TRIED, said).status_code == 409
    assert client.post(NEW_TRIED, {}).status_code == 422
    pilot = get_pilot(PilotModel.objects.get().uuid, by=SON).pilot
    move = act("move_pilot", pilot)
    assert client.post(move, {"to": "preparing"}).status_code == 302
    assert client.post(move, {"to": "deployed"}).status_code == 302
    assert client.post(move, {"to": "effective"}).status_code == 422
    assert client.post(move, {"to": "effective", "result_indicator": "g2p-cashless-rate"}).status_code == 302
    assert get_pilot(pilot.uuid, by=SON).pilot.state is PilotState.EFFECTIVE
    assert act("pilot", pilot) in words(visit(READER).get(f"{TRIED}?state=effective&unit=02536"))
    assert visit(READER).get(NEW_TRIED).status_code == 403


def test_shows_one_pilot_model(visit) -> None:
    page = words(visit(READER).get(act("pilot", a_pilot())))

    assert "Ki-ốt" in page
    assert 'method="post"' not in page.split("<main", 1)[1]


def test_pages_of_pilot_models_go_on(visit) -> None:
    for number in range(51):
        a_pilot(f"MH-{number:02}")

    first = words(visit(SON).get(TRIED))
    following = first.split('rel="next" href="', 1)[1].split('"', 1)[0]

    assert "MH-50" not in first
    assert "MH-50" in words(visit(SON).get(TRIED + following))


def test_asks_few_questions(visit, django_assert_max_num_queries) -> None:
    for number in range(12):
        a_bottleneck()
        a_pilot(f"MH-{number:02}")
    client = visit(SON)
    client.get(STUCK)

    with django_assert_max_num_queries(3):
        client.get(STUCK)
    with django_assert_max_num_queries(2):
        client.get(TRIED)


@pytest.mark.parametrize("register", ["bottlenecks", "pilots"])
@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet"])
def test_hands_out_registers(visit, register, form) -> None:
    a_bottleneck(titles={"vi": "@SUM(1)"})
    a_pilot()

    answer = visit(READER).get(f"/programme/{register}.{form}")

    assert answer.status_code == 200
    assert f".{form}" in answer["Content-Disposition"]
    if form == "xlsx":
        assert load_workbook(io.BytesIO(answer.content)).active.max_row == 2
    if form == "csv" and register == "bottlenecks":
        assert "'@SUM(1)" in answer.content.decode("utf-8-sig")
