"""Drives both clients of a generated package, in a process of its own that knows nothing but that package.

Reads one request per line from standard input and writes one answer per line: JSON both ways. Started as a script by
`support.driving`; it imports nothing of the tests or of clientsmith.
"""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
import importlib
import inspect
import json
import os
import sys
import warnings
from typing import Any


def dump(value: Any) -> Any:
    """Return a value as JSON says it: models serialised, other things by what they say of themselves."""
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    if isinstance(value, list | tuple):
        return [dump(item) for item in value]
    if dataclasses.is_dataclass(value) and type(value).__name__ == "ServerSentEvent":
        return dataclasses.asdict(value)
    if isinstance(value, dict):
        return {key: dump(item) for key, item in value.items()}
    if type(value).__name__ == "Issue":
        return [value.path, value.expected, dump(value.got)]
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if isinstance(value, str | int | float | bool | None):
        return value
    return repr(value)


def described(error: BaseException) -> dict[str, Any]:
    """Return what a caller can see of an error."""
    known = ("status_code", "body", "request_id", "content", "method", "url", "issues")
    seen = {name: dump(getattr(error, name)) for name in known if hasattr(error, name)}
    bases = [base.__name__ for base in type(error).__mro__]
    return {"type": type(error).__name__, "bases": bases, "message": str(error), **seen}


def names(package: Any, request: dict[str, Any]) -> dict[str, Any]:
    """Return what an expression may name."""
    return {"package": package, "models": package.models, "dt": dt, "dump": dump, "url": request["url"]}


def make(package: Any, request: dict[str, Any], class_name: str) -> Any:
    """Return a client, made as the request says."""
    return eval(f"package.{class_name}({request['client']})", names(package, request))


def outcome(request: dict[str, Any], use: Any) -> dict[str, Any]:
    """Return what using a client came to: value or error, and warnings with whether they point to the caller."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        result: dict[str, Any] = {"value": None, "type": "", "error": None}
        try:
            value, kind = use()
            result.update(value=value, type=kind)
        except Exception as error:  # noqa: BLE001 - whatever a caller gets is what the test is about
            result["error"] = described(error)
    result["warnings"] = [
        [type(one.message).__name__, str(one.message), one.filename in {"<string>", __file__}] for one in caught
    ]
    return result


def told(package: Any, request: dict[str, Any], result: Any) -> tuple[Any, str]:
    """Return what the request wants to know of a result."""
    then = request["then"]
    value = eval(then, {**names(package, request), "result": result}) if then else result
    return dump(value), type(result).__name__


def blocking(package: Any, request: dict[str, Any]) -> tuple[Any, str]:
    """Make the call with the blocking client."""
    with make(package, request, request["class"]) as client:
        result = eval(request["call"], {**names(package, request), "client": client})
        if hasattr(result, "__next__"):
            result = list(result)
        return told(package, request, result)


async def awaiting(package: Any, request: dict[str, Any]) -> tuple[Any, str]:
    """Make the call with the client for asyncio."""
    async with make(package, request, f"Async{request['class']}") as client:
        result = eval(request["call"], {**names(package, request), "client": client})
        if inspect.isawaitable(result):
            result = await result
        if hasattr(result, "__anext__"):
            result = [item async for item in result]
        return told(package, request, result)


def main() -> None:
    """Answer requests until there are no more."""
    package = importlib.import_module(sys.argv[1])
    for line in sys.stdin:
        request = json.loads(line)
        os.environ.update(request["variables"])
        if request["mode"] == "sync":
            answer = outcome(request, lambda request=request: blocking(package, request))
        elif request["mode"] == "async":
            answer = outcome(request, lambda request=request: asyncio.run(awaiting(package, request)))
        else:
            answer = outcome(request, lambda request=request: told(package, request, None))
        for name in request["variables"]:
            del os.environ[name]
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
