"""The first word of an address is the package that answers it."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from project06.config.api import api
from project06.config.health import healthy
from project06.portal.web.views import home

# Packages with pages: /places/ belongs to places, and so on.
ROOMS = ("ui", "evidence", "places", "agencies", "notices", "reporting", "identity", "programme", "portal")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("healthy/", healthy, name="healthy"),
    path("language/", set_language, name="set_language"),
    path("api/v1/", api.urls),
    # allauth looks its addresses up by names of its own, outside the package's name space.
    path("identity/", include("project06.identity.web.sign_in_urls")),
    *(
        path(f"{room}/", include(f"project06.{room}.web.urls"))
        for room in ROOMS
        if find_spec(f"project06.{room}.web") and find_spec(f"project06.{room}.web.urls")
    ),
]

handler400 = "project06.kernel.problems.bad_request"
handler403 = "project06.kernel.problems.permission_denied"
handler404 = "project06.kernel.problems.page_not_found"
handler500 = "project06.kernel.problems.server_error"
