"""Models of `files`."""

from .._core import FileTypes, Model


class PutFileBody(Model):
    file: FileTypes
    note: str | None = None
