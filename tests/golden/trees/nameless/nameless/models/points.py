"""Models of `points`."""

from .._core import Model


class GetV1PointsResponseItem(Model):
    x: float | None = None
    y: float | None = None
