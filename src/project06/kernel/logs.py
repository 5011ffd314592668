"""Logs as events with keys, and never with personal data.

`get_logger("places").info("units_loaded", count=3)` writes one JSON line in production and one readable line on
a developer's screen. Values under names that a model declares personal are dropped; personal numbers (9 or 12
digits) and e-mail addresses are masked wherever they turn up, tracebacks included.
"""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any
from uuid import UUID

import structlog
from django.apps import apps
from django.http import HttpRequest, HttpResponse
from structlog.typing import EventDict, Processor, WrappedLogger

from project06.kernel.ids import new_uuid
from project06.kernel.masking import looks_personal, mask
from project06.kernel.pii import personal_field_names

_DATABASE_DETAIL = re.compile(r"^(DETAIL|CONTEXT):.*$", re.MULTILINE)
_SECRETS = frozenset({"password", "token", "cookie", "authorization", "secret", "session_key", "csrf_token"})
_MEASURES = ("_vnd", "_ms", "_ns", "_seconds", "_bytes", "_count", "count")
_OWN_KEYS = frozenset({"event", "event_name", "level", "logger", "timestamp"})

_request_id: ContextVar[UUID | None] = ContextVar("project06_request_id", default=None)


def get_logger(name: str) -> structlog.stdlib.BoundLogger:
    """Return the logger of a package; an event is a past-tense name, the rest are keys without personal data."""
    logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(f"project06.{name}")
    return logger


def request_id() -> UUID | None:
    """Return the id of the request or job being worked on, or None outside one."""
    return _request_id.get()


@contextmanager
def working_on(identifier: UUID) -> Iterator[None]:
    """Mark everything logged and recorded inside as part of the request or job `identifier`."""
    token = _request_id.set(identifier)
    try:
        yield
    finally:
        _request_id.reset(token)


def scrub(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Drop what is declared personal and mask what looks personal (a structlog processor)."""
    forbidden = _forbidden_keys()
    for key in event.keys() - _OWN_KEYS:
        event[key] = "***" if key.lower() in forbidden else _scrubbed(key, event[key])
    for key in event.keys() & {"event", "event_name"}:
        event[key] = _masked_text(str(event[key]))
    return event


def _scrubbed(key: str, value: object) -> object:
    if isinstance(value, str):
        return _masked_text(value)
    if isinstance(value, dict):
        return scrub(None, "", {str(name): each for name, each in value.items()})
    if isinstance(value, list | tuple | set | frozenset):
        return [_scrubbed(key, each) for each in value]
    if isinstance(value, bool | float | UUID | None) or key.endswith(_MEASURES):
        return value
    return value if isinstance(value, int) and not looks_personal(str(value)) else _masked_text(str(value))


def _masked_text(text: str) -> str:
    # PostgreSQL repeats the offending row in DETAIL: a violated constraint must not print a person.
    return mask(_DATABASE_DETAIL.sub(r"\1: ***", text))


def _forbidden_keys() -> frozenset[str]:
    return _personal_keys() | _SECRETS if apps.models_ready else _SECRETS


@cache
def _personal_keys() -> frozenset[str]:
    return personal_field_names()


def _add_request_id(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    identifier = request_id()
    if identifier:
        event["request_id"] = str(identifier)
    return event


_SHARED: list[Processor] = [
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _add_request_id,
]


def configure() -> None:
    """Send structlog's events through the standard library's handlers (once, when the apps are ready)."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_SHARED,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def logging_settings(*, readable: bool, level: str = "INFO") -> dict[str, Any]:  # Any: logging's own dictConfig
    """Return Django's LOGGING: one handler to standard error, for a person (`readable`) or for a machine."""
    renderer: Processor = (
        structlog.dev.ConsoleRenderer(colors=False, event_key="event_name")
        if readable
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    processors: list[Processor] = [
        structlog.stdlib.ProcessorFormatter.remove_processors_meta,
        structlog.processors.format_exc_info,
        structlog.processors.EventRenamer("event_name"),
        scrub,
        renderer,
    ]
    formatter = {"()": structlog.stdlib.ProcessorFormatter, "foreign_pre_chain": _SHARED, "processors": processors}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"events": formatter},
        "handlers": {"screen": {"class": "logging.StreamHandler", "formatter": "events"}},
        "root": {"handlers": ["screen"], "level": "WARNING"},
        "loggers": {
            "project06": {"handlers": ["screen"], "level": level, "propagate": False},
            "django.server": {"handlers": [], "level": "ERROR", "propagate": False},
        },
    }


class RequestLogMiddleware:
    """Gives every request an id and logs it by route: no query string, no path with somebody's number."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.log = get_logger("requests")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request and log how it went."""
        identifier = new_uuid()
        started = time.perf_counter()
        with working_on(identifier):
            response = self.get_response(request)
            self.log.info(
                "request_answered",
                method=request.method,
                route=request.resolver_match.route if request.resolver_match else "unmatched",
                status=response.status_code,
                duration_ms=round((time.perf_counter() - started) * 1000, 1),
            )
        response["X-Request-ID"] = str(identifier)
        return response
