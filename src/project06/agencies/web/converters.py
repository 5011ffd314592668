"""How codes of organisations look in an address."""


class AgencyCodeConverter:
    """`BTC`, `C06`, `UBND-08`, `TTHCC-02536`: capital letters first, so no word of ours is taken for a code."""

    regex = r"[A-Z][A-Z0-9]{0,11}(?:-[0-9]{2,5})?"

    def to_python(self, value: str) -> str:
        """Return the code."""
        return value

    def to_url(self, value: str) -> str:
        """Return the code."""
        return value
