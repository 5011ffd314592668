"""Hand a waiting notice to its provider."""

from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.jobs import enqueue_at
from project06.kernel.logs import get_logger
from project06.kernel.masking import mask
from project06.kernel.permissions import Actor
from project06.notices.data import Message
from project06.notices.enums import Channel, NoticeState
from project06.notices.errors import UnknownNotice
from project06.notices.models import Notice
from project06.notices.ports import CannotSend, NoticeProvider
from project06.notices.rules import pause_after

_log = get_logger("notices")


@evidence.operation
def deliver_notice(*, notice: UUID, by: Actor) -> NoticeState:
    """Send the notice unless that is done already; after a failure it is tried again later, then given up.

    The row stays locked while the provider works, so no two workers send it; only a process that dies between
    the provider's answer and the commit makes it go out twice. Raises UnknownNotice.
    """
    row = Notice.objects.select_for_update(of=("self",)).filter(uuid=notice).first()
    if row is None:
        raise UnknownNotice
    if row.state != NoticeState.WAITING:
        return NoticeState(row.state)
    try:
        row.reference = _provider(Channel(row.channel)).send(_message(row))[:200]
    except CannotSend as error:
        _put_off(row, error, by)
    else:
        row.state, row.sent_at, row.last_error = NoticeState.SENT, now(), ""
    row.tries += 1
    row.save(update_fields=["state", "sent_at", "reference", "tries", "last_error"])
    return NoticeState(row.state)


def _put_off(row: Notice, error: CannotSend, by: Actor) -> None:
    row.last_error = mask(str(error))[:200]
    pause = pause_after(row.tries + 1)
    if pause is None:
        row.state = NoticeState.DEAD
        _log.error("notice_given_up", notice=str(row.uuid), channel=row.channel)
        _record_failure(row, by)
        return
    enqueue_at(now() + pause, "notices.deliver", notice=row.uuid)


def _record_failure(row: Notice, by: Actor) -> None:
    evidence.record(
        by=by,
        action="notices.deliver-notice",
        subject_kind="account",
        subject=row.account,
        purpose=f"notice {row.template}",
        legal_ground="",
        outcome=evidence.Outcome.FAILED,
        details={"channel": row.channel, "notice": str(row.uuid)},
    )


def _provider(channel: Channel) -> NoticeProvider:
    path = settings.PROJECT06_NOTICE_PROVIDERS.get(channel.value)
    if path is None:
        raise CannotSend(f"No provider is set up for {channel.value}.")
    provider: NoticeProvider = import_string(path)()
    return provider


def _message(row: Notice) -> Message:
    return Message(uuid=row.uuid, channel=Channel(row.channel), address=row.address, subject=row.subject, text=row.text)
