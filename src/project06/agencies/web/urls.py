"""Addresses below /agencies/."""

from django.urls import path, register_converter

from project06.agencies.web import views
from project06.agencies.web.converters import AgencyCodeConverter

app_name = "agencies"
register_converter(AgencyCodeConverter, "agency_code")
urlpatterns = [
    path("", views.directory.browse, name="browse"),
    path("roles/", views.posts.roles, name="roles"),
    path("posts/<uuid:post>/", views.posts.post, name="post"),
    path("posts/<uuid:post>/appoint/", views.posts.appoint, name="appoint"),
    path("posts/<uuid:post>/grant/", views.posts.grant, name="grant"),
    path("posts/<uuid:post>/revoke/", views.posts.revoke, name="revoke"),
    path("assignments/<uuid:assignment>/end/", views.posts.end, name="end"),
    path("<agency_code:code>/", views.directory.agency, name="agency"),
    path("<agency_code:code>/posts/", views.posts.list_posts, name="list_posts"),
    path("<agency_code:code>/posts/create/", views.posts.create, name="create"),
]
