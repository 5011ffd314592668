"""The REST interface of the whole house: every package that has a `rest` module, below /api/v1/<package>/.

Who may call an operation stands at the operation (`kernel.access`); the schema tells it, together with the
refusals that every operation may answer, so that no package has to repeat them.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.urls import URLPattern, URLResolver
from django.utils.module_loading import module_has_submodule
from ninja import NinjaAPI, Router
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from project06.kernel.access import Access, Entry, public_page
from project06.kernel.problems import install_problem_handlers

type Document = dict[str, Any]  # Any: a JSON document

_REFUSALS = {
    400: "NotUnderstood",
    401: "SignInNeeded",
    403: "NotAllowed",
    404: "NotFound",
    409: "Conflict",
    422: "Invalid",
    429: "TooMany",
}

_PROBLEM: Document = {
    "type": "object",
    "description": "Why something was refused (RFC 9457); `code` is stable, `detail` is a sentence for people.",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string", "format": "uri"},
        "title": {"type": "string"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "instance": {"type": "string", "format": "uri"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "code", "detail"],
                "properties": {
                    "field": {"type": "string"},
                    "code": {"type": "string"},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}


class Api(NinjaAPI):
    """The interface with names and refusals in the grammar of this house."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Return `places_find_unit` for `find_unit` in `project06.places.rest`."""
        return f"{package_of(operation)}_{operation.view_func.__name__}"

    def get_operation_url_name(self, operation: Operation, router: Router) -> str:  # noqa: ARG002 - ninja's signature
        """Return the URL name; packages must not meet in one namespace."""
        return f"{package_of(operation)}-{operation.view_func.__name__}"

    def get_openapi_schema(
        self,
        *,
        path_prefix: str | None = None,
        path_params: dict[str, Any] | None = None,  # Any: ninja's signature
    ) -> OpenAPISchema:
        """Return the OpenAPI document with who may call and what may be refused."""
        schema = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        for operation in self.operations():
            _describe(operation, _entries(schema, self.get_openapi_operation_id(operation)))
        components = schema.setdefault("components", {})
        components.setdefault("schemas", {})["Problem"] = _PROBLEM
        components["responses"] = {name: _refusal(name) for name in _REFUSALS.values()}
        components["securitySchemes"] = {
            "session": {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME}
        }
        return schema

    def operations(self) -> list[Operation]:
        """Return every operation of every package, in the order of their addresses."""
        views = (each.path_operations for each in self._get_bound_routers())
        found = [operation for paths in views for view in paths.values() for operation in view.operations]
        return sorted(found, key=self.get_openapi_operation_id)

    def _get_urls(self) -> list[URLResolver | URLPattern]:
        urls: list[URLResolver | URLPattern] = super()._get_urls()
        for each in urls:
            if each.name == "api-root":  # type: ignore[union-attr] # ninja makes patterns only
                public_page(each.callback)  # type: ignore[type-var] # answers 404 and nothing else
        return urls


def package_of(operation: Operation) -> str:
    """Return the package whose `rest` module holds the operation."""
    return str(operation.view_func.__module__).split(".")[1]


def rest_packages() -> Iterator[AppConfig]:
    """Yield the installed packages of this house that have a `rest` module."""
    for config in apps.get_app_configs():
        if config.name.startswith("project06.") and module_has_submodule(config.module, "rest"):
            yield config


def _describe(operation: Operation, entries: list[Document]) -> None:
    access: Access | None = getattr(operation.view_func, "access", None)
    for entry in entries:
        if access and access.entry is not Entry.PUBLIC:
            entry["security"] = [{"session": []}]
        if access and access.permission:
            entry["x-permission"] = access.permission
        responses = entry["responses"] = {str(status): answer for status, answer in entry["responses"].items()}
        for status in _possible_refusals(operation, access, entry):
            responses.setdefault(str(status), {"$ref": f"#/components/responses/{_REFUSALS[status]}"})


def _possible_refusals(operation: Operation, access: Access | None, entry: Document) -> Iterator[int]:
    yield from (400, 429)
    if access and access.entry is not Entry.PUBLIC:
        yield from (401, 403)
    if entry.get("parameters") or "requestBody" in entry:
        yield from (404, 422)
    if set(operation.methods) - {"GET"}:
        yield 409


def _entries(schema: Document, identifier: str) -> list[Document]:
    methods = (entry for path in schema["paths"].values() for entry in path.values())
    return [entry for entry in methods if entry["operationId"] == identifier]


def _refusal(name: str) -> Document:
    return {
        "description": name,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def _make_api() -> Api:
    made = Api(
        title="Project 06",
        version="1",
        description="Dated administrative units, agencies and public services of Viet Nam.",
        urls_namespace="api",
        docs_url=None,  # the usual viewer loads scripts from elsewhere, which our content policy forbids
        docs_decorator=public_page,
    )
    install_problem_handlers(made)
    for config in rest_packages():
        made.add_router(f"/{config.label}/", import_module(f"{config.name}.rest").router, tags=[config.label])
    return made


api = _make_api()
