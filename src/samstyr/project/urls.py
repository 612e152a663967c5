"""Every address, topic by topic."""

from django.contrib import admin
from django.urls import include, path

admin.site.site_header = admin.site.site_title = "Samstyr"

urlpatterns = [
    path("", include("samstyr.web.urls")),
    path("admin/", admin.site.urls),
]
