import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from project06.kernel import access, problems
from project06.kernel.access import Access, Entry, access_of, check_door_is_kept, public_page
from project06.kernel.tests import pages

OFFICER = {"X-Test-Person": "minh"}
CITIZEN = {"X-Test-Person": "lan"}


def test_anybody_may_enter_a_public_page(door):
    response = door.get("/open/")

    assert response.status_code == 200
    assert response.content == b"anonymous"


def test_a_stranger_is_sent_to_sign_in_and_back(door):
    response = door.get("/own/?tab=2")

    assert response.status_code == 302
    assert response.url == "/accounts/login/?next=/own/%3Ftab%3D2"


def test_a_stranger_inside_a_page_fragment_leaves_with_the_whole_page(door):
    response = door.get("/own/", headers={"HX-Request": "true"})

    assert response.status_code == 204
    assert response["HX-Redirect"].startswith("/accounts/login/")


def test_whoever_is_signed_in_may_enter_a_page_for_the_signed_in(door):
    assert door.get("/own/", headers=CITIZEN).content == b"own"


def test_an_officer_with_the_right_may_enter(door):
    assert door.post("/desk/", headers=OFFICER).content == b"desk"


def test_a_citizen_without_the_right_is_refused_with_a_sentence(door):
    response = door.post("/desk/", headers=CITIZEN)

    assert response.status_code == 403
    assert "You do not have the right to do this." in response.content.decode()


def test_a_page_that_declares_nothing_lets_nobody_in(door):
    response = door.get("/forgotten/", headers=OFFICER)

    assert response.status_code == 404
    assert b"nobody may see this" not in response.content


def test_a_page_that_declares_nothing_is_loud_while_developing(door, settings):
    settings.PROJECT06_UNDECLARED_VIEWS_FAIL = True

    with pytest.raises(ImproperlyConfigured, match="forgotten_page does not declare"):
        Client().get("/forgotten/")


@pytest.mark.parametrize(
    ("listed", "status"),
    [
        ({}, 404),
        ({"django.contrib.auth": "public"}, 200),
        ({"django.contrib": "public", "django.contrib.auth.views.LoginView": "signed-in"}, 302),
        ({"django.contrib.auth.views": "kernel.test-door"}, 302),
    ],
)
def test_a_foreign_page_is_opened_by_the_settings_the_longest_name_wins(door, settings, listed, status):
    settings.PROJECT06_VIEW_ACCESS = listed

    assert door.get("/listed/").status_code == status


def test_a_program_without_sign_in_gets_401(door):
    response = door.post("/api/v1/kernel/open", {"name": "x"}, content_type="application/json")

    assert response.status_code == 401
    assert response["Content-Type"] == "application/problem+json"


def test_each_method_of_a_rest_address_has_its_own_door(door):
    assert door.get("/api/v1/kernel/open").status_code == 200
    assert door.post("/api/v1/kernel/open", {}, content_type="application/json", headers=CITIZEN).status_code == 403
    assert door.delete("/api/v1/kernel/open").status_code == 405
    assert door.get("/api/v1/kernel/forgotten").status_code == 404


def test_the_door_comes_before_the_form_is_read(door):
    refused = door.post("/api/v1/kernel/open", "{broken", content_type="application/json", headers=CITIZEN)

    assert refused.status_code == 403


def test_a_session_alone_is_not_enough_to_write_over_rest(door, settings):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies[settings.SESSION_COOKIE_NAME] = "anything"

    response = strict.post(
        "/api/v1/kernel/open", {"name": "x", "age": 1}, content_type="application/json", headers=OFFICER
    )

    assert response.status_code == 403
    assert response.json()["code"] == "kernel.forged-form"


def test_a_form_from_another_site_is_refused(door):
    response = Client(enforce_csrf_checks=True).post("/desk/", headers=OFFICER)

    assert response.status_code == 403
    assert "could not be checked for safety" in response.content.decode()


def test_refusals_at_the_door_are_told_to_the_observers(door):
    seen = []
    problems.refusal_observers.append(lambda request, refusal: seen.append((request.path, refusal.code)))

    door.post("/desk/", headers=CITIZEN)

    assert seen == [("/desk/", "kernel.not-allowed")]


def test_a_view_declares_once():
    with pytest.raises(TypeError, match="declares its access twice"):
        public_page(pages.officer_page)


def test_what_a_view_declares_can_be_read():
    assert access_of(pages.officer_page) == Access(Entry.PERMISSION, "kernel.test-door")
    assert access_of(pages.forgotten_page) is None


def test_a_start_without_the_door_keeper_fails(settings):
    settings.MIDDLEWARE = []

    assert {each.id for each in check_door_is_kept()} == {"kernel.E001"}
    assert len(check_door_is_kept()) == 2


def test_nobody_is_signed_in_without_a_loader(settings):
    settings.PROJECT06_ACTOR_LOADER = ""
    access._actor_loader.cache_clear()

    assert access._actor_loader()(None) is None
    access._actor_loader.cache_clear()
