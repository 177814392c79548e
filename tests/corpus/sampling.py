"""Arguments and responses sampled from the schemas of a document, by json-schema-faker, and checked by jsonschema-rs.

Samples depend on the document and on the files of this folder only, so they are kept from one run to the next.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import selectors
import subprocess
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import jsonschema_rs

from corpus.choices import chosen
from corpus.described import Content, Description, Operation, Parameter, described
from corpus.documents import Document
from corpus.npm import unpacked

_HERE = Path(__file__).parent
_TRIES = ((0.5, 9), (0.4, 7), (0.2, 9), (0.1, 12), *[(0.0, depth) for depth in (9, 9, 9, 14, 14, 30, 30)])
"""Probability of optional properties and depth, until a sample is valid."""
_LARGEST = 1_000_000
_LARGEST_ARGUMENT = 10_000
"""Longer ones make addresses that no server takes."""
_ANSWER_WITHIN = 10.0
_OPERATION_WITHIN = 60.0
_MOST_CASES = 6
_SEASONING = {"path": " ä/?&=%+#;,", "query": " ä/?&=%+#;,", "cookie": " ä&=;,", "header": " a=b;", "body": ' ä\n"\\'}
_JSON = re.compile(r"(application|text)/(json(?!-seq|l)|[^;]*\+json(?!-seq))|\*/\*|application/\*")
_LINES = re.compile("json-?(l|seq)|ndjson")


_SENT_IN_PATHS: tuple[dict[str, Any], ...] = (
    {"not": {"enum": ["", ".", "..", [], {}, None]}},
    {"minLength": 1, "minItems": 1, "minProperties": 1},
    {"items": {"not": {"enum": ["", None]}}, "additionalProperties": {"not": {"enum": ["", None]}}},
)
"""What is empty would make another path."""


_UNUSUAL_FAILURE = 418
"""Documents list no such status, so that `default` holds for it."""


class CannotSampleError(Exception):
    """No valid sample was found in time."""


def samples(document: Document, cache: Path) -> Path:
    """Draw samples for all operations of a document, where that has not been done; needs npm once, and node.

    Returns:
        A file of JSON: `operations`, each with what is `described` of it, its `cases` (arguments and a response), and
        what was `unsampled` or is `undefined`, by reasons.
    """
    digest = hashlib.sha256(json.dumps(document.tree).encode())
    for name in ("choices.py", "described.py", "dialect.py", "sampler.mjs", "sampling.py", "spellings.py"):
        digest.update((_HERE / name).read_bytes())
    kept = cache / "samples" / f"{document.name}.json"
    if kept.is_file():
        known: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
        if known["digest"] == digest.hexdigest():
            return kept
    library = (unpacked("json-schema-faker", cache / "npm") / "dist" / "index.js").resolve()
    made = {"digest": digest.hexdigest(), "operations": _draw(described(document), library)}
    kept.parent.mkdir(parents=True, exist_ok=True)
    part = kept.with_suffix(".part")
    part.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8", errors="surrogatepass")
    part.replace(kept)
    return kept


def _draw(description: Description, library: Path) -> list[dict[str, Any]]:
    requests = Sampler(library, description.requests)
    responses = Sampler(library, description.responses)
    found: list[dict[str, Any]] = []
    try:
        for index, operation in enumerate(description.operations):
            drawing = _Drawing(operation, requests, responses, seed=index * 1000)
            found.append({"described": told(operation), **drawing.cases()})
    finally:
        requests.close()
        responses.close()
    return found


class _UndefinedError(Exception):
    """OpenAPI does not say how something is written."""


class _Drawing:
    """The cases of one operation."""

    def __init__(self, operation: Operation, requests: Sampler, responses: Sampler, *, seed: int) -> None:
        self.operation = operation
        self._requests, self._responses, self._seed = requests, responses, seed
        self._until = time.monotonic() + _OPERATION_WITHIN
        self._unsampled: list[str] = []
        self._undefined: list[str] = []

    def cases(self) -> dict[str, Any]:
        """Return required arguments once, then all of them, with each media type and each response."""
        operation = self.operation
        count = min(_MOST_CASES, max(2, len(operation.bodies) + 1, len(operation.responses)))
        made = [self._case(index) for index in range(count)]
        return {
            "cases": [case for case in made if case is not None],
            "unsampled": sorted(set(self._unsampled)),
            "undefined": sorted(set(self._undefined)),
        }

    def _case(self, index: int) -> dict[str, Any] | None:
        operation, full = self.operation, index > 0
        self._seed += 100
        values: dict[str, Any] = {}
        case: dict[str, Any] = {"values": values, "body": None, "response": None}
        try:
            for parameter in operation.parameters:
                if full or parameter.required:
                    values[parameter.key] = self._argument(parameter)
            if operation.bodies and (full or operation.body_required):
                content = operation.bodies[max(0, index - 1) % len(operation.bodies)]
                case["body"] = {"media_type": content.media_type, "value": self._body(content, full=full)}
            if operation.responses:
                case["response"] = self._response(operation.responses[index % len(operation.responses)], full=full)
        except CannotSampleError as error:
            self._unsampled.append(str(error))
            return None
        except _UndefinedError as error:
            self._undefined.append(str(error))
            return None
        return case

    def _argument(self, parameter: Parameter) -> Any:
        schema = parameter.schema
        if parameter.place == "path":
            schema = {"allOf": [schema, *_SENT_IN_PATHS]}
        elif parameter.required:
            schema = {"allOf": [schema, {"not": {"type": "null"}}]}
        value = self._sample(
            self._requests,
            schema,
            f"{parameter.place} parameter {parameter.name}",
            full=True,
            largest=_LARGEST_ARGUMENT,
        )
        if isinstance(value, str):
            return self._seasoned(schema, value, parameter.place)
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        nested = parameter.media_type is None and parameter.style != "deepObject"
        if nested and any(isinstance(item, (dict, list)) for item in inner) and parameter.place in {"path", "header"}:
            raise _UndefinedError(f"{parameter.place} parameter {parameter.name} is nested")
        return value

    def _body(self, content: Content, *, full: bool) -> Any:
        media_type = (content.media_type or "").lower()
        _check_media_type(content)
        is_form = media_type.startswith(("multipart/", "application/x-www-form-urlencoded"))
        is_bytes = "*" in media_type and content.schema in ({}, True)
        if _LINES.search(media_type):
            if not isinstance(content.schema, dict) or content.schema.get("type") != "array":
                raise _UndefinedError(f"{content.media_type} of what is no list")
            return self._sample(self._requests, content.schema, f"body ({content.media_type})", full=full)
        if is_form or (_JSON.match(media_type) and not is_bytes):
            # None stands for no body at all.
            schema = {"allOf": [content.schema, {"not": {"type": "null"}}]}
            value = self._sample(self._requests, schema, f"body ({content.media_type})", full=full)
            if is_form and not isinstance(value, dict):
                raise _UndefinedError(f"{content.media_type} of what is no object")
            return self._seasoned_properties(content.schema, value)
        return "ä <plain/> text"

    def _response(self, content: Content, *, full: bool) -> dict[str, Any]:
        media_type = content.media_type
        made: dict[str, Any] = {"status": content.status, "code": self._code(content), "media_type": media_type}
        if media_type is None:
            return {**made, "kind": "none"}
        _check_media_type(content)
        what = f"response {content.status} ({media_type})"
        is_bytes = self._responses.is_binary(content.schema)
        if _JSON.match(media_type.lower()) and not is_bytes:
            return {**made, "kind": "json", "value": self._sample(self._responses, content.schema, what, full=full)}
        if media_type.lower().startswith("text/event-stream") or _LINES.search(media_type.lower()):
            return {**made, "kind": "stream"}
        return {**made, "kind": "text", "value": "ä <plain/> text"}

    def _code(self, content: Content) -> int:
        """Return a status code that a response of the document answers to, rather than another one of them."""
        own, status = {response.status for response in self.operation.responses}, content.status
        if status == "DEFAULT":
            return _UNUSUAL_FAILURE if content.is_failure else 200
        if status.isdecimal():
            return int(status)
        first = 100 * int(status[0])
        return next(code for code in range(first, first + 100) if str(code) not in own)

    def _sample(self, sampler: Sampler, schema: Any, what: str, *, full: bool, largest: int = _LARGEST) -> Any:
        reason = "no valid sample"
        for number, (probability, depth) in enumerate(_TRIES if full else _TRIES[4:]):
            if time.monotonic() > self._until:
                reason = "out of time"
                break
            self._seed += 1
            # Every other try makes the choices of the schema first.
            asked = chosen(schema, sampler.defs, self._seed) if number % 2 else schema
            try:
                value = sampler.draw(asked, self._seed, probability, depth)
            except CannotSampleError as error:
                reason = str(error)
                continue
            if len(json.dumps(value)) > largest:
                reason = "samples are too large"
            elif sampler.is_valid(schema, value):
                return value
        raise CannotSampleError(f"{what}: {reason}")

    def _seasoned(self, schema: Any, value: str, place: str) -> str:
        """Return a text with characters that need encoding, where the schema lets it."""
        longer = value + _SEASONING[place]
        return longer if self._requests.is_valid(schema, longer) else value

    def _seasoned_properties(self, schema: Any, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        longer = {key: item + _SEASONING["body"] if isinstance(item, str) else item for key, item in value.items()}
        return longer if self._requests.is_valid(schema, longer) else value


def _check_media_type(content: Content) -> None:
    if content.media_type is None or "/" not in content.media_type:
        raise _UndefinedError(f"{content.media_type} is no media type")


class Sampler:
    """A process that samples, started anew when it hangs, and the judge of what it gives."""

    def __init__(self, library: Path, defs: dict[str, Any]) -> None:
        """Start nothing before the first sample.

        Args:
            library: the module of the library.
            defs: the schemas that others refer to.
        """
        self.defs = defs
        self._library = library
        self._process: subprocess.Popen[bytes] | None = None
        self._judges: dict[str, Any] = {}
        self._registry = jsonschema_rs.Registry([("corpus:defs", {"$defs": defs})])

    def draw(self, schema: Any, seed: int, probability: float, depth: int) -> Any:
        """Return a sample, valid or not.

        Raises:
            CannotSampleError: the library gives up, or takes too long.
        """
        process = self._process or self._start()
        asked = {"schema": schema, "seed": seed, "probability": probability, "depth": depth}
        assert process.stdin is not None
        process.stdin.write(json.dumps(asked).encode() + b"\n")
        process.stdin.flush()
        line = self._line(process)
        if line is None:
            self.close()
            raise CannotSampleError("the library hung")
        answer = json.loads(line)
        if "error" in answer:
            raise CannotSampleError(answer["error"])
        return answer["value"]

    def is_valid(self, schema: Any, value: Any) -> bool:
        """Tell whether a value fits a schema."""
        key = json.dumps(schema, sort_keys=True)
        if key not in self._judges:
            absolute = json.loads(key.replace('"#/$defs/', '"corpus:defs#/$defs/'))
            try:
                self._judges[key] = jsonschema_rs.Draft202012Validator(
                    absolute, registry=self._registry, validate_formats=True
                )
            except ValueError as error:
                raise CannotSampleError(f"the schema cannot be used: {str(error)[:150]}") from None
        return bool(self._judges[key].is_valid(value))

    def is_binary(self, schema: Any) -> bool:
        """Tell whether a schema is for bytes."""
        reference = schema.get("$ref") if isinstance(schema, dict) else None
        target = self.defs[reference.rpartition("/")[2]] if reference else schema
        return isinstance(target, dict) and target.get("format") == "binary"

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = process = subprocess.Popen(
            ["node", str(_HERE / "sampler.mjs")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert process.stdin is not None
        first = {"library": self._library.as_uri(), "defs": self.defs}
        process.stdin.write(json.dumps(first).encode() + b"\n")
        return process

    def _line(self, process: subprocess.Popen[bytes]) -> bytes | None:
        assert process.stdout is not None
        found, until = b"", time.monotonic() + _ANSWER_WITHIN
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while not found.endswith(b"\n"):
                if not selector.select(max(0.0, until - time.monotonic())):
                    return None
                chunk = os.read(process.stdout.fileno(), 1 << 20)
                if not chunk:
                    return None
                found += chunk
        return found


def told(operation: Operation) -> dict[str, Any]:
    """Return what the calling process has to know of an operation."""
    known = asdict(operation)
    for part in (*known["parameters"], *known["bodies"], *known["responses"]):
        part.pop("schema")
        for style in part.get("styles", {}).values():
            style.pop("schema")
    return known
