"""The error of a file that cannot be read."""


class UnreadableDocumentError(Exception):
    """A document cannot be read: ``what`` is wrong with it, and what to do ``instead``."""

    def __init__(self, what: str, instead: str) -> None:
        super().__init__(f"{what}; {instead}")
        self.what = what
        self.instead = instead
