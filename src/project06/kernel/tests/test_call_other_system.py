import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import httpx
import pytest

from project06.kernel import http
from project06.kernel.http import AddressRefused, checked_address, client


class Neighbour(BaseHTTPRequestHandler):
    """Answers what the path says, and notes who called."""

    calls: ClassVar[list[tuple[str, str, dict]]] = []

    def answer(self) -> None:
        self.calls.append((self.command, self.path, dict(self.headers)))
        if self.path == "/slow":
            time.sleep(1)
        first = sum(path == self.path for _, path, _ in self.calls) == 1
        status = {"/busy-once": 503 if first else 200, "/busy": 503, "/moved": 302}.get(self.path, 200)
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.send_header("Location", "/elsewhere")
        self.end_headers()

    do_GET = answer  # noqa: N815 - the library's names
    do_POST = answer  # noqa: N815
    do_PUT = answer  # noqa: N815

    def log_message(self, *args) -> None:
        """Keep quiet."""


@pytest.fixture
def neighbour(settings, monkeypatch) -> Iterator[str]:
    settings.PROJECT06_HTTP_PRIVATE_NETWORKS = ("127.0.0.0/8",)
    monkeypatch.setattr(http, "_FIRST_PAUSE_SECONDS", 0.01)
    Neighbour.calls = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Neighbour)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_call_says_who_calls_and_whom(neighbour):
    with client(timeout_seconds=2, base_url=neighbour) as wire:
        assert wire.get("/here").status_code == 200

    (method, path, headers) = Neighbour.calls[0]
    assert (method, path) == ("GET", "/here")
    assert headers["User-Agent"] == "Project06/1"
    assert headers["Host"] == neighbour.removeprefix("http://")


def test_a_call_by_name_reaches_the_checked_address_under_its_name(neighbour, monkeypatch):
    port = neighbour.rpartition(":")[2]
    monkeypatch.setattr(http.socket, "getaddrinfo", lambda *_a, **_k: [(2, 1, 6, "", ("127.0.0.1", int(port)))])

    with client(timeout_seconds=2) as wire:
        wire.get(f"http://tax.example:{port}/here")

    assert Neighbour.calls[0][2]["Host"] == f"tax.example:{port}"


def test_a_slow_neighbour_is_given_up(neighbour):
    with client(timeout_seconds=0.1, tries=1) as wire, pytest.raises(httpx.ReadTimeout):
        wire.get(f"{neighbour}/slow")


@pytest.mark.parametrize("seconds", [0, -1, 61])
def test_a_client_has_a_time_limit(seconds):
    with pytest.raises(ValueError, match="time limit"):
        client(timeout_seconds=seconds)


def test_a_client_tries_at_most_five_times():
    with pytest.raises(ValueError, match="once to five times"):
        client(timeout_seconds=1, tries=6)


def test_a_passing_failure_is_tried_again(neighbour):
    with client(timeout_seconds=2) as wire:
        assert wire.get(f"{neighbour}/busy-once").status_code == 200

    assert len(Neighbour.calls) == 2


def test_the_last_answer_counts_even_if_it_is_a_failure(neighbour):
    with client(timeout_seconds=2, tries=3) as wire:
        assert wire.put(f"{neighbour}/busy").status_code == 503

    assert len(Neighbour.calls) == 3


def test_an_order_is_never_sent_twice(neighbour):
    with client(timeout_seconds=2) as wire:
        assert wire.post(f"{neighbour}/busy-once").status_code == 503

    assert len(Neighbour.calls) == 1


def test_a_refused_connection_is_tried_again_then_raised(neighbour, monkeypatch):
    pauses = []
    monkeypatch.setattr(http.time, "sleep", pauses.append)

    with client(timeout_seconds=2, tries=3) as wire, pytest.raises(httpx.ConnectError):
        wire.get("http://127.0.0.1:1/")

    assert pauses == [0.01, 0.02]


def test_a_redirect_is_shown_not_followed(neighbour):
    with client(timeout_seconds=2) as wire:
        assert wire.get(f"{neighbour}/moved").status_code == 302

    assert len(Neighbour.calls) == 1


PRIVATE = "127.0.0.1 10.0.0.8 192.168.1.1 169.254.169.254 0.0.0.0 ::1 ::ffff:10.0.0.8 fe80::1%lo 224.0.0.1"


@pytest.mark.parametrize("address", PRIVATE.split())
def test_private_addresses_are_refused(address, settings, monkeypatch):
    settings.PROJECT06_HTTP_PRIVATE_NETWORKS = ()
    monkeypatch.setattr(http.socket, "getaddrinfo", lambda *_a, **_k: [(2, 1, 6, "", (address, 443))])

    with pytest.raises(AddressRefused):
        checked_address("inside.example", 443)


def test_one_private_address_among_public_ones_is_enough_to_refuse(settings, monkeypatch):
    found = [(2, 1, 6, "", ("93.184.215.14", 443)), (2, 1, 6, "", ("10.0.0.8", 443))]
    monkeypatch.setattr(http.socket, "getaddrinfo", lambda *_a, **_k: found)

    with pytest.raises(AddressRefused):
        checked_address("half.example", 443)


def test_a_public_address_is_allowed(monkeypatch):
    monkeypatch.setattr(http.socket, "getaddrinfo", lambda *_a, **_k: [(2, 1, 6, "", ("93.184.215.14", 443))])

    assert checked_address("public.example", 443) == "93.184.215.14"


def test_an_unknown_name_cannot_be_called(monkeypatch):
    def unknown(*_arguments, **_options):
        raise OSError("no such name")

    monkeypatch.setattr(http.socket, "getaddrinfo", unknown)

    with pytest.raises(httpx.ConnectError, match="unknown"):
        checked_address("nowhere.example", 443)
