"""Models of `points`."""

from .._core import Model


class CreatePointBody(Model):
    x: float | None = None
    y: float | None = None
