"""Run in a process of its own: calls every operation of a package with the samples, and compares both directions.

Arguments: the folder that holds the package and its manifest, the package, the file of samples. Prints one line of
JSON: how many operations there are, how many are whole, and what is wrong as `[operation, text]`.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import re
import sys
import warnings
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import takewhile
from operator import attrgetter
from pathlib import Path
from typing import Any

import httpx
from pydantic import BaseModel
from pydantic_core import to_json

sys.path.insert(0, str(Path(__file__).parents[1]))

from corpus.wire import Sent, differences, equal, first_difference

BASE = "http://corpus.test"
ASYNC_EVERY = 10
_FOR_TOKENS = frozenset({"client_id", "client_secret"})
"""What a client takes together that is sent in no header; tokens are given, not fetched."""
_CREDENTIAL = re.compile(r"(str|(Async)?BearerToken)( \| None)?")
_KEYWORDS = frozenset({"options", "content_type"})
_STREAMED = b'data: {"a": 1}\n\n'


class Server:
    """Answers in the place of a server, and keeps what came."""

    def __init__(self) -> None:
        self.requests: list[Sent] = []
        self.response: dict[str, Any] | None = None

    def answer(self, request: httpx.Request) -> httpx.Response:
        headers = [(name.decode().lower(), value.decode("latin-1")) for name, value in request.headers.raw]
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        self.requests.append(Sent(request.method, path, query, headers, request.read()))
        return reply(self.response)

    async def answer_async(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        return self.answer(request)


def reply(response: dict[str, Any] | None) -> httpx.Response:
    if response is None:
        return httpx.Response(204)
    code = response["code"]
    if response["kind"] == "none":
        return httpx.Response(code)
    if response["kind"] == "json":
        content = json.dumps(response["value"], ensure_ascii=False).encode()
    else:
        content = _STREAMED if response["kind"] == "stream" else response["value"].encode()
    return httpx.Response(code, headers={"Content-Type": response["sent_as"]}, content=content)


def sent_as(response: dict[str, Any], described: dict[str, Any]) -> str:
    """Return a media type for what stands under one or under a range of them.

    Of those that match, the most specific one holds (OpenAPI 3.0.3, Response Object, `content`), so that what stands
    under a range comes as nothing that is listed beside it.
    """
    kind: str = response["media_type"]
    if "*" not in kind:
        return kind
    beside = [one["media_type"] or "" for one in described["responses"] if one["status"] == response["status"]]
    narrower = [one.partition(";")[0].strip().lower() for one in beside if len(one) > len(kind) or "*" not in one]
    if response["kind"] == "json":
        candidates = ["application/json", "application/x-some+json", "text/json"]
    else:
        candidates = ["application/octet-stream" if kind == "*/*" else kind.replace("*", "x-some"), "x-some/x-some"]
    fitting = [one for one in candidates if fnmatchcase(one, kind)]
    return next((one for one in fitting if not any(fnmatchcase(one, other) for other in narrower)), fitting[0])


def client(module: Any, name: str, http_client: Any) -> Any:
    """Make a client with credentials for every scheme."""
    kind = getattr(module, name)
    credentials: dict[str, Any] = {}
    # After `server` come variables in the addresses of some of the servers.
    parameters = list(takewhile(lambda one: one.name != "server", inspect.signature(kind).parameters.values()))
    fetches_tokens = any(one.name == "client_secret" for one in parameters)
    for one in parameters:
        if (
            not (one.name in _FOR_TOKENS and fetches_tokens)
            and one.name != "base_url"
            and _CREDENTIAL.fullmatch(str(one.annotation))
        ):
            credentials[one.name] = f"credential-{one.name.replace('_', '-')}"
    return kind(**credentials, base_url=BASE, max_retries=0, http_client=http_client)


def arguments(
    entry: dict[str, Any], described: dict[str, Any], case: dict[str, Any], method: Any
) -> tuple[list[Any], dict[str, Any]]:
    """Return positional and keyword arguments of a call, by the manifest."""
    values = {
        one["python"]: case["values"][key]
        for one in entry["parameters"]
        if (key := f"{one['in']}:{one['name']}") in case["values"]
    }
    body = case["body"]
    signature = inspect.signature(method).parameters
    positional = [name for name, one in signature.items() if one.kind is one.POSITIONAL_ONLY]
    given = {name: values.pop(name) for name in positional if name in values}
    places = [given.get(name) for name in positional]
    if body is None:
        while places and positional[len(places) - 1] not in given:
            places.pop()
        return places, values
    value = body["value"]
    content = next(one for one in described["bodies"] if one["media_type"] == body["media_type"])
    declared = entry["body"]["media_types"]
    sent = sent_media_type(body["media_type"], declared, described)
    if not is_written(sent):
        value = (value if isinstance(value, str) else json.dumps(value)).encode()
    if isinstance(value, dict) and "multipart" in sent:
        value = {name: as_files(item) if name in content["files"] else item for name, item in value.items()}
    if len(declared) > 1:
        values["content_type"] = sent
    fields = entry["body"]["fields"]
    is_mapping = isinstance(value, dict) and value and fields is not None and value.keys() <= fields.keys()
    named = {fields[name]: item for name, item in value.items()} if is_mapping else {}
    # Fields called like the methods' own keywords are given in a body as a whole.
    if case.get("keywords") and named and not named.keys() & _KEYWORDS and sent == declared[0]:
        return places[:-1] if positional[-1:] == ["body"] else places, {**values, **named}
    places = [value if name == "body" else item for name, item in zip(positional, places, strict=True)]
    if "body" not in positional:
        values["body"] = value
    return places, values


def is_written(media_type: str) -> bool:
    """Tell whether a body is written from data or text, rather than from bytes."""
    kind = media_type.partition(";")[0].strip().lower()
    endings = ("json", "jsonl", "json-seq", "xml", "yaml", "x-www-form-urlencoded")
    return kind.startswith(("text/", "multipart/")) or kind.endswith(endings)


def sent_media_type(media_type: str, declared: list[str], described: dict[str, Any]) -> str:
    """Return what the package calls a media type of the document: a range has no name of its own."""
    if media_type in declared:
        return media_type
    own = {one["media_type"] for one in described["bodies"]}
    return next((one for one in declared if one not in own), declared[0])


def plain(result: Any) -> Any:
    """Return a result as JSON; bytes are what `format: byte` is decoded to, which only models know themselves."""
    if isinstance(result, bytes):
        return b64encode(result).decode()
    if isinstance(result, list):
        return [plain(item) for item in result]
    if isinstance(result, dict):
        return {key: plain(item) for key, item in result.items()}
    return json.loads(to_json(result, by_alias=True))


def as_files(value: Any) -> Any:
    if isinstance(value, list):
        return [as_files(item) for item in value]
    return value.encode() if isinstance(value, str) else value


def run(folder: Path, package: str, samples: Path) -> dict[str, Any]:
    manifest = json.loads((folder / "clientsmith-manifest.json").read_text(encoding="utf-8"))
    entries = {(one["method"], one["path"]): one for one in manifest["operations"]}
    drawn = json.loads(samples.read_text(encoding="utf-8"))["operations"]
    module = importlib.import_module(package)
    server = Server()
    blocking = client(module, manifest["client"], httpx.Client(transport=httpx.MockTransport(server.answer)))
    transport = httpx.MockTransport(server.answer_async)
    waiting = client(module, manifest["async_client"], httpx.AsyncClient(transport=transport))
    models = importlib.import_module(f"{package}.models")
    problems: list[tuple[str, str]] = []
    whole = 0
    with asyncio.Runner() as runner:
        for index, one in enumerate(drawn):
            described = one["described"]
            found = [f"sample: {reason}" for reason in one["unsampled"]]
            entry = entries.get((described["method"], described["path"]))
            if entry is None:
                found.append("the operation is missing")
            for number, case in enumerate(one["cases"] if entry else ()):
                call = Call(entry, described, {**case, "keywords": number == 1}, server, models)
                found += outcome(call, blocking, None)
                if index % ASYNC_EVERY == 0:
                    found += (f"async: {text}" for text in outcome(call, waiting, runner))
            problems += [(f"{described['method']} {described['path']}", text) for text in dict.fromkeys(found)]
            whole += not found
        runner.run(waiting.close())
    undefined = sum(1 for one in drawn if one["undefined"])
    return {"operations": len(drawn), "whole": whole, "undefined": undefined, "problems": problems}


@dataclass(frozen=True)
class Call:
    """One call: what the manifest and the document say of the operation, the sample, who answers, the models."""

    entry: dict[str, Any]
    described: dict[str, Any]
    case: dict[str, Any]
    server: Server
    models: Any


def outcome(call: Call, caller: Any, runner: asyncio.Runner | None) -> Iterator[str]:
    """Make a call and yield what is wrong; with a runner for the client that does not block."""
    server, response = call.server, call.case["response"]
    is_failure = response is not None and response["code"] >= 400
    server.requests.clear()
    server.response = response
    if response is not None and response["media_type"] is not None:
        server.response = {**response, "sent_as": sent_as(response, call.described)}
    result, told, fault = None, [], None
    try:
        method = attrgetter(call.entry["call"])(caller)
        places, keywords = arguments(call.entry, call.described, call.case, method)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            result = method(*places, **keywords)
            if runner is not None and inspect.isawaitable(result):
                result = runner.run(awaited(result))
            told = [str(one.message)[:300] for one in caught]
        if is_failure:
            yield f"response: {response['code']} was no error"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
        if is_failure and getattr(error, "status_code", None) == response["code"]:
            result = getattr(error, "body", None)
        else:
            fault = f"call: {type(error).__name__}: {' '.join(str(error).split())[:300]}"
            yield fault
    if len(server.requests) == 1:
        yield from (f"request: {text}" for text in differences(call.described, call.case, server.requests[0]))
    elif fault is None and (response is None or response["kind"] != "stream"):
        yield f"request: {len(server.requests)} requests"
    if fault is None:
        yield from (f"response: {text}" for text in told)
        yield from (f"response: {text}" for text in returned(call, result))


async def awaited(result: Any) -> Any:
    return await result


def returned(call: Call, result: Any) -> Iterator[str]:
    """Yield how a result differs from the response."""
    response = call.case["response"]
    if response is None or response["kind"] == "stream":
        return
    if response["kind"] == "none" or call.described["method"] == "HEAD":
        if result is not None:
            yield f"{result!r:.80} came of nothing"
        return
    if response["kind"] == "text":
        if result not in (response["value"], response["value"].encode()):
            yield f"{result!r:.80} came of text"
        return
    value = plain(result)
    if not equal(response["value"], value):
        yield first_difference(response["value"], value)
    for told in call.entry["responses"]:
        same = (told["status"].upper(), told["media_type"]) == (response["status"], response["media_type"])
        if same and told["decode"] == "json":
            yield from mistyped(told["type"], result, call.models)


def mistyped(declared: str, result: Any, models: Any) -> Iterator[str]:
    """Yield that a result is not what the manifest says, where that is a model or a list of one."""
    inner = declared.removeprefix("list[").removesuffix("]") if declared.startswith("list[") else declared
    kind = getattr(models, inner.removeprefix("models."), None) if inner.startswith("models.") else None
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        items = result if declared.startswith("list[") else [result]
        if not isinstance(items, list) or not all(isinstance(item, kind) for item in items):
            yield f"the result is {type(result).__name__}, not {declared}"


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    print(json.dumps(run(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))))  # noqa: T201
