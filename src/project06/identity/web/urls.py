"""Addresses below /identity/ that are ours; those of allauth's flows stand in `sign_in_urls`."""

from django.conf import settings
from django.urls import URLPattern, path

from project06.identity.web import views
from project06.identity.web.demo_urls import demo_urlpatterns

app_name = "identity"
urlpatterns: list[URLPattern] = [
    path("", views.account.overview, name="overview"),
    path("second-factor/", views.account.second_factor, name="second_factor"),
    path("unlock/", views.locked.unlock, name="unlock"),
    path("continue/", views.locked.continue_form, name="continue_form"),
    path("sessions/", views.account.sessions, name="sessions"),
    path("language/", views.account.language, name="language"),
    path("enrol/<str:token>/", views.enrolment.enrol, name="enrol"),
    path("officers/", views.officers.list_officers, name="list_officers"),
    path("officers/invite/", views.officers.invite, name="invite"),
    path("officers/<uuid:account>/renew/", views.officers.renew, name="renew"),
    path("officers/<uuid:account>/disable/", views.officers.disable, name="disable"),
    path("officers/<uuid:account>/enable/", views.officers.enable, name="enable"),
    *demo_urlpatterns(settings.PROJECT06_MODE),
]
