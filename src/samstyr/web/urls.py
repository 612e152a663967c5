"""The addresses of the pages."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from samstyr.web.views import (
    findings,
    fora,
    governance_map,
    home,
    imports,
    instruments,
    meetings,
    parties,
    search,
    session,
    subjects,
    systems,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("healthz", home.health, name="health"),
    path("log-ind/", LoginView.as_view(template_name="account/login.html"), name="login"),
    path("log-ud/", LogoutView.as_view(), name="logout"),
    path("sprog/", session.language, name="language"),
    path("dato/", session.date, name="date"),
    path("soeg/", search.search, name="search"),
    path("kort/", governance_map.page, name="map"),
    path("kort/kort.svg", governance_map.picture, name="map-svg"),
    path("kort/kort.pdf", governance_map.paper, name="map-pdf"),
    path("fora/", fora.fora, name="fora"),
    path("fora/<str:key>/", fora.forum, name="forum"),
    path("parter/", parties.parties, name="parties"),
    path("parter/<str:key>/", parties.party, name="party"),
    path("organisationer/<str:key>/", parties.organisation, name="organisation"),
    path("emner/", subjects.subjects, name="subjects"),
    path("emner/<str:key>/", subjects.subject, name="subject"),
    path("hjemmel/", instruments.instruments, name="instruments"),
    path("hjemmel/<str:key>/", instruments.instrument, name="instrument"),
    path("systemer/", systems.systems, name="systems"),
    path("systemer/<str:key>/", systems.system, name="system"),
    path("initiativer/<str:key>/", systems.initiative, name="initiative"),
    path("pligter/<str:key>/", fora.duty, name="duty"),
    path("fund/", findings.findings, name="findings"),
    path("moeder/", meetings.meetings, name="meetings"),
    path("moeder/<int:key>/", meetings.meeting, name="meeting"),
    path("moeder/<int:key>/punkter/<int:position>/emne/", meetings.item_subject, name="item-subject"),
    path("moeder/<int:key>/dagsordensudkast.docx", meetings.draft_agenda, name="draft-agenda"),
    path("moeder/<int:key>/opfoelgning.docx", meetings.follow_up, name="follow-up"),
    path("personer/<int:key>/", meetings.person, name="person"),
    path("import/", imports.imports, name="imports"),
    path("import/<int:key>/", imports.review, name="review"),
]
