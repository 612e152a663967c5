"""Static files of the front-end packages, which set-up installs from the lock (none is copied in)."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from samstyr.platform.database import ROOT

MODULES = ROOT / "node_modules"
# What a page loads, by address below /static/; the rest of a package is not published.
FILES = {
    "dkfds/css": ("dkfds/dist/css", "dkfds.min.css"),
    "dkfds/fonts/IBMPlexSans": ("dkfds/dist/fonts/IBMPlexSans", "complete/**/*.*"),
    "dkfds/img": ("dkfds/dist/img", "**/*.*"),
    "htmx": ("htmx.org/dist", "htmx.min.js"),
}
UNUSED = {".otf"}  # no style sheet names them


class FrontEndPackages(BaseFinder):
    """Finds the published files of the front-end packages."""

    def _files(self) -> Iterator[tuple[str, Path]]:
        for address, (folder, pattern) in FILES.items():
            root = MODULES / folder
            for file in sorted(root.glob(pattern)):
                if file.suffix not in UNUSED:
                    yield f"{address}/{file.relative_to(root)}", file

    def find(self, path: str, *args: Any, **kwargs: Any) -> Any:
        """Answer the file behind an address, or an empty list."""
        return next((str(file) for address, file in self._files() if address == path), [])

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterable[Any]:
        """Answer (path below node_modules, storage) for every file, as `collectstatic` wants it."""
        for address, file in self._files():
            storage = FileSystemStorage(location=file.parent)
            storage.prefix = address.rpartition("/")[0]  # type: ignore[attr-defined]
            yield file.name, storage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Files with a hash in their name. Source maps are not published, so their comments are left alone."""

    patterns = (
        (
            "*.css",
            (
                r"""(?P<matched>url\((?P<quote>['"]{0,1})\s*(?P<url>.*?)(?P=quote)\))""",
                (
                    r"""(?P<matched>@import\s*["']\s*(?P<url>.*?)["'])""",
                    """@import url("%(url)s")""",
                ),
            ),
        ),
    )
