"""Models of `points`."""

from .._core import Model


class Point(Model):
    x: float | None = None
    y: float | None = None
