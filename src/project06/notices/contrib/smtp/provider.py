"""Hands e-mail to the mail server of Django's EMAIL_HOST settings."""

from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection

from project06.notices.data import Message
from project06.notices.ports import CannotSend

_BACKEND = "django.core.mail.backends.smtp.EmailBackend"


class SmtpProvider:
    """Sends one mail over SMTP."""

    def send(self, message: Message) -> str:
        """Send the mail; its Message-ID is the notice's uuid. Raises CannotSend."""
        identifier = f"<{message.uuid}@notices>"
        mail = EmailMessage(
            subject=message.subject,
            body=message.text,
            to=[message.address],
            headers={"Message-ID": identifier},
            connection=get_connection(_BACKEND),
        )
        try:
            mail.send()
        except (OSError, SMTPException) as error:
            raise CannotSend(f"The mail server did not take the mail ({type(error).__name__}).") from error
        return identifier
