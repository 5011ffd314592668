"""Pages below /evidence/."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from project06.evidence.data import RecordPage
from project06.evidence.enums import AUDIT
from project06.evidence.operations.inspect_records import inspect_records
from project06.evidence.web.forms import FilterForm
from project06.evidence.web.presenters import present_page
from project06.kernel.access import actor_of, requires


@requires(AUDIT)
@require_safe
def inspect(request: HttpRequest) -> HttpResponse:
    """Show records to an auditor, filtered."""
    form = FilterForm(request.GET)
    page = RecordPage((), None)
    if form.is_valid():
        page = inspect_records(wanted=form.wanted(), cursor=form.cleaned_data["cursor"], by=actor_of(request))
    context = {"form": form, "table": present_page(page, request.GET)}
    return render(request, "evidence/inspect.html", context, status=200 if form.is_valid() else 422)
