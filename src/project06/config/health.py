"""Whether this process can serve: asked by the launcher, proxies and monitors."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from project06.kernel.access import public_page


@public_page
@require_safe
@never_cache
def healthy(_request: HttpRequest) -> HttpResponse:
    """Answer `ok` when the database answers; otherwise the error page's 500 tells."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
