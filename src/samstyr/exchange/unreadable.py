"""The error of a file that cannot be read."""


class UnreadableDocumentError(Exception):
    """A document cannot be read: ``what`` is wrong with it, and what to do ``instead``.

    ``code`` is a stable name of the reason, for those who say it in another language.
    """

    def __init__(self, what: str, instead: str, code: str = "unreadable") -> None:
        super().__init__(f"{what}; {instead}")
        self.what = what
        self.instead = instead
        self.code = code

    def __reduce__(self) -> tuple[type["UnreadableDocumentError"], tuple[str, str, str]]:
        """Let it pass between processes: an exception is otherwise made again of its message alone."""
        return type(self), (self.what, self.instead, self.code)
