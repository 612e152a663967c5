"""Every address, topic by topic."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.http import HttpRequest
from django.urls import include, path
from django.views.generic import RedirectView

from samstyr.rules.rights import Right, may
from samstyr.web.seen import viewer_of

admin.site.site_header = admin.site.site_title = "Samstyr"
# One way in: its own pages for login and password would go round the second factor and the limits.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign, no-untyped-call]


def _may_administrate(request: HttpRequest) -> bool:
    return bool(may(viewer_of(request), Right.EDIT_REGISTER))


# Rights come from seats and from nothing else: not from marks on an account, nor from permissions of Django's.
admin.site.has_permission = _may_administrate  # type: ignore[method-assign]

urlpatterns = [
    path("", include("samstyr.web.urls")),
    path("admin/password_change/", RedirectView.as_view(pattern_name="account_change_password")),
    path("admin/", admin.site.urls),
]
handler400 = "samstyr.web.views.problems.bad_request"
handler403 = "samstyr.web.views.problems.forbidden"
handler429 = "samstyr.web.limits.too_many"
