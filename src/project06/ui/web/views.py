"""The gallery: every component in every state, for those who build pages and for the accessibility tests."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from project06.kernel.access import public_page
from project06.kernel.errors import NotFound

from .gallery import gallery_context


@public_page
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component; production has no such page."""
    if settings.PROJECT06_MODE == "production":
        raise NotFound
    return render(request, "ui/gallery.html", gallery_context())
