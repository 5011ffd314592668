"""Addresses below /places/."""

from django.urls import path, register_converter

from project06.places.web import views
from project06.places.web.converters import UnitCodeConverter

app_name = "places"
register_converter(UnitCodeConverter, "unit_code")
urlpatterns = [
    path("", views.browse, name="browse"),
    path("map/", views.map, name="map"),
    path("units/<unit_code:code>/", views.unit, name="unit"),
]
