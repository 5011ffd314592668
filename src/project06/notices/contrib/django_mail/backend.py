"""Django's default mailer: mail of third-party packages goes through the outbox like every notice."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import get_language

from project06.kernel.permissions import Actor
from project06.notices import public as notices


class NoticeBackend(BaseEmailBackend):
    """Writes one notice for each recipient; the plain text is sent, an HTML version is left out."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Put the messages into the outbox and return how many were accepted."""
        addressed = [message for message in email_messages if message.recipients()]
        for message in addressed:
            for address in message.recipients():
                self._put(message, address)
        return len(addressed)

    def _put(self, message: EmailMessage, address: str) -> None:
        to = notices.Recipient(
            account=None, channel=notices.Channel.EMAIL, address=address, language=get_language() or "vi"
        )
        notices.send_text(
            to=to,
            origin="notices.mail",
            subject=str(message.subject),
            text=str(message.body),
            by=Actor.system("notices.mail"),
        )
