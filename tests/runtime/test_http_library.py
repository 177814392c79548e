"""Which HTTP library the runtime sends its requests with."""

from __future__ import annotations

import os
from pathlib import Path

import httpx

import clientsmith.runtime
from clientsmith.runtime import http_library
from clientsmith.runtime.pools import BlockingPool

FOLDER = Path(clientsmith.runtime.__file__).parent


def test_the_tests_run_on_the_library_that_was_asked_for():
    name = os.environ.get("HTTP_LIBRARY", "httpx")
    assert http_library.httpx.__name__ == httpx.__name__ == name
    pool = BlockingPool(None)
    assert type(pool.get()).__module__ == name
    pool.close()


def test_variants_offer_what_the_module_offers_whose_place_they_take():
    for path in FOLDER.glob("variants/http_library_*.py"):
        name = path.stem.removeprefix("http_library_")
        ours = (FOLDER / "http_library.py").read_text("utf-8").partition("import annotations")[2]
        theirs = path.read_text("utf-8").partition("import annotations")[2]
        assert theirs == ours.replace("import httpx", f"import {name} as httpx")
