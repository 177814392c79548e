"""What all tests share: one way of drawing examples, the same on every machine."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from support import http_library

http_library.choose()

set_hypothesis_home_dir(Path(__file__).parents[1] / ".cache" / "hypothesis")

# `default` is what every run does: same examples each time, no limit by the clock. `search` looks for new ones.
settings.register_profile("default", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
