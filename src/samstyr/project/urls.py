"""Every address, topic by topic."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("samstyr.web.urls")),
    path("admin/", admin.site.urls),
]
