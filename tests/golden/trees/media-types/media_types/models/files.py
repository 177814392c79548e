"""Models of `files`."""

from .._core import Model


class PutFileBody(Model):
    file: str
    note: str | None = None
