"""The first visit: home, search, places, sign-in; in six languages, on a phone and on a wide screen."""

import pytest

LANGUAGES = ("vi", "en", "pl", "hi", "cs", "uk")
PUBLIC_PAGES = (
    "/",
    "/portal/search/?q=dien+bien",
    "/places/",
    "/places/?on=2024-07-10",
    "/places/units/25/?on=2026-01-01",
    "/places/units/26/?on=2024-07-10",
    "/places/map/",
    "/agencies/",
    "/identity/sign-in/",
    "/identity/demo/",
    "/nowhere/",
)

pytestmark = [pytest.mark.browser]


@pytest.mark.parametrize(
    "language",
    [pytest.param(code, marks=pytest.mark.xdist_group(f"browser-{index % 2}")) for index, code in enumerate(LANGUAGES)],
)
def test_every_public_page_is_free_of_barriers(visitor, language: str) -> None:  # type: ignore[no-untyped-def]
    lan = visitor(language)
    lan.chooses_language(language)

    for path in PUBLIC_PAGES:
        lan.opens(path)

        assert lan.page.locator("html").get_attribute("lang") == language
        lan.finds_no_barrier()


@pytest.mark.xdist_group("browser-0")
def test_lan_finds_her_commune_without_diacritics(visitor) -> None:  # type: ignore[no-untyped-def]
    lan = visitor("vi")

    lan.opens("/")
    lan.page.get_by_role("searchbox").first.fill("muong phang")
    lan.page.get_by_role("searchbox").first.press("Enter")
    lan.page.get_by_role("link", name="Mường Phăng").first.click()

    lan.page.wait_for_load_state("load")
    assert "Mường Phăng" in lan.page.locator("h1").inner_text()
    assert "Điện Biên" in lan.page.locator("main").inner_text()


@pytest.mark.xdist_group("browser-1")
def test_lan_sees_what_became_of_vinh_phuc(visitor) -> None:  # type: ignore[no-untyped-def]
    lan = visitor("en-US")

    lan.opens("/")
    lan.page.get_by_role("link", name="Vĩnh Phúc").first.click()

    lan.page.wait_for_load_state("load")
    assert "Phú Thọ" in lan.page.locator("main").inner_text()


@pytest.mark.xdist_group("browser-0")
def test_the_page_speaks_the_visitor_s_language_and_changes_it_without_scripts(browser, site) -> None:  # type: ignore[no-untyped-def]
    context = browser.new_context(locale="cs-CZ", java_script_enabled=False)
    page = context.new_page()

    page.goto(site + "/")
    assert page.locator("html").get_attribute("lang") == "cs"
    page.locator("select[name=language]").select_option("uk")
    page.locator("form.language button").click()

    assert page.locator("html").get_attribute("lang") == "uk"
    context.close()


@pytest.mark.xdist_group("browser-1")
def test_the_first_view_weighs_less_than_120_kilobytes(browser, site) -> None:  # type: ignore[no-untyped-def]
    for locale in ("vi-VN", "en-US", "pl-PL", "hi-IN", "cs-CZ", "uk-UA"):
        context = browser.new_context(locale=locale, viewport={"width": 390, "height": 844})
        session = context.new_page()
        client = context.new_cdp_session(session)
        client.send("Network.enable")
        weights: list[float] = []
        client.on("Network.loadingFinished", lambda event, into=weights: into.append(event["encodedDataLength"]))

        session.goto(site + "/", wait_until="networkidle")

        assert sum(weights) < 120_000, f"{locale}: {sum(weights):.0f} bytes"
        context.close()
