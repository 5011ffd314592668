"""Mistakes of the caller, not of a citizen."""


class UnknownShape(ValueError):
    """A map region names an outline that the map does not have."""


class UnknownLanguage(KeyError):
    """A language code that the product does not speak."""
