"""The one place that imports the HTTP library; everything else takes it from here."""

from __future__ import annotations

import httpx

__all__ = ["httpx"]
