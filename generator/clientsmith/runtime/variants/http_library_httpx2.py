"""The one place that imports the HTTP library: httpx2 here, the maintained successor of httpx with the same API.

Everything else in this folder takes it from here. Where it says `httpx`, httpx2 is meant.
"""

from __future__ import annotations

import httpx2 as httpx

__all__ = ["httpx"]
