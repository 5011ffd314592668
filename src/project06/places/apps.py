"""Registration of the package with Django."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """The package's name and label."""

    name = "project06.places"
    label = "places"
