"""What tests of generated packages share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from support.driving import Driver
from support.generation import Generated, generate_package

if TYPE_CHECKING:
    from collections.abc import Generator


@pytest.fixture(scope="module")
def shop(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Generated:
    """The package that is generated from the `SPEC` of the test's module."""
    spec: dict[str, Any] | str = request.module.SPEC
    return generate_package(spec, tmp_path_factory.mktemp("shop"))


@pytest.fixture(scope="module")
def drive(shop: Generated) -> Generator[Driver]:
    """Calls clients of that package in a fresh process."""
    with Driver(shop) as driver:
        yield driver
