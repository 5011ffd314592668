"""How the words of addresses below /programme/ look."""

from project06.programme.web.files import TableFormat


class TableFormatConverter:
    """`csv`, `xlsx` or `parquet`."""

    regex = "|".join(TableFormat)

    def to_python(self, value: str) -> TableFormat:
        """Return the form."""
        return TableFormat(value)

    def to_url(self, value: str) -> str:
        """Return the ending."""
        return str(value)


class IndicatorCodeConverter:
    """A code of an indicator: small letters, digits and hyphens."""

    regex = "[a-z0-9]+(?:-[a-z0-9]+)*"

    def to_python(self, value: str) -> str:
        """Return the code as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """Return the code as it stands."""
        return value
