"""The demonstration's post office: every notice becomes a file in the outbox folder."""

from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

from project06.notices.data import Message
from project06.notices.enums import Channel
from project06.notices.ports import CannotSend


class FileProvider:
    """Writes .eml files that mail programs open, and .txt files for text messages and the app."""

    def send(self, message: Message) -> str:
        """Write the file and return its name; a second hand-over writes the same file again.

        Raises CannotSend when the folder cannot be written.
        """
        folder = Path(settings.PROJECT06_OUTBOX_FOLDER)
        suffix = "eml" if message.channel is Channel.EMAIL else "txt"
        file = folder / f"{message.uuid}.{suffix}"
        draft = file.with_suffix(".draft")
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft.write_bytes(_as_mail(message) if suffix == "eml" else _as_text(message))
            draft.replace(file)
        except OSError as error:
            raise CannotSend(f"The outbox folder cannot be written ({type(error).__name__}).") from error
        return file.name


def _as_mail(message: Message) -> bytes:
    mail = EmailMessage()
    mail["From"] = settings.DEFAULT_FROM_EMAIL
    mail["To"] = message.address
    mail["Subject"] = message.subject
    mail["Message-ID"] = f"<{message.uuid}@notices>"
    mail.set_content(message.text)
    return mail.as_bytes()


def _as_text(message: Message) -> bytes:
    return f"{message.address}\n{message.subject}\n\n{message.text}\n".encode()
