"""Pages as tests read them."""

from django.http import HttpResponse


def words(answer: HttpResponse) -> str:
    """Return a page as text."""
    return answer.content.decode()
