"""Two people of a party who keep a draft in the same moment, on two connections: both versions are kept."""

import threading

import pytest
from django.db import connection
from tests.factories.cases import COORDINATOR_OF_REGIONS, NOW, drafted
from tests.factories.people import viewer_with

from samstyr.meetings.models import Position, RoomDraft
from samstyr.meetings.services import write_draft
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.rules.position import Stance
from samstyr.rules.register import Register
from samstyr.rules.rights import Viewer


@pytest.mark.django_db(transaction=True)
def test_two_versions_of_the_same_moment_are_both_kept(danish_register: Register) -> None:
    position = drafted()
    writers = [viewer_with(COORDINATOR_OF_REGIONS) for _ in range(2)]
    ready, told = threading.Barrier(2), []

    def write(viewer: Viewer) -> None:
        try:
            with seen_by(viewer, DatabaseRole.WEB):
                own = Position.objects.get(pk=position.pk)
                ready.wait(timeout=10)
                written = write_draft(
                    position=own,
                    stance=Stance.RESERVE,
                    remarks=f"skrevet af {viewer.user}",
                    based_on=1,
                    actor=viewer,
                    now=NOW,
                )
                told.append([each.written_by_id for each in written.meanwhile])
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(viewer,)) for viewer in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    kept = RoomDraft.objects.filter(version__gt=1).order_by("version")
    assert list(kept.values_list("version", "based_on")) == [(2, 1), (3, 1)]
    assert {each.written_by_id for each in kept} == {viewer.user for viewer in writers}
    assert sorted(map(len, told)) == [0, 1]
