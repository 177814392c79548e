"""Opens the files of a document, each once, within the bounds of the options."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urlsplit, urlunsplit

from clientsmith.diagnostics import Diagnostic, Severity, SpecError
from clientsmith.source.document import Document, parse_document

if TYPE_CHECKING:
    from clientsmith.source.options import ReadOptions

STANDARD_INPUT = "-"
_REMOTE = ("http", "https")


@dataclass(frozen=True, slots=True)
class LoadFault:
    """Why a file cannot be had: code, sentence and what to do."""

    code: str
    message: str
    hint: str | None = None


@dataclass(slots=True, eq=False)
class Loader:
    """Reads files and keeps them.

    Attributes:
        options: Bounds and permissions.
        documents: The files by URL, in order of reading.
    """

    options: ReadOptions
    documents: dict[str, Document] = field(default_factory=dict[str, Document])
    _failed: dict[str, LoadFault] = field(default_factory=dict[str, LoadFault])
    _given: set[str] = field(default_factory=set[str])
    _root_folder: Path | None = None
    _given_relative: bool = False

    def open_root(self, spec: Path | str) -> Document:
        """Read the root document.

        Args:
            spec: A path, an http(s) URL, or `-` for standard input.

        Returns:
            The document, which may have faults.

        Raises:
            SpecError: There is no such file, or it cannot be read.
        """
        if spec == STANDARD_INPUT:
            return _had(self._open_standard_input())
        if not isinstance(spec, str) or not _is_remote(spec):
            self._given_relative = not Path(spec).is_absolute()
            self._root_folder = Path(os.path.realpath(Path(spec).absolute().parent))
        return self.open_given(spec)

    def open_given(self, name: Path | str) -> Document:
        """Read a file that the user has named, wherever it is.

        Args:
            name: A path, or an http(s) URL.

        Returns:
            The document, which may have faults.

        Raises:
            SpecError: There is no such file, or it cannot be read.
        """
        if isinstance(name, str) and _is_remote(name):
            return _had(self.open(urldefrag(name)[0]))
        url = Path(os.path.normpath(Path(name).absolute())).as_uri()
        if self.options.allowed_root is None:
            self._given.add(url)
        return _had(self.open(url))

    def open(self, url: str, referrer: Document | None = None) -> Document | LoadFault:
        """Read a file, or give it again.

        Args:
            url: An absolute URL without fragment.
            referrer: The document that refers to it.

        Returns:
            The document, which may have faults, or why it cannot be had.
        """
        if referrer is not None and _is_remote(referrer.url) and not _is_remote(url):
            message = "A remote document may only refer to remote documents, not to files of this machine."
            return LoadFault("ref-outside", message, "Write an http(s) URL, or a path relative to the document.")
        if url in self.documents:
            return self.documents[url]
        if url not in self._failed:
            found = self._open(url)
            if isinstance(found, Document):
                return found
            self._failed[url] = found
        return self._failed[url]

    def digest(self) -> str:
        """Compute a SHA-256 over the names and bytes of all files; it does not depend on where they are stored."""
        documents = list(dict.fromkeys(self.documents.values()))
        if not documents:
            return hashlib.sha256().hexdigest()
        root = documents[0]
        digest = hashlib.sha256()
        for document in sorted(documents, key=lambda each: (each is not root, _relative(each, root))):
            digest.update(f"{_relative(document, root)}\0{len(document.data)}\0".encode())
            digest.update(document.data)
        return digest.hexdigest()

    def _open_standard_input(self) -> Document | LoadFault:
        """Read standard input as if it were a file of the working directory, so that its references lead there."""
        self._root_folder = Path.cwd()
        if sys.stdin is None or sys.stdin.closed:  # pyright: ignore[reportUnnecessaryComparison] (without a console)
            return LoadFault("file-not-readable", "There is no standard input.", "Name a file.")
        data = sys.stdin.buffer.read(self.options.max_bytes + 1)
        return self._keep((self._root_folder / "stdin").as_uri(), "<stdin>", data)

    def _open(self, url: str) -> Document | LoadFault:
        if len(self.documents) >= self.options.max_files:
            return LoadFault("too-many-files", f"The document consists of more than {self.options.max_files} files.")
        scheme = urlsplit(url).scheme
        if scheme in _REMOTE:
            return self._open_remote(url)
        if scheme != "file":
            message = f"'{url}' cannot be read: only files and http(s) URLs can."
            return LoadFault("ref-scheme", message, "Write a path relative to this file.")
        return self._open_file(url)

    def _open_file(self, url: str) -> Document | LoadFault:
        path = path_of(url)
        name = self._display_name(path)
        try:
            real = Path(os.path.realpath(path))
            root = self.options.allowed_root or self._root_folder
            if url not in self._given and (root is None or not real.is_relative_to(os.path.realpath(root))):
                hint = "Move the file into the folder of the root document, or allow a folder that holds both."
                return LoadFault("ref-outside", f"The file {name} is outside of the folder that may be read.", hint)
            if real.is_dir():
                return LoadFault("file-not-readable", f"{name} is a folder, not a file.", "Name the file in it.")
            if not real.exists():
                return LoadFault("file-not-found", f"There is no file {name}.", "Check the path.")
            if not real.is_file():
                return LoadFault("file-not-readable", f"{name} is not an ordinary file.")
            with real.open("rb") as file:
                data = file.read(self.options.max_bytes + 1)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            return LoadFault("file-not-readable", f"{name} cannot be read: {reason}.", "Check the path.")
        return self._keep(url, name, data)

    def _open_remote(self, url: str) -> Document | LoadFault:
        shown = shown_url(url)
        if not self.options.allow_remote:
            hint = "Keep a copy beside the document, or allow remote documents by --allow-remote."
            return LoadFault("ref-remote", f"'{shown}' is a remote document, and reading those is not allowed.", hint)
        from clientsmith.source.remote import RemoteError, fetch  # noqa: PLC0415 (httpx is slow to import)

        try:
            fetched = fetch(url, self.options)
        except RemoteError as error:
            hint = "Keep a copy beside the document."
            return LoadFault("remote-failed", f"'{shown}' cannot be fetched: {error}.", hint)
        # What it refers to is relative to where it was found in the end (RFC 3986 §5.1.3).
        found = self.documents.get(fetched.url) or self._keep(fetched.url, shown_url(fetched.url), fetched.data)
        if isinstance(found, Document):
            self.documents[url] = found
        return found

    def _display_name(self, path: Path) -> str:
        here = Path.cwd()
        if path.is_relative_to(here):
            return path.relative_to(here).as_posix()
        return Path(os.path.relpath(path, here)).as_posix() if self._given_relative else path.as_posix()

    def _keep(self, url: str, name: str, data: bytes) -> Document | LoadFault:
        if len(data) > self.options.max_bytes:
            return LoadFault("too-large", f"{name} is larger than {self.options.max_bytes:,} bytes.")
        document = self.documents[url] = parse_document(url, name, data, self.options)
        return document


def _had(found: Document | LoadFault) -> Document:
    if isinstance(found, Document):
        return found
    raise SpecError(
        [Diagnostic(code=found.code, severity=Severity.ERROR, message=found.message, position=None, hint=found.hint)]
    )


def path_of(url: str) -> Path:
    """Give the path of a file URL."""
    path = unquote(urlsplit(url).path)
    return Path(path[1:] if os.name == "nt" else path)


def shown_url(url: str) -> str:
    """Give a URL as it may be told: without user name, password and query, which may hold secrets."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "…" if parts.query else "", ""))


def _is_remote(url: str) -> bool:
    try:
        return urlsplit(url).scheme in _REMOTE
    except ValueError:  # a host that none can have
        return False


def _relative(document: Document, root: Document) -> str:
    if _is_remote(document.url) or _is_remote(root.url):
        return document.name
    return Path(os.path.relpath(path_of(document.url), path_of(root.url).parent)).as_posix()
