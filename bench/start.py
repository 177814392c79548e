"""How long a program waits until its first call has returned, and what memory it takes until then."""

from __future__ import annotations

from measure import fresh_process, row, server, title

_LIBRARIES = """
import time; start = time.perf_counter()
import httpx, pydantic
"""

_PACKAGE = """
import time; start = time.perf_counter()
import vapi_assistants
"""

_FIRST_GET = """
import sys, time; start = time.perf_counter()
from vapi_assistants import Vapi
with Vapi(token="t", base_url=sys.argv[1]) as client:
    assert client.assistants.get("8b0a3d5e").voice.provider == "azure"
"""

# The same without any generated code.
_BARE_GET = """
import sys, time; start = time.perf_counter()
import httpx, pydantic
with httpx.Client(base_url=sys.argv[1]) as client:
    assert client.get("/assistant/8b0a3d5e", headers={"Authorization": "Bearer t"}).json()["voice"]
"""

_REPORT = """
import json, resource
elapsed = time.perf_counter() - start
print(json.dumps({"ms": elapsed * 1000, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def run(runs: int) -> None:
    """Measure fresh processes from their first line on; the interpreter's own start is not counted."""
    scripts = {
        "import httpx, pydantic": _LIBRARIES,
        "import httpx, pydantic + bare get": _BARE_GET,
        "import vapi_assistants": _PACKAGE,
        "import vapi_assistants + first get": _FIRST_GET,
    }
    samples: dict[str, list[dict[str, float]]] = {name: [] for name in scripts}
    with server() as address:
        for turn in range(runs + 1):
            for name, script in scripts.items():
                sample = fresh_process(script + _REPORT, address)
                if turn:  # the first one may have written bytecode
                    samples[name].append(sample)
    title("Start of a program")
    for key, unit in (("ms", "ms"), ("mb", "MB")):
        base = [sample[key] for sample in samples["import httpx, pydantic"]]
        for name, taken in samples.items():
            row(name, [sample[key] for sample in taken], unit, base)
