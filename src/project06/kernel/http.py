"""Calls to other systems: always with a time limit, never to a private address by accident.

Redirects are not followed and proxies of the environment are not used: where a call ends must be what was
checked. Only idempotent methods are tried again, so nothing is ever ordered twice.
"""

import ipaddress
import socket
import time
from collections.abc import Mapping

import httpx
from django.conf import settings

from project06.kernel.logs import get_logger

LONGEST_TIMEOUT_SECONDS = 60.0
_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
_PASSING = frozenset({502, 503, 504})
_FIRST_PAUSE_SECONDS = 0.2
_log = get_logger("http")


class AddressRefused(httpx.TransportError):
    """The name leads to a private, local or reserved address (OWASP: server-side request forgery)."""


def client(
    *, timeout_seconds: float, tries: int = 3, base_url: str = "", headers: Mapping[str, str] | None = None
) -> httpx.Client:
    """Return a client to be used in a `with` block.

    `timeout_seconds` limits each connect, read and write (at most 60 s); `tries` counts for GET, HEAD, OPTIONS,
    PUT and DELETE, others are sent once. Raises ValueError for limits outside the bounds.
    """
    if not 0 < timeout_seconds <= LONGEST_TIMEOUT_SECONDS:
        raise ValueError(f"A time limit is above 0 and at most {LONGEST_TIMEOUT_SECONDS:.0f} seconds.")
    if not 1 <= tries <= 5:
        raise ValueError("A call is tried once to five times.")
    return httpx.Client(
        base_url=base_url,
        headers={"User-Agent": "Project06/1", **(headers or {})},
        timeout=httpx.Timeout(timeout_seconds),
        transport=CarefulTransport(tries=tries),
        follow_redirects=False,
        trust_env=False,
    )


class CarefulTransport(httpx.BaseTransport):
    """Checks where a name leads, connects exactly there, and tries again what may be tried again."""

    def __init__(self, *, tries: int) -> None:
        self._tries = tries
        # One pool a name: two names at one address must not share a connection that was proved for the other.
        self._wires: dict[str, httpx.HTTPTransport] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request. Raises AddressRefused, or httpx's own errors after the last try."""
        host = request.url.host
        # Connecting to the checked address itself: a second look-up could answer differently (DNS rebinding).
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = request.url.copy_with(host=checked_address(host, request.url.port or 443))
        tries = self._tries if request.method in _IDEMPOTENT else 1
        return self._send(request, host, tries)

    def close(self) -> None:
        """Close the connections."""
        for wire in self._wires.values():
            wire.close()

    def _send(self, request: httpx.Request, host: str, tries: int) -> httpx.Response:
        wire = self._wires.setdefault(host, httpx.HTTPTransport(trust_env=False))
        for attempt in range(1, tries):
            try:
                response = wire.handle_request(request)
            except httpx.TransportError as error:
                reason = type(error).__name__
            else:
                if response.status_code not in _PASSING:
                    return response
                reason = str(response.status_code)
                response.close()
            _log.warning("call_tried_again", host=host, method=request.method, reason=reason, attempt=attempt)
            time.sleep(_FIRST_PAUSE_SECONDS * 2 ** (attempt - 1))
        return wire.handle_request(request)


def checked_address(host: str, port: int) -> str:
    """Return an address of `host` that may be called.

    Raises AddressRefused when any of its addresses is not public and not listed in
    PROJECT06_HTTP_PRIVATE_NETWORKS, and httpx.ConnectError when the name is unknown.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise httpx.ConnectError(f"The name {host} is unknown.") from error
    addresses = [str(each[4][0]) for each in found]
    for address in addresses:
        if not _may_be_called(address):
            raise AddressRefused(f"{host} leads to {address}, which is not a public address.")
    return addresses[0]


def _may_be_called(address: str) -> bool:
    parsed = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(parsed, "ipv4_mapped", None)
    plain = mapped or parsed
    allowed = (ipaddress.ip_network(network) for network in settings.PROJECT06_HTTP_PRIVATE_NETWORKS)
    return (plain.is_global and not plain.is_multicast) or any(plain in network for network in allowed)
