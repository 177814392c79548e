"""What a call costs on top of bare httpx and `model_validate_json` of the same bytes."""

from __future__ import annotations

from measure import BODY, fresh_process, row, server, title

# Both sides use clients of the same kind and are measured in turns of a few calls, so that what else the machine does
# hits both.
_TURNS = 40
_SYNC = """
import json, sys, time
from pathlib import Path
import httpx
from vapi_assistants import Vapi, models

address, rounds, calls = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
content = Path(sys.argv[4]).read_bytes()
in_memory = httpx.MockTransport(
    lambda request: httpx.Response(200, content=content, headers={"Content-Type": "application/json"})
)
url, headers = address + "/assistant/8b0a3d5e", {"Authorization": "Bearer t"}

def bare(http):
    response = http.get(url, headers=headers)
    response.raise_for_status()
    return models.Assistant.model_validate_json(response.content)

def microseconds(call):
    start = time.perf_counter()
    for _ in range(calls):
        call()
    return (time.perf_counter() - start) / calls * 1e6

report = {}
for place, options in (("in memory", {"transport": in_memory}), ("loopback", {})):
    with httpx.Client(**options) as http, httpx.Client(**options) as ours:
        client = Vapi(token="t", base_url=address, http_client=ours)
        base, call = (lambda: bare(http)), (lambda: client.assistants.get("8b0a3d5e"))
        assert base().model_dump_json() == call().model_dump_json()
        pairs = [(microseconds(base), microseconds(call)) for _ in range(rounds)]
    report[place] = [list(side) for side in zip(*pairs)]
print(json.dumps(report))
"""

_ASYNC = """
import asyncio, json, sys, time
from pathlib import Path
import httpx
from vapi_assistants import AsyncVapi, models

address, rounds, calls = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
content = Path(sys.argv[4]).read_bytes()
in_memory = httpx.MockTransport(
    lambda request: httpx.Response(200, content=content, headers={"Content-Type": "application/json"})
)
url, headers = address + "/assistant/8b0a3d5e", {"Authorization": "Bearer t"}

async def bare(http):
    response = await http.get(url, headers=headers)
    response.raise_for_status()
    return models.Assistant.model_validate_json(response.content)

async def microseconds(call):
    start = time.perf_counter()
    for _ in range(calls):
        await call()
    return (time.perf_counter() - start) / calls * 1e6

async def main():
    report = {}
    for place, options in (("in memory", {"transport": in_memory}), ("loopback", {})):
        async with httpx.AsyncClient(**options) as http, httpx.AsyncClient(**options) as ours:
            client = AsyncVapi(token="t", base_url=address, http_client=ours)
            base, call = (lambda: bare(http)), (lambda: client.assistants.get("8b0a3d5e"))
            assert (await base()).model_dump_json() == (await call()).model_dump_json()
            pairs = [(await microseconds(base), await microseconds(call)) for _ in range(rounds)]
        report[place] = [list(side) for side in zip(*pairs)]
    print(json.dumps(report))

asyncio.run(main())
"""


def run(runs: int, calls: int = 5) -> None:
    """Measure both clients, over a transport in memory (our own share shows most) and over a socket."""
    for name, script in (("sync", _SYNC), ("async", _ASYNC)):
        with server() as address:
            report = fresh_process(script, address, str(runs * _TURNS), str(calls), str(BODY))
        for place, (bare, ours) in report.items():
            title(f"One get of an assistant, {name}, {place}")
            row("httpx + model_validate_json", bare, "us")
            row("client.assistants.get", ours, "us", bare)
