"""The HTTP libraries that a package can be made for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class HTTPLibrary:
    """An HTTP library.

    Attributes:
        name: the name of its import package, also the one of its distribution.
        requirement: what a generated package requires; the lowest version that the runtime was tested with.
        address: where it is documented.
        module: the file of the runtime that becomes `_core/http_library.py`.
    """

    name: str
    requirement: str
    address: str
    module: str


HTTP_LIBRARIES: Final = {
    library.name: library
    for library in (
        HTTPLibrary(
            name="httpx",
            requirement="httpx>=0.27",
            address="https://www.python-httpx.org",
            module="http_library.py",
        ),
        HTTPLibrary(
            name="httpx2",
            requirement="httpx2>=2.0",
            address="https://github.com/pydantic/httpx2",
            module="variants/http_library_httpx2.py",
        ),
    )
}
"""The libraries by name; they differ in name only, so that one runtime serves both."""
