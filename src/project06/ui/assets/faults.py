"""What can go wrong while the assets are fetched."""


class AssetFault(Exception):
    """The assets cannot be prepared; the text is one sentence with the remedy."""
