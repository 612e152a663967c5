"""Named persons sign exactly one version of an attachment, and what was signed stays so."""

import pytest
from django.db import DatabaseError, connection, transaction
from tests.factories.cases import NOW, SECRETARY, SECRETARY_ELSEWHERE, example_case
from tests.factories.people import user_with, viewer_with

from samstyr.accounts.models import Person, User
from samstyr.meetings.models import Attachment, Signature
from samstyr.meetings.services.papers import AttachedFile, attach
from samstyr.meetings.services.signatures import ask_to_sign, sign
from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import ChangedMeanwhileError, InputError
from samstyr.rules.register import Register
from samstyr.rules.rights import Viewer

FIRST = AttachedFile("Eksempelregnskab", "regnskab.txt", "text/plain", b"Eksempel 1")
SECOND = AttachedFile("Eksempelregnskab", "regnskab.txt", "text/plain", b"Eksempel 2")


@pytest.fixture
def secretary(danish_register: Register) -> Viewer:
    return viewer_with(SECRETARY)


@pytest.fixture
def signer(danish_register: Register) -> User:
    return user_with()


@pytest.fixture
def accounts(secretary: Viewer) -> Attachment:
    return attach(case=example_case(), file=FIRST, actor=secretary, now=NOW)


def viewer(user: User) -> Viewer:
    return Viewer(user.pk)


def name(user: User) -> str:
    assert user.person is not None
    return user.person.name


def asked(attachment: Attachment, user: User, actor: Viewer) -> Signature:
    return ask_to_sign(attachment=attachment, names=[name(user), " "], actor=actor, now=NOW)[0]


def test_person_who_is_asked_may_read_and_sign_exactly_that_version(
    accounts: Attachment, signer: User, secretary: Viewer
) -> None:
    signature = asked(accounts, signer, secretary)

    signed = sign(signature=signature, seen=accounts.sha256, actor=viewer(signer), now=NOW)

    accounts.refresh_from_db()
    signature.refresh_from_db()
    assert (signed.signed_at, signed.sha256) == (NOW, accounts.sha256)
    assert f"user:{signer.pk}" in accounts.readers
    assert signature.readers == accounts.readers


def test_new_version_needs_new_signatures_and_the_old_one_stays(
    accounts: Attachment, signer: User, secretary: Viewer
) -> None:
    other = user_with()
    sign(signature=asked(accounts, signer, secretary), seen=accounts.sha256, actor=viewer(signer), now=NOW)
    asked(accounts, other, secretary)

    newer = attach(case=accounts.case, file=SECOND, number=1, actor=secretary, now=NOW)
    with pytest.raises(DeniedError) as refusal:
        asked(accounts, other, secretary)

    kept = Signature.objects.get()
    assert (kept.person, kept.attachment, kept.sha256) == (signer.person, accounts, accounts.sha256)
    assert newer.signatures.count() == 0
    assert refusal.value.denied.code == "version-is-replaced"


def test_nobody_signs_for_another(accounts: Attachment, signer: User, secretary: Viewer) -> None:
    signature = asked(accounts, signer, secretary)

    for actor in (secretary, viewer(user_with()), Viewer()):
        with pytest.raises(DeniedError) as refusal:
            sign(signature=signature, seen=accounts.sha256, actor=actor, now=NOW)
        assert refusal.value.denied.code == "not-asked-to-sign"


def test_version_is_signed_once_and_as_it_was_shown(
    accounts: Attachment, signer: User, secretary: Viewer
) -> None:
    signature = asked(accounts, signer, secretary)

    with pytest.raises(ChangedMeanwhileError):
        sign(signature=signature, seen="0" * 64, actor=viewer(signer), now=NOW)
    sign(signature=signature, seen=accounts.sha256, actor=viewer(signer), now=NOW)
    with pytest.raises(DeniedError) as refusal:
        sign(signature=signature, seen=accounts.sha256, actor=viewer(signer), now=NOW)

    assert refusal.value.denied.code == "signed-already"


def test_asking_twice_asks_once(accounts: Attachment, signer: User, secretary: Viewer) -> None:
    first = asked(accounts, signer, secretary)

    assert asked(accounts, signer, secretary) == first
    assert Signature.objects.count() == 1


def test_person_without_an_account_is_not_asked(accounts: Attachment, secretary: Viewer) -> None:
    Person.objects.create(name="Uden Konto")

    with pytest.raises(InputError, match="no account"):
        ask_to_sign(attachment=accounts, names=["Uden Konto"], actor=secretary, now=NOW)
    with pytest.raises(InputError, match="nobody is called"):
        ask_to_sign(attachment=accounts, names=["Ingen Kendt"], actor=secretary, now=NOW)
    with pytest.raises(InputError, match="who is to sign"):
        ask_to_sign(attachment=accounts, names=[" "], actor=secretary, now=NOW)


def test_only_the_desk_asks(accounts: Attachment, signer: User) -> None:
    with pytest.raises(DeniedError) as refusal:
        asked(accounts, signer, viewer_with(SECRETARY_ELSEWHERE))

    assert refusal.value.denied.code == "other-forum"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE meetings_signature SET sha256 = 'x'",
        "UPDATE meetings_signature SET signed_at = NULL",
        "UPDATE meetings_signature SET person_id = (SELECT max(id) FROM accounts_person)",
        "DELETE FROM meetings_signature",
    ],
)
def test_what_was_signed_cannot_be_changed_by_hand_either(
    accounts: Attachment, signer: User, secretary: Viewer, change: str
) -> None:
    sign(signature=asked(accounts, signer, secretary), seen=accounts.sha256, actor=viewer(signer), now=NOW)
    Person.objects.create(name="En anden")

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)

    assert Signature.objects.get().sha256 == accounts.sha256
