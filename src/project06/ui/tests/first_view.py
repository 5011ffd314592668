"""What a first visit costs on the wire; journeys use it for their own pages."""

import gzip
from dataclasses import dataclass, field

from playwright.sync_api import Page, Response

LIMIT_BYTES = 120_000
_ALREADY_COMPRESSED = {"font", "image"}


@dataclass
class FirstView:
    """Compressed bytes of one page by kind of resource; nothing is cached before."""

    bytes_by_kind: dict[str, int] = field(default_factory=dict)

    @property
    def total_bytes(self) -> int:
        """Return what the visitor downloads before the page stands."""
        return sum(self.bytes_by_kind.values())


def measure_first_view(page: Page, address: str) -> FirstView:
    """Open a page in a fresh context and weigh everything it fetched, text as gzip at level 6."""
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108 - Playwright needs a function
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    view = FirstView()
    for response in responses:
        kind, body = response.request.resource_type, response.body()
        size = len(body) if kind in _ALREADY_COMPRESSED else len(gzip.compress(body, 6))
        view.bytes_by_kind[kind] = view.bytes_by_kind.get(kind, 0) + size
    return view
