"""Something of everything that goes on between meetings, on an example case: all invented."""

import datetime

from samstyr.accounts.models import Person
from samstyr.meetings.models import AgendaItem, Case, Ratification, RegisterProposal, Signature
from samstyr.meetings.services.consultations import Asked, open_consultation
from samstyr.meetings.services.papers import AttachedFile, PaperContent, attach, write_paper
from samstyr.meetings.services.proposals import APPOINTMENTS
from samstyr.meetings.services.written import open_written
from samstyr.rules.procedure.proposal import ProposedForum, fragment
from samstyr.rules.rights import OPERATOR
from tests.factories.cases import DUE, NOW
from tests.factories.people import DAY

GROUP = ProposedForum(
    id="eksempel-sg",
    name="Eksempelstyregruppen",
    kind="steering-group",
    level="national",
    organisations=("kl", "sum"),
    chair="sum",
)


def keys_between(case: Case, item: AgendaItem) -> dict[str, int]:
    """Make a written procedure, a consultation, a ratification, a signature and a proposal; answer their keys."""
    content = PaperContent(clauses=("at eksemplet godkendes",), presentation="Eksempel.")
    paper = write_paper(case=case, content=content, based_on=0, actor=OPERATOR, now=NOW).paper
    file = AttachedFile("Eksempelbilag", "bilag.txt", "text/plain", b"Eksempel")
    attachment = attach(case=case, file=file, actor=OPERATOR, now=NOW)
    leg = case.legs.get()
    procedure = open_written(leg=leg, paper=paper, deadline=DUE, actor=OPERATOR, on=DAY, now=NOW)
    asked = Asked(title="Eksempelhøring", deadline=DUE, organisations=("danske-regioner",), names=("Rådet",))
    consultation = open_consultation(case=case, forum="nbs", asked=asked, actor=OPERATOR, on=DAY, now=NOW)
    case.state, case.decided_on = "decided", datetime.date(2017, 6, 28)
    case.save()
    ratification = Ratification.objects.create(
        leg=leg, party_id="regioner", body_name="Eksempelrådet", due=DAY, readers=["parts"]
    )
    Signature.objects.create(
        attachment=attachment,
        person=Person.objects.create(name="Underskriver Eksempel"),
        asked_at=NOW,
        readers=attachment.readers,
    )
    document = fragment(GROUP, forum=item.meeting.forum_id, on=item.meeting.date)
    proposal = RegisterProposal.objects.create(
        item=item,
        title=GROUP.name,
        content={**document, APPOINTMENTS: [{"organisation": "kl", "name": "Kim Eksempel"}]},
        readers=["all"],
        written_at=NOW,
    )
    return {
        "WRITTEN": procedure.pk,
        "CONSULTATION": consultation.pk,
        "RATIFICATION": ratification.pk,
        "ATTACHMENT": attachment.pk,
        "PROPOSAL": proposal.pk,
    }
