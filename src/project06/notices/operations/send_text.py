"""Put ready words into the outbox; they leave after the commit."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.ids import new_uuid
from project06.kernel.jobs import enqueue
from project06.kernel.permissions import Actor
from project06.notices.data import Recipient
from project06.notices.errors import WrongAddress
from project06.notices.models import Notice
from project06.notices.rules import is_address, split_text

_GROUND = "Law on Personal Data Protection 91/2025/QH15; Decree 42/2022/ND-CP"


@evidence.operation
def send_text(*, to: Recipient, origin: str, subject: str, text: str, by: Actor) -> UUID:
    """Write a notice whose words are ready, such as mail of a third-party package; return its uuid.

    `origin` takes the place of the template's name. Raises WrongAddress.
    """
    if not is_address(to.channel, to.address):
        raise WrongAddress
    one_line, _ = split_text(subject)
    notice = Notice.objects.create(
        uuid=new_uuid(),
        account=to.account,
        channel=to.channel,
        address=to.address,
        language=to.language,
        template=origin,
        subject=one_line,
        text=text,
        created_at=now(),
    )
    evidence.record(
        by=by,
        action="notices.send",
        subject_kind="account",
        subject=to.account,
        fields=["address"],
        purpose=f"notice {origin}",
        legal_ground=_GROUND,
        details={"channel": to.channel.value, "notice": str(notice.uuid)},
    )
    enqueue("notices.deliver", notice=notice.uuid)
    return notice.uuid
