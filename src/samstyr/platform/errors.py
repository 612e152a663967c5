"""Errors that are meant for the person at the other end."""


class InputError(Exception):
    """Something handed in is wrong; each line says what, where and what was expected. A command exits 2."""

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class ChangedMeanwhileError(Exception):
    """Someone else changed the same thing after it was shown; `theirs` is what stands now. Nothing is stored."""

    def __init__(self, theirs: object) -> None:
        super().__init__("changed meanwhile")
        self.theirs = theirs
