"""Keywords of the methods of `files`."""

from __future__ import annotations

from typing import Required, TypedDict


class PutFileFields(TypedDict, total=False):
    """Keywords of `files.put`."""

    file: Required[str]
    note: str
