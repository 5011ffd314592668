"""The report as a tagged PDF (PDF/UA-1)."""

from django.utils.translation import override

from project06.programme.contrib.composition.compose import compose
from project06.programme.contrib.typesetting.typesetter import typeset
from project06.programme.data.report import ReportCut


class PdfRenderer:
    """Writes one PDF file."""

    media_type = "application/pdf"

    def render(self, cut: ReportCut, language: str) -> bytes:
        """Return the document in the language. Raises CannotRender when the typefaces are not there."""
        with override(language):
            return typeset(compose(cut, language))
