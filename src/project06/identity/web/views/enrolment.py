"""Taking over an account by a one-time link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from project06.identity.errors import UnusableEnrolment, WeakPassword
from project06.identity.operations import enrol as operation
from project06.identity.queries.find_enrolment import find_enrolment
from project06.identity.web.forms import EnrolForm
from project06.kernel.access import actor_of, public_page


@public_page
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for a password; afterwards the person signs in with it and sets up a second factor."""
    enrolment = find_enrolment(token)
    if enrolment is None:
        raise UnusableEnrolment
    form = EnrolForm(request.POST or None)
    if form.is_valid():
        try:
            operation.enrol(token=token, password=form.cleaned_data["password"], by=actor_of(request))
        except WeakPassword as refusal:
            for error in refusal.field_errors:
                form.add_error("password", str(error.sentence))
        else:
            return redirect("account_login")
    context = {"form": form, "name": enrolment.account.display_name, "email": enrolment.account.email}
    # The address is the secret. The house's referrer policy keeps it on this site; "no-referrer" would also hide
    # the form's origin, without which the protection against forged forms refuses it.
    return render(request, "identity/enrol.html", context, status=422 if form.errors else 200)
