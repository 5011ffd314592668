"""What a form of the report must be able to do.

To add one: a word in `enums.report.ReportFormat`, a folder in contrib/ with a class, one line of settings
(`PROJECT06_REPORT_RENDERERS`). All take their words from contrib/composition, so that they say the same.
"""

from typing import Protocol

from project06.programme.data.report import ReportCut


class CannotRender(Exception):
    """The form cannot be produced on this machine; the text says what is missing."""


class ReportRenderer(Protocol):
    """Writes a cut down in one form."""

    media_type: str

    def render(self, cut: ReportCut, language: str) -> bytes:
        """Return the document in the language ("vi", "en", "pl", "hi", "cs", "uk").

        The same cut and language give the same bytes. Raises CannotRender.
        """
        ...
