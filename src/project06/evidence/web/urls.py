"""Addresses below /evidence/."""

from django.urls import path

from project06.evidence.web import views

app_name = "evidence"
urlpatterns = [path("", views.inspect, name="inspect")]
