"""Hands e-mail to the mail server of MAILERS["smtp"]."""

from smtplib import SMTPException

from django.core.mail import EmailMessage

from project06.notices.data import Message
from project06.notices.ports import CannotSend


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
        )
        try:
            mail.send(using="smtp")
        except (OSError, SMTPException) as error:
            raise CannotSend(f"The mail server did not take the mail ({type(error).__name__}).") from error
        return identifier
