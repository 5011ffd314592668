"""The one-click sign-in of the demonstration world: outside of it the address does not exist."""

from django.urls import URLPattern, path

from project06.identity.web.views import demo


def demo_urlpatterns(mode: str) -> list[URLPattern]:
    """Return the addresses of the demonstration, none in any other mode."""
    if mode != "demo":
        return []
    return [path("demo/", demo.demo, name="demo")]
