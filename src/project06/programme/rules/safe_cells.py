"""Texts that a spreadsheet must not run.

A cell that begins with = + - @ or a control sign is a formula for office programmes; whoever opens an exported
list would run what somebody else typed. An apostrophe in front makes it text, and reading takes it off again.
"""

import re

_STARTERS = frozenset("=+-@\t\r\n|%＝＋－＠")
_GUARD = "'"
_CALL = re.compile(r"[A-Za-z_.][A-Za-z0-9_.]*\(|[^|]*\|[^!]*!")


def guard(text: str) -> str:
    """Return the text so that no office programme takes it for a formula."""
    return _GUARD + text if text and (text[0] in _STARTERS or text[0] == _GUARD) else text


def unguard(text: str) -> str:
    """Return what stood there before `guard`."""
    return text[1:] if len(text) > 1 and text[0] == _GUARD and (text[1] in _STARTERS or text[1] == _GUARD) else text


def is_formula(text: str) -> bool:
    """Say whether an office programme would calculate this text: an equals sign, or another sign before a call.

    A dash or a plus begins many ordinary sentences and numbers; only with a function or a call of another
    programme behind it ("-SUM(", "+cmd|' /C calc'!A0") it is a formula.
    """
    first, rest = text[:1], text[1:].lstrip()
    if first in {"=", "＝", "@", "＠"}:
        return bool(rest)
    return first in {"+", "-", "＋", "－"} and _CALL.match(rest) is not None
