"""Texts that a spreadsheet must not run.

A cell that begins with = + - @ or a control sign is a formula for office programmes; whoever opens an exported
list would run what somebody else typed. An apostrophe in front makes it text, and reading takes it off again.
"""

_STARTERS = frozenset("=+-@\t\r\n|%＝＋－＠")
_GUARD = "'"


def guard(text: str) -> str:
    """Return the text so that no office programme takes it for a formula."""
    return _GUARD + text if text and (text[0] in _STARTERS or text[0] == _GUARD) else text


def unguard(text: str) -> str:
    """Return what stood there before `guard`."""
    return text[1:] if len(text) > 1 and text[0] == _GUARD and (text[1] in _STARTERS or text[1] == _GUARD) else text


def is_formula(text: str) -> bool:
    """Say whether an office programme would calculate this text: an equals sign, or another sign before a name.

    A dash or a plus before a blank or a digit begins many ordinary sentences and numbers; those are texts.
    """
    first, rest = text[:1], text[1:].lstrip()
    if first in {"=", "＝", "@", "＠"}:
        return bool(rest)
    return first in {"+", "-"} and "(" in rest and rest[:1].isalpha()
