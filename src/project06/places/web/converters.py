"""How the code of a unit is written in an address."""


class UnitCodeConverter:
    """VN, or the 2, 3 or 5 digits of Decision 124/2004/QĐ-TTg; a personal number never fits."""

    regex = "VN|[0-9]{2,5}"

    def to_python(self, value: str) -> str:
        """Return the code as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """Return the code as it stands."""
        return value
