"""Pure rules: addresses, pauses, subjects."""

import re
from datetime import timedelta

from project06.notices.enums import Channel

MOST_TRIES = 8
KEEP_TEXT = timedelta(days=90)
_EMAIL = re.compile(r"[^@\s,;<>\"]{1,64}@[^@\s,;<>\"]+\.[^@\s,;<>\".]{2,}")
_PHONE = re.compile(r"\+?\d{9,15}")


def is_address(channel: Channel, address: str) -> bool:
    """Say whether `address` can be an address of `channel` (for push: the account's device, any word)."""
    if len(address) > 254:
        return False
    if channel is Channel.EMAIL:
        return bool(_EMAIL.fullmatch(address))
    if channel is Channel.SMS:
        return bool(_PHONE.fullmatch(address))
    return bool(address.strip())


def pause_after(tries: int) -> timedelta | None:
    """Return how long to wait after the `tries`-th failure: 30 s, 1 min, 2 min ... ; None when it is given up."""
    if tries >= MOST_TRIES:
        return None
    return timedelta(seconds=30 * 2 ** (tries - 1))


def split_text(rendered: str) -> tuple[str, str]:
    """Split a rendered template into its first line, the subject, and the text.

    A subject is one line: a line break in it could smuggle in headers (RFC 5322 3.2.2).
    """
    subject, _, text = rendered.strip().partition("\n")
    return " ".join(subject.split())[:200], text.strip()


def template_file(template: str) -> str:
    """Return the template file of "identity.new-device": identity/notices/new-device.txt."""
    package, _, name = template.partition(".")
    return f"{package}/notices/{name}.txt"
