"""A short soak run; `make soak` does a long one."""

from __future__ import annotations

import sys

import pytest

from clientsmith.runtime import retries
from soak.soaking import soak

CALLS = 600


@pytest.mark.skipif(sys.platform != "linux", reason="what is left over is read from /proc")
@pytest.mark.parametrize("kind", ["tasks", "threads"])
def test_every_call_ends_as_planned_and_nothing_is_left_over(kind, monkeypatch):
    monkeypatch.setattr(retries, "_FIRST_BACKOFF", 0.01)
    figures = soak(kind, CALLS)
    assert figures.wrong == []
    assert figures.twice == []
    assert sum(figures.endings.values()) == CALLS
    assert figures.open_connections == 0
    assert figures.descriptors[1] <= figures.descriptors[0]
    before, after = figures.blocks
    assert after - before < 5 * CALLS, "more than a few blocks stay for each call"
