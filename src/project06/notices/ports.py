"""What a provider of notices must be able to do. To add one: a folder in contrib/, a class, one line of settings."""

from typing import Protocol

from project06.notices.data import Message


class CannotSend(Exception):
    """The provider did not take the message now; it will be tried again."""


class NoticeProvider(Protocol):
    """Takes messages over for delivery."""

    def send(self, message: Message) -> str:
        """Hand over the message and return the provider's own reference.

        The same message may be handed over twice when a process dies in between; its uuid tells.
        Raises CannotSend.
        """
        ...
