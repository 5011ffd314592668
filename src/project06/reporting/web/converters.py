"""Parts of addresses."""


class CampaignCodeConverter:
    """The code of a campaign."""

    regex = "[a-z0-9]+(?:-[a-z0-9]+)*"

    def to_python(self, value: str) -> str:
        """Return the code."""
        return value

    def to_url(self, value: str) -> str:
        """Return the code."""
        return value


class SheetFormatConverter(CampaignCodeConverter):
    """As what a table leaves the house."""

    regex = "csv|xlsx"
