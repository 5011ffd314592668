"""It serves the pages of posts to those who administer them, and to nobody else."""

import pytest
from django.test import Client

from project06.agencies import public as agencies
from project06.agencies.tests.conftest import SYSTEM, administrator
from project06.kernel.clock import today
from project06.kernel.permissions import Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_actor(monkeypatch):
    """Let the client act as somebody: the door is tested here, the sign-in elsewhere."""

    def be(actor: Actor) -> Client:
        monkeypatch.setattr("project06.kernel.access._actor_loader", lambda: lambda _request: actor)
        return Client()

    return be


@pytest.fixture
def stool(db):
    return agencies.create_post(agency="TTHCC-02536", title="Công chức", on=today(), by=SYSTEM)


def test_creates_a_post_appoints_somebody_and_gives_a_role(as_actor, provincial, minh):
    client = as_actor(provincial)

    assert client.get("/agencies/TTHCC-02536/posts/").status_code == 200
    assert client.get("/agencies/TTHCC-02536/posts/create/").status_code == 200
    made = client.post("/agencies/TTHCC-02536/posts/create/", {"title": "Giám đốc"})["Location"]
    assert client.get(made).status_code == 200
    said = {"staff_number": minh.staff_number, "valid_from": today().isoformat()}
    assert client.post(f"{made}appoint/", said)["Location"] == made
    assert client.post(f"{made}grant/", {"role": "one_stop_officer"})["Location"] == made
    page = client.get(made).content.decode()
    assert minh.name in page
    assert client.post(f"{made}revoke/", {"role": "one_stop_officer"})["Location"] == made
    [holder] = agencies.get_post(made.split("/")[-2], today()).holders
    assert client.post(f"/agencies/assignments/{holder.uuid}/end/")["Location"] == made
    assert client.get("/agencies/roles/").status_code == 200


def test_shows_what_was_wrong_in_the_form(as_actor, provincial, stool, minh):
    client = as_actor(provincial)
    address = f"/agencies/posts/{stool.uuid}/"
    said = {"staff_number": minh.staff_number, "valid_from": today().isoformat()}

    assert client.post("/agencies/TTHCC-02536/posts/create/", {"title": stool.title}).status_code == 422
    assert client.post(f"{address}appoint/", said | {"staff_number": "nobody"}).status_code == 422
    assert client.post(f"{address}appoint/", said | {"valid_to": said["valid_from"]}).status_code == 422
    assert client.post(f"{address}appoint/", {}).status_code == 422
    assert client.post(f"{address}grant/", {"role": "emperor"}).status_code == 422


def test_keeps_everybody_else_out(as_actor, other_commune, stool):
    stranger = Actor(account=None, name="", kind=other_commune.kind)
    pages = ["TTHCC-02536/posts/", "TTHCC-02536/posts/create/", f"posts/{stool.uuid}/"]
    acts = [f"posts/{stool.uuid}/appoint/", f"posts/{stool.uuid}/grant/", f"posts/{stool.uuid}/revoke/"]

    for actor in (other_commune, stranger):
        client = as_actor(actor)
        assert [client.get(f"/agencies/{page}").status_code for page in pages] == [403] * len(pages)
        assert [client.post(f"/agencies/{act}").status_code for act in acts] == [403] * len(acts)


def test_offers_the_posts_on_the_public_page_to_administrators_only(as_actor, other_commune):
    there = "/agencies/TTHCC-02536/posts/"

    assert there in as_actor(administrator("VN")).get("/agencies/TTHCC-02536/").content.decode()
    assert there not in as_actor(other_commune).get("/agencies/TTHCC-02536/").content.decode()
