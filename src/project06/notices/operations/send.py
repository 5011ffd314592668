"""Put a notice into the outbox, in its reader's language; it leaves after the commit."""

from collections.abc import Mapping
from uuid import UUID

from django.template import Context, engines
from django.template.backends.django import Template
from django.utils import translation

from project06.evidence import public as evidence
from project06.kernel.permissions import Actor
from project06.notices.data import Recipient
from project06.notices.operations.send_text import send_text
from project06.notices.rules import split_text, template_file


@evidence.operation
def send(*, to: Recipient, template: str, context: Mapping[str, object], by: Actor) -> UUID:
    """Write the notice `template` ("identity.new-device") for `to` in their language; return its uuid.

    The template is <package>/notices/<name>.txt; its first line is the subject. Nothing leaves the house before
    the caller's transaction commits. Raises WrongAddress, and TemplateDoesNotExist for an unknown template.
    """
    subject, text = split_text(_rendered(template, context, to.language))
    return send_text(to=to, origin=template, subject=subject, text=text, by=by)


def _rendered(template: str, context: Mapping[str, object], language: str) -> str:
    found = engines["django"].get_template(template_file(template))
    if not isinstance(found, Template):
        raise TypeError("Notices are Django templates.")
    with translation.override(language):
        # Plain text for people: an ampersand stays an ampersand.
        return str(found.template.render(Context(dict(context), autoescape=False)))
