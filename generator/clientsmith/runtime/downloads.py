"""Writing a download to a file: whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO


class Download:
    """A file that takes its name only when all of it is there; until then it lies beside it under another name.

    A path that is there and is no ordinary file, such as a pipe or a device, is written to directly.

    Args:
        path: where the file is to be; one that is there is replaced. A symbolic link is followed.

    Raises:
        OSError: the folder is not there, or must not be written to.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        target = Path(os.path.realpath(path))
        self._target: Path | None = None
        self._path = target
        if target.is_dir():
            raise IsADirectoryError(21, "A download needs the path of a file, not of a folder", str(target))
        if target.is_file() or not target.exists():
            self._target = target
            self._path = target.with_name(f".{os.urandom(8).hex()}.part")
        self._file: IO[bytes] = self._path.open("wb" if self._target is None else "xb")

    def write(self, piece: bytes) -> None:
        """Write the next bytes."""
        self._file.write(piece)

    def keep(self) -> None:
        """Give the file its name: all of it is there."""
        self._file.close()
        if self._target is not None:
            self._path.replace(self._target)
            self._target = None

    def close(self) -> None:
        """Remove what was written, unless it was kept."""
        self._file.close()
        if self._target is not None:
            self._path.unlink(missing_ok=True)
