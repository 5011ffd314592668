"""Officials sign in: the desk, the chairman's page, and the doors that stay shut."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser-1")]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_minh_reaches_his_desk(visitor, language: str) -> None:  # type: ignore[no-untyped-def]
    minh = visitor(language)
    minh.chooses_language(language)

    minh.signs_in_as("Minh")
    minh.opens("/portal/desk/")

    assert "Minh" in minh.page.locator("body").inner_text()
    minh.finds_no_barrier()


def test_the_chairman_sees_his_province_on_one_screen(visitor) -> None:  # type: ignore[no-untyped-def]
    chairman = visitor("vi")

    chairman.signs_in_as("Chính")
    status = chairman.opens("/programme/")

    assert status == 200
    chairman.finds_no_barrier()


def test_lan_is_refused_the_chairman_s_page_in_one_sentence(visitor) -> None:  # type: ignore[no-untyped-def]
    lan = visitor("vi")

    lan.signs_in_as("Lan")
    status = lan.opens("/programme/")

    assert status == 403
    lan.finds_no_barrier()


def test_a_stranger_is_led_to_the_sign_in_page(visitor) -> None:  # type: ignore[no-untyped-def]
    stranger = visitor("vi")

    stranger.opens("/portal/desk/")

    assert "/identity/sign-in/" in stranger.page.url
