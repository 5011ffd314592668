"""Prints notices on the terminal of the worker."""

import sys

from project06.notices.data import Message


class ConsoleProvider:
    """For a developer who wants to see at once what leaves."""

    def send(self, message: Message) -> str:
        """Print the message to standard error."""
        print(f"[{message.channel}] {message.address}: {message.subject}\n{message.text}", file=sys.stderr)  # noqa: T201 - its purpose
        return "console"
