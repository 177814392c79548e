"""Keywords of the methods of `points`."""

from __future__ import annotations

from typing import TypedDict


class CreatePointFields(TypedDict, total=False):
    """Keywords of `points.create`."""

    x: float
    y: float | None
