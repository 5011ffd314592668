"""Refusals as answers: problem+json (RFC 9457) for programs, one sentence and what to do for people."""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import resolve_url
from django.template.loader import render_to_string, select_template
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from project06.kernel.errors import (
    FieldError,
    ForgedForm,
    Invalid,
    NotAllowed,
    NotFound,
    Refusal,
    SignInNeeded,
    TooMany,
    refusal_observers,
)
from project06.kernel.logs import get_logger, request_id
from project06.kernel.masking import mask

_PROBLEM_TYPE = "application/problem+json"
_log = get_logger("problems")


class Failed(Refusal):
    """A defect of ours: the person is told so, the details are in the log under the request's id."""

    code = "kernel.failed"
    status = 500
    sentence = _("Something went wrong on our side, and nothing was saved.")
    remedy = _("Try again in a moment. If it happens again, tell us the number of this request.")


def wants_problem(request: HttpRequest) -> bool:
    """Say whether a program asks: an address below /api/, or the problem media type in Accept."""
    return request.path.startswith("/api/") or _PROBLEM_TYPE in request.headers.get("Accept", "")


def refusal_response(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Turn a refusal into the answer for this kind of visitor, after telling the observers."""
    for observe in refusal_observers:
        observe(request, refusal)
    if wants_problem(request):
        return problem_response(refusal)
    if isinstance(refusal, SignInNeeded):
        return _to_sign_in(request)
    return _page(request, refusal)


def problem_response(refusal: Refusal) -> HttpResponse:
    """Return the refusal as an RFC 9457 problem document in the active language."""
    return JsonResponse(
        problem(refusal),
        status=refusal.status,
        content_type=_PROBLEM_TYPE,
        json_dumps_params={"ensure_ascii": False},
    )


def problem(refusal: Refusal) -> dict[str, Any]:  # Any: a JSON document
    """Return the members of the problem document; it never repeats what somebody sent."""
    identifier = request_id()
    document: dict[str, Any] = {
        "type": f"urn:problem:project06:{refusal.code}",
        "title": HTTPStatus(refusal.status).phrase,
        "status": refusal.status,
        "detail": refusal.say(),
        "code": refusal.code,
    }
    if identifier:
        document["instance"] = f"urn:uuid:{identifier}"
    if refusal.field_errors:
        document["errors"] = [
            {"field": each.field, "code": each.code, "detail": str(each.sentence)} for each in refusal.field_errors
        ]
    return document


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    back = request.get_full_path() if request.method in {"GET", "HEAD"} else "/"
    answer = redirect_to_login(back, resolve_url(settings.LOGIN_URL))
    if request.headers.get("HX-Request") == "true":
        # A fragment of a page must not be replaced by a sign-in page: let the whole page go there.
        return HttpResponse(status=204, headers={"HX-Redirect": answer.url})
    return answer


def _page(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    template = select_template([f"ui/errors/{refusal.status}.html", "ui/errors/refusal.html", "kernel/refusal.html"])
    return HttpResponse(template.render(_context(refusal), request), status=refusal.status)


def _context(refusal: Refusal) -> dict[str, object]:
    return {
        "status": refusal.status,
        "code": refusal.code,
        "sentence": refusal.say(),
        "remedy": str(refusal.remedy),
        "request_id": request_id(),
        "field_errors": refusal.field_errors,
    }


class RefusalMiddleware:
    """Answers the refusals that escape from views; stands innermost."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer an expected refusal; leave everything else to Django."""
        return refusal_response(request, exception) if isinstance(exception, Refusal) else None


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer an unknown address (handler404)."""
    return refusal_response(request, NotFound())


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer Django's own PermissionDenied (handler403)."""
    return refusal_response(request, NotAllowed())


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer a request that Django itself found suspicious (handler400)."""
    return refusal_response(request, Refusal())


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a defect (handler500); Django has logged the traceback under the request's id."""
    try:
        return refusal_response(request, Failed())
    except Exception as error:  # noqa: BLE001 - what failed may be the page frame or the database: say it plainly
        _log.error("failure_page_failed", exc_info=error)
        return HttpResponse(render_to_string("kernel/refusal.html", _context(Failed())), status=Failed.status)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form without its protection token (CSRF_FAILURE_VIEW)."""
    _log.warning("forged_form_refused", reason=reason)
    return refusal_response(request, ForgedForm())


def install_problem_handlers(api: NinjaAPI) -> None:
    """Make every refusal of a REST API leave as problem+json."""

    def answers(kind: type[Exception], handler: Callable[..., HttpResponse]) -> None:
        api.add_exception_handler(kind, handler)

    answers(Refusal, refusal_response)
    answers(Http404, lambda request, _error: refusal_response(request, NotFound()))
    answers(ValidationError, _answer_invalid)
    answers(HttpError, _answer_http_error)


def _answer_invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return refusal_response(request, Invalid(errors=list(_field_errors(error.errors))))


def _answer_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    if isinstance(error, AuthenticationError):
        return refusal_response(request, SignInNeeded())
    if isinstance(error, Throttled):
        return refusal_response(request, TooMany())
    kinds: dict[int, type[Refusal]] = {401: SignInNeeded, 403: NotAllowed, 404: NotFound, 422: Invalid, 429: TooMany}
    return refusal_response(request, kinds.get(error.status_code, Refusal)())


def _field_errors(errors: Iterable[dict[str, Any]]) -> Iterable[FieldError]:  # Any: pydantic's error records
    for each in errors:
        # ("query", field) or ("body", name of our argument, field); the input itself is left out.
        place, *names = (str(part) for part in each.get("loc", ("document",)))
        field = ".".join(names[1:] if place == "body" else names) or place
        yield FieldError(field=field, code=str(each.get("type", "invalid")), sentence=mask(str(each.get("msg", ""))))
