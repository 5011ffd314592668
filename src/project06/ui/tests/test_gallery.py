"""The gallery in a real browser: every component in every state is open to everybody, and light."""

import os
import shutil
from collections.abc import Iterator
from socketserver import ThreadingMixIn
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright

from project06.ui.locales import LANGUAGES

from .first_view import LIMIT_BYTES, measure_first_view

AXE = settings.PROJECT06_ASSETS / "tests" / "axe.min.js"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Silent(WSGIRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = make_server("127.0.0.1", 0, get_wsgi_application(), server_class=_Server, handler_class=_Silent)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        reason = "Chromium is missing: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, site):
    """Open a page as a visitor with a language, a width and a colour scheme; complain about complaints."""
    contexts = []
    complaints = []

    def _visit(path: str, language: str = "vi", width: int = 1280, scheme: str = "light", **more: object) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, locale=language, **more
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(site + path, wait_until="networkidle")
        return page

    yield _visit
    for context in contexts:
        context.close()
    assert complaints == []


def _barriers(page: Page) -> list[tuple[str, int]]:
    page.evaluate(AXE.read_text())
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
    return [(each["id"], len(each["nodes"])) for each in found]


def _sideways(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_it_has_no_barriers_and_never_scrolls_sideways(visit, width, scheme):
    page = visit("/ui/gallery/", width=width, scheme=scheme)

    assert _barriers(page) == []
    assert _sideways(page) == 0
    assert page.locator("h1").count() == 1


@pytest.mark.browser
@pytest.mark.parametrize("language", [each.code for each in LANGUAGES])
def test_it_has_no_barriers_in_any_language(visit, language):
    page = visit("/ui/gallery/", language=language, width=320)

    assert page.locator("html").get_attribute("lang") == language
    assert _barriers(page) == []
    assert _sideways(page) == 0


@pytest.mark.browser
def test_it_has_no_barriers_when_every_table_is_open(visit):
    page = visit("/ui/gallery/", width=320)

    for summary in page.locator("main summary").all():
        summary.click()

    assert _barriers(page) == []
    assert _sideways(page) == 0


@pytest.mark.browser
def test_text_twice_as_large_still_fits(visit):
    page = visit("/ui/gallery/", width=640)

    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert _sideways(page) == 0


@pytest.mark.browser
def test_the_keyboard_finds_the_way_past_the_header_first(visit):
    page = visit("/ui/gallery/")

    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    first = page.locator(".skip")
    first.focus()

    assert first.is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.browser
def test_the_reader_starts_at_the_summary_of_errors(visit):
    page = visit("/ui/gallery/")

    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"


@pytest.mark.browser
def test_choosing_a_language_is_enough_where_scripts_run(visit):
    page = visit("/ui/gallery/", language="en")

    with page.expect_navigation():
        page.locator("#language").select_option("cs")

    assert page.locator("html").get_attribute("lang") == "cs"


@pytest.mark.browser
def test_the_language_can_be_changed_without_scripts(visit):
    page = visit("/ui/gallery/", language="en", java_script_enabled=False)

    page.locator("#language").select_option("uk")
    page.locator("form.language button").click()

    assert page.locator("html").get_attribute("lang") == "uk"
    assert page.url.endswith("/ui/gallery/")


@pytest.mark.browser
@pytest.mark.parametrize("language", [each.code for each in LANGUAGES])
def test_a_plain_page_in_any_language_weighs_less_than_120_kilobytes(chromium, site, language):
    context = chromium.new_context(locale=language)

    view = measure_first_view(context.new_page(), f"{site}/nowhere/")

    context.close()
    assert view.bytes_by_kind["font"] > 20_000
    assert view.total_bytes < LIMIT_BYTES, view.bytes_by_kind


def test_production_has_no_gallery(settings):
    settings.PROJECT06_MODE = "production"

    assert Client(headers={"host": "localhost"}).get("/ui/gallery/").status_code == 404


def test_everybody_may_see_it_in_the_demo(settings):
    settings.PROJECT06_MODE = "demo"

    assert Client(headers={"host": "localhost"}).get("/ui/gallery/").status_code == 200
