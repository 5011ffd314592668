"""Journeys: a real browser against a real demo installation in a process of its own."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection, connections
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from project06.config import processes
from project06.config.environment import REPOSITORY

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
AXE = REPOSITORY / ".project06" / "assets" / "tests" / "axe.min.js"


def _chromium() -> str:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        reason = "Chromium is missing: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def site(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a demo installation over a copy of the test database; give its address."""
    connections.close_all()  # a database is copied only while nobody uses it
    settings = connection.settings_dict
    name = f"{settings['NAME']}_journeys"
    address = f"host={settings['HOST']} port={settings['PORT']} user={settings['USER']}"
    if settings["PASSWORD"]:
        address += f" password={settings['PASSWORD']}"
    with psycopg.connect(f"{address} dbname=postgres", autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{settings["NAME"]}"')
    port = _free_port()
    secret = f":{quote(settings['PASSWORD'])}" if settings["PASSWORD"] else ""
    host = f"{settings['USER']}{secret}@placeholder:{settings['PORT']}/{name}?host={quote(settings['HOST'], safe='')}"
    environment = {
        **os.environ,
        "PROJECT06_MODE": "demo",
        "PROJECT06_HOME": str(tmp_path_factory.mktemp("journeys")),
        "PROJECT06_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "DATABASE_URL": f"postgresql://{host}",
        "PYTHONPATH": str(REPOSITORY / "src"),
        "DJANGO_SETTINGS_MODULE": "project06.config.settings",
    }
    subprocess.run(
        [sys.executable, "-c", "from project06.config import world; world.prepare(); world.fill_demo(people=20)"],
        env=environment,
        check=True,
    )
    children = processes.Children(environment=environment)
    children.start(processes.web_command(port, workers=1))
    try:
        processes.wait_until_answers(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        children.stop()
        with psycopg.connect(f"{address} dbname=postgres", autocommit=True) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def browser(monkeypatch_module: pytest.MonkeyPatch) -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread; Django would refuse every query meanwhile.
    monkeypatch_module.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_chromium(), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def monkeypatch_module() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


class Visitor:
    """A person at a browser, in one language."""

    def __init__(self, browser: Browser, site: str, language: str) -> None:
        self.site = site
        self.context: BrowserContext = browser.new_context(locale=language, viewport={"width": 1280, "height": 900})
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda message: self._hear(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfailed", lambda request: self._lost(request.url, request.failure))

    def _hear(self, kind: str, text: str) -> None:
        # An expected refusal (403, 404) is logged by the browser as a failed resource; pages assert it themselves.
        if kind in {"error", "warning"} and "Failed to load resource" not in text:
            self.complaints.append(text)

    def _lost(self, url: str, failure: str | None) -> None:
        # Leaving a page stops what it was still loading.
        if failure != "net::ERR_ABORTED":
            self.complaints.append(f"{url}: {failure}")

    def opens(self, path: str) -> int:
        response = self.page.goto(self.site + path, wait_until="load")
        assert response is not None
        return response.status

    def chooses_language(self, language: str) -> None:
        self.context.add_cookies([{"name": "project06_language", "value": language, "url": self.site}])

    def signs_in_as(self, name: str) -> None:
        self.opens("/identity/demo/")
        self.page.get_by_role("button", name=name).first.click()
        self.page.wait_for_load_state("load")

    def finds_no_barrier(self, *, widths: tuple[int, ...] = (320, 768, 1280)) -> None:
        """Check WCAG 2.2 AA, one heading of the first level, no sideways scrolling, no complaint of the browser."""
        for width in widths:
            self.page.set_viewport_size({"width": width, "height": 900})
            if not self.page.evaluate("() => Boolean(window.axe)"):
                self.page.evaluate(AXE.read_text())
            result = self.page.evaluate(
                "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],"
                " resultTypes: ['violations']})"
            )
            found = [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in result["violations"]]
            assert not found, f"{self.page.url} at {width} px: {found}"
            beyond = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert beyond <= 0, f"{self.page.url} at {width} px scrolls {beyond} px sideways"
        assert self.page.locator("h1").count() == 1, self.page.url
        assert not self.complaints, self.complaints


@pytest.fixture
def visitor(browser: Browser, site: str) -> Iterator[object]:
    """Give a function that lets a person with a language arrive."""
    visitors: list[Visitor] = []

    def arrives(language: str = "vi") -> Visitor:
        visitors.append(Visitor(browser, site, language))
        return visitors[-1]

    yield arrives
    for each in visitors:
        each.context.close()
