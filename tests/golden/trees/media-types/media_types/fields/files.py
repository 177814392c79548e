"""Keywords of the methods of `files`."""

from __future__ import annotations

from typing import Required, TypedDict

from .._core import FileTypes


class PutFileFields(TypedDict, total=False):
    """Keywords of `files.put`."""

    file: Required[FileTypes]
    note: str
