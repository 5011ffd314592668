"""Put a notice into the outbox; it leaves after the commit."""

from collections.abc import Mapping
from uuid import UUID

from django.template import Context, engines
from django.template.backends.django import Template
from django.utils import translation

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.ids import new_uuid
from project06.kernel.jobs import enqueue
from project06.kernel.permissions import Actor
from project06.notices.data import Recipient
from project06.notices.errors import WrongAddress
from project06.notices.models import Notice
from project06.notices.rules import is_address, split_text, template_file

_GROUND = "Law on Personal Data Protection 91/2025/QH15; Decree 42/2022/ND-CP"


@evidence.operation
def send(*, to: Recipient, template: str, context: Mapping[str, object], by: Actor) -> UUID:
    """Write the notice `template` ("identity.new-device") for `to` in their language; return its uuid.

    The template is <package>/notices/<name>.txt; its first line is the subject. Nothing leaves the house before
    the caller's transaction commits. Raises WrongAddress, and TemplateDoesNotExist for an unknown template.
    """
    subject, text = split_text(_rendered(template, context, to.language))
    return _put_into_outbox(to=to, template=template, subject=subject, text=text, by=by)


@evidence.operation
def send_text(*, to: Recipient, origin: str, subject: str, text: str, by: Actor) -> UUID:
    """Write a notice whose words somebody else has made, such as mail of a third-party package.

    `origin` takes the place of the template's name. Raises WrongAddress.
    """
    one_line, _ = split_text(subject)
    return _put_into_outbox(to=to, template=origin, subject=one_line, text=text, by=by)


def _put_into_outbox(*, to: Recipient, template: str, subject: str, text: str, by: Actor) -> UUID:
    if not is_address(to.channel, to.address):
        raise WrongAddress
    notice = Notice.objects.create(
        uuid=new_uuid(),
        account=to.account,
        channel=to.channel,
        address=to.address,
        language=to.language,
        template=template,
        subject=subject,
        text=text,
        created_at=now(),
    )
    evidence.record(
        by=by,
        action="notices.send",
        subject_kind="account",
        subject=to.account,
        fields=["address"],
        purpose=f"notice {template}",
        legal_ground=_GROUND,
        details={"channel": to.channel.value, "notice": str(notice.uuid)},
    )
    enqueue("notices.deliver", notice=notice.uuid)
    return notice.uuid


def _rendered(template: str, context: Mapping[str, object], language: str) -> str:
    found = engines["django"].get_template(template_file(template))
    if not isinstance(found, Template):
        raise TypeError("Notices are Django templates.")
    with translation.override(language):
        # Plain text for people: an ampersand stays an ampersand.
        return str(found.template.render(Context(dict(context), autoescape=False)))
