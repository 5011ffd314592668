"""The first word of an address is the package that answers it."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []

handler400 = "project06.kernel.problems.bad_request"
handler403 = "project06.kernel.problems.permission_denied"
handler404 = "project06.kernel.problems.page_not_found"
handler500 = "project06.kernel.problems.server_error"
