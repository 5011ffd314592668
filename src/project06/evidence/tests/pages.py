"""Who is who for the tests of the pages."""

from django.http import HttpRequest

from project06.evidence.tests.cast import LAN, MINH, TUAN
from project06.kernel.permissions import Actor

PEOPLE = {"lan": LAN, "minh": MINH, "tuan": TUAN}


def load_actor(request: HttpRequest) -> Actor | None:
    """Return the person named in the header."""
    return PEOPLE.get(request.headers.get("X-Test-Person", ""))
