"""It signs in as a persona with one click, in the demonstration and nowhere else."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client, override_settings
from django.urls import include, path

from project06.identity import public as identity
from project06.identity.errors import UnknownPersona
from project06.identity.models import Account
from project06.identity.queries.personas import PERSONAS
from project06.identity.tests.conftest import SYSTEM, recorded
from project06.identity.web.demo_urls import demo_urlpatterns
from project06.kernel.access import actor_of
from project06.kernel.permissions import anonymous, can

pytestmark = pytest.mark.django_db

# What the addresses look like in a process that was started as the demonstration.
urlpatterns = [
    path("identity/", include((demo_urlpatterns("demo"), "identity_demo"))),
    path("", include("project06.config.urls")),
]
handler404 = "project06.kernel.problems.page_not_found"

in_demo = override_settings(PROJECT06_MODE="demo", ROOT_URLCONF=__name__)


@pytest.fixture
def world(db):
    with in_demo:
        identity.load_demo(by=SYSTEM)
        yield


def be(client: Client, persona: str, **fields):
    return client.post("/identity/demo/", {"persona": persona, **fields})


def test_shows_the_whole_cast(client, world):
    page = client.get("/identity/demo/").content.decode()

    for persona in PERSONAS:
        assert persona.full_name in page


@pytest.mark.parametrize("persona", [persona.code for persona in PERSONAS])
def test_signs_in_as_each_of_them(client, world, persona):
    assert be(client, persona)["Location"] == "/"

    account = Account.objects.get(email=f"{persona}@demo.example")
    assert client.session["_auth_user_id"] == str(account.pk)
    assert not account.has_usable_password()
    assert recorded(action="identity.sign-in-persona", account=account)


def test_gives_each_the_rights_of_the_post_and_no_other(client, world):
    expected = {
        "lan": (None, None),
        "minh": ("TTHCC-02536", None),
        "hoa": ("TTHCC-02545", None),
        "tuan": ("TTCP", "evidence.audit"),
        "mai": ("CA-02536", None),
        "son": ("UBND-08", "programme.manage-tasks"),
        "chinh": ("UBND-08", "programme.approve-indicators"),
    }
    every = {permission for _, permission in expected.values() if permission} | {
        "agencies.administer",
        "identity.administer",
    }
    for persona, (agency, held) in expected.items():
        be(client, persona)
        actor = actor_of(client.get("/identity/").wsgi_request)

        assert actor.agency == agency
        assert {permission for permission in every if can(actor, permission)} == ({held} if held else set())


def test_keeps_hoa_out_of_minhs_commune(client, world):
    be(client, "chinh")
    chairman = actor_of(client.get("/identity/").wsgi_request)

    # Since 2025-07-01 the province is Tuyên Quang with Hà Giang; the old provinces' records are its own.
    assert can(chairman, "programme.read", path="VN/08/02536")
    assert can(chairman, "programme.read", path="VN/02/024")
    assert not can(chairman, "programme.read", path="VN/25/08000")


def test_changes_the_persona_with_another_click(client, world):
    be(client, "lan")
    before = client.session.session_key

    be(client, "minh")

    assert client.session.session_key != before
    assert Account.objects.get(pk=client.session["_auth_user_id"]).email == "minh@demo.example"


def test_leads_to_a_page_of_ours_only(client, world):
    assert be(client, "lan", next="/identity/sessions/")["Location"] == "/identity/sessions/"
    assert be(client, "lan", next="https://evil.example/")["Location"] == "/"


def test_does_not_know_other_people(client, world):
    assert be(client, "nobody").status_code == 404
    assert be(client, "").status_code == 404


def test_is_created_once(world):
    assert identity.load_demo(by=SYSTEM) == 0


def test_demands_the_forms_protection_token(world):
    assert be(Client(enforce_csrf_checks=True), "lan").status_code == 403


@pytest.mark.parametrize("mode", ["production", "test"])
class TestOutsideTheDemonstration:
    def test_has_no_such_address(self, client, mode):
        assert demo_urlpatterns(mode) == []
        assert client.get("/identity/demo/").status_code == 404
        assert be(client, "lan").status_code == 404

    def test_refuses_the_operations(self, mode):
        with override_settings(PROJECT06_MODE=mode):
            with pytest.raises(UnknownPersona):
                identity.sign_in_persona(persona="lan", by=anonymous())
            with pytest.raises(UnknownPersona):
                identity.load_demo(by=SYSTEM)

    @pytest.mark.usefixtures("world")
    def test_refuses_although_the_cast_was_once_created(self, client, mode):
        with override_settings(PROJECT06_MODE=mode):
            assert be(client, "lan").status_code == 404

    @pytest.mark.usefixtures("world")
    def test_takes_no_mark_of_the_demonstration_for_a_second_factor(self, client, mode):
        be(client, "tuan")

        with override_settings(PROJECT06_MODE=mode):
            answer = client.get("/identity/")

        assert answer["Location"] == "/identity/second-factor/"
        assert actor_of(answer.wsgi_request).grants == ()

    def test_creates_nobody_by_command(self, mode):
        with override_settings(PROJECT06_MODE=mode), pytest.raises(CommandError):
            call_command("identity_load_demo", write=True)

    def test_cannot_be_flipped_by_a_request(self, client, mode):
        with override_settings(PROJECT06_MODE=mode):
            for headers in ({"X-Project06-Mode": "demo"}, {"Cookie": "PROJECT06_MODE=demo"}):
                assert client.get("/identity/demo/?PROJECT06_MODE=demo&mode=demo", headers=headers).status_code == 404
