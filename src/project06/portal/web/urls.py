"""Addresses below /portal/; the home page `/` is mounted by config."""

from django.urls import path

from project06.portal.web import views

app_name = "portal"

urlpatterns = [
    path("search/", views.search, name="search"),
    path("desk/", views.desk, name="desk"),
]
