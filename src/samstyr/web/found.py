"""What an address names; where there is no such thing, there is no such page."""

from django.http import Http404

from samstyr.rules.register import Forum, Register


def forum_of(register: Register, key: str) -> Forum:
    """Answer a forum of the register. Raises Http404 where there is none."""
    forum = register.fora.get(key)
    if forum is None:
        raise Http404
    return forum
