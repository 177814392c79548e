"""What a server reads out of a request, compared with what was passed; shares no code with the packages under test.

Only the standard library takes requests apart: `urllib.parse` queries, forms and cookies, `email` multipart bodies.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import quote, unquote, unquote_plus

_EXPECTED_HEADERS = frozenset(
    {"accept", "accept-encoding", "authorization", "connection", "content-length", "content-type", "cookie", "host"}
    | {"transfer-encoding", "user-agent"}
)
_DELIMITERS = {"form": (",",), "spaceDelimited": ("%20", "+", " "), "pipeDelimited": ("%7C", "|"), "tab": ("%09",)}
_LINES = re.compile("json-?(l|seq)|ndjson")
_TOKENS = re.compile(r"\[([^\]]*)\]")
_RUN = re.compile(r"((?:\{[^{}]+\})+)")
"""Parameters of a path template with nothing between them."""


@dataclass(frozen=True)
class Sent:
    """A request as it went out.

    Attributes:
        method: the method.
        path: the raw path.
        query: the raw query.
        headers: names in lower case, and values.
        body: the body.
    """

    method: str
    path: str
    query: str
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str | None:
        """Return a header, if it was sent."""
        return next((value for key, value in self.headers if key == name.lower()), None)


def differences(operation: dict[str, Any], case: dict[str, Any], sent: Sent) -> Iterator[str]:
    """Yield how a request differs from what the document says and the arguments are.

    Args:
        operation: what the document says.
        case: the arguments.
        sent: the request.
    """
    if sent.method != operation["method"]:
        yield f"the method is {sent.method}"
    values = case["values"]
    # Objects whose properties stand for themselves come first: what they take is not counted for others.
    parameters = sorted(operation["parameters"], key=lambda one: not isinstance(values.get(_key(one)), dict))
    query = [_pair(part) for part in sent.query.split("&") if part]
    yield from _path(operation, values, sent.path)
    yield from _constants(operation, values, query)
    described_whole = any(_key(one).lower() == "header:cookie" for one in parameters)
    written = "" if described_whole else sent.header("cookie") or ""
    cookies = [_pair(part.strip()) for part in written.split(";") if part.strip()]
    yield from _security(operation["security"], sent, query, cookies)
    headers = {name for name, _ in sent.headers}
    if len(headers) < len(sent.headers):
        yield "a header was sent twice"
    carriers = {tuple(carrier) for alternative in operation["security"] for carrier in alternative}
    for parameter in parameters:
        value = values.get(_key(parameter))
        if value is None and (parameter["place"], parameter["name"]) in carriers:
            continue  # what is there are credentials
        match parameter["place"]:
            case "query":
                yield from _named(parameter, value, query)
            case "cookie":
                yield from _named(parameter, value, cookies)
            case "header":
                headers.discard(parameter["name"].lower())
                yield from _header(parameter, value, sent.header(parameter["name"]))
    yield from (f"query has {name!r} besides" for name, _ in query if ("query", unquote(name)) not in carriers)
    yield from (f"cookies have {name!r} besides" for name, _ in cookies if ("cookie", unquote(name)) not in carriers)
    allowed = _EXPECTED_HEADERS | {name.lower() for place, name in carriers if place == "header"}
    yield from (f"headers have {name!r} besides" for name in sorted(headers - allowed))
    yield from _body(operation, case["body"], sent)


def _key(parameter: dict[str, Any]) -> str:
    return f"{parameter['place']}:{parameter['name']}"


def equal(one: Any, other: Any) -> bool:
    """Tell whether two values are the same JSON; a boolean is no number."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(equal(item, other[key]) for key, item in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(equal, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and one == other


def first_difference(one: Any, other: Any, path: str = "") -> str:
    """Tell where two values differ first."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in [*one, *(key for key in other if key not in one)]:
            if key not in other:
                return f"{path}/{key} is lost (it was {_short(one[key])})"
            if key not in one:
                return f"{path}/{key} came up ({_short(other[key])})"
            if not equal(one[key], other[key]):
                return first_difference(one[key], other[key], f"{path}/{key}")
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (left, right) in enumerate(zip(one, other, strict=True)):
            if not equal(left, right):
                return first_difference(left, right, f"{path}/{index}")
    return f"{path or 'the whole'}: {_short(one)} became {_short(other)}"


def _path(operation: dict[str, Any], values: dict[str, Any], raw: str) -> Iterator[str]:
    template, _ = _target(operation)
    template = template if template.startswith("/") else f"/{template}"
    for prefix in operation["prefixes"]:
        if (matched := _pattern(prefix, template).fullmatch(raw)) is not None:
            break
    else:
        yield f"the path {raw!r} does not match"
        return
    parameters = {one["name"]: one for one in operation["parameters"] if one["place"] == "path"}
    for index, run in enumerate(_RUN.findall(template)):
        names = re.findall(r"\{([^{}]+)\}", run)
        wanted = [(parameters[name], values[f"path:{name}"]) for name in names]
        if not _fits_run(wanted, matched[f"p{index}"]):
            told = ", ".join(_short(value) for _, value in wanted)
            yield f"path parameter {', '.join(names)} is {matched[f'p{index}']!r} for {told}"


def _constants(operation: dict[str, Any], values: dict[str, Any], query: list[tuple[str, str]]) -> Iterator[str]:
    """Take out of a query what the path template has of it."""
    parameters = {one["name"]: one for one in operation["parameters"] if one["place"] == "path"}
    asked = {one["name"] for one in operation["parameters"] if one["place"] == "query"}
    for part in filter(None, _target(operation)[1].split("&")):
        name, _, text = part.partition("=")
        if text[1:-1] in asked - parameters.keys():
            continue  # it is a query parameter as well, which goes once
        if name.startswith("{") and name.endswith("}") and name[1:-1] in parameters:
            name = str(values[f"path:{name[1:-1]}"])
        else:
            name = unquote_plus(name)
        found = _take(query, name)
        if text.startswith("{") and text.endswith("}") and text[1:-1] in parameters:
            parameter, value = parameters[text[1:-1]], values[f"path:{text[1:-1]}"]
            if not any(_fits_path(parameter, value, one) for one in found):
                yield f"{name} in the path's query is {found} for {_short(value)}"
        elif unquote_plus(text) not in map(unquote_plus, found):
            yield f"{name} in the path's query is {found}, not {text}"


def _target(operation: dict[str, Any]) -> tuple[str, str]:
    """Return path and query of a path template; a fragment does not travel."""
    path, _, query = operation["path"].partition("#")[0].partition("?")
    return path, query


def _pattern(prefix: str, template: str) -> re.Pattern[str]:
    parts = _RUN.split(template)
    source = re.sub(r"\\\{[^{}]*\\\}", "[^/]*", re.escape(prefix)) + _literal(parts[0])
    for index, literal in enumerate(parts[2::2]):
        source += f"(?P<p{index}>[^/]*)" + _literal(literal)
    return re.compile(source)


def _literal(text: str) -> str:
    return "".join(
        re.escape(character)
        if character.isascii() and character.isalnum()
        else f"(?:{re.escape(character)}|{_percent(character)})"
        for character in text
    )


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())


def _fits_run(wanted: list[tuple[dict[str, Any], Any]], raw: str) -> bool:
    """Tell whether a text is what parameters make that follow each other with nothing between them."""
    (parameter, value), *rest = wanted
    if not rest:
        return _fits_path(parameter, value, raw)
    cuts = range(len(raw) + 1)
    return any(_fits_path(parameter, value, raw[:cut]) and _fits_run(rest, raw[cut:]) for cut in cuts)


def _fits_path(parameter: dict[str, Any], value: Any, raw: str) -> bool:
    style, explode = parameter["style"], parameter["explode"]
    if parameter["media_type"] is not None:
        return (_fits_json if "json" in parameter["media_type"] else _fits)(value, unquote(raw))
    separator = ","
    if style in {"label", "matrix"}:
        mark = "." if style == "label" else ";"
        if not raw.startswith(mark):
            return False
        raw, separator = raw[1:], mark if explode else ","
        if style == "matrix" and not (isinstance(value, dict) and explode):
            prefix = f"{parameter['name']}="
            parts = raw.split(";")
            if not all(part.startswith(prefix) for part in parts):
                return False
            return _fits_parts(
                value, [text for part in parts for text in part[len(prefix) :].split(",")], explode=False
            )
    if not isinstance(value, (list, dict)):
        return _fits_parts(value, [raw], explode=explode)
    marks = _DELIMITERS.get(style, (separator,)) if style != "form" else (separator,)
    return any(_fits_parts(value, raw.split(mark), explode=explode) for mark in marks)


def _fits_parts(value: Any, parts: list[str], *, explode: bool) -> bool:
    texts = [unquote(part) for part in parts]
    if isinstance(value, list):
        kept = [item for item in value if item is not None]
        return len(kept) == len(texts) and all(map(_fits, kept, texts))
    if isinstance(value, dict):
        if explode:
            texts = [unquote(text) for part in parts for text in part.partition("=")[::2]]
        kept = {key: item for key, item in value.items() if item is not None}
        found = dict(zip(texts[::2], texts[1::2], strict=False))
        return kept.keys() == found.keys() and all(_fits(item, found[key]) for key, item in kept.items())
    return len(texts) == 1 and _fits(value, texts[0])


def _fits(value: Any, text: str) -> bool:
    """Tell whether a single value is what a text says."""
    if isinstance(value, str):
        return value == text
    return _fits_json(value, text)


def _fits_json(value: Any, text: str) -> bool:
    try:
        return equal(json.loads(text), value)
    except ValueError:
        return False


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name, value


def _take(pairs: list[tuple[str, str]], name: str) -> list[str]:
    found = [value for key, value in pairs if unquote_plus(key) == name]
    pairs[:] = [pair for pair in pairs if unquote_plus(pair[0]) != name]
    return found


def _named(parameter: dict[str, Any], value: Any, pairs: list[tuple[str, str]]) -> Iterator[str]:
    """Take a parameter out of a query, a form or the cookies, and compare."""
    name, explode = parameter["name"], parameter["explode"]
    what = f"{parameter['place']} parameter {name}"
    if parameter["media_type"] is not None:
        found = _take(pairs, name)
        fits = _fits_json if "json" in parameter["media_type"] else _fits
        if value is not None and not (len(found) == 1 and fits(value, unquote_plus(found[0]))):
            yield f"{what} is {found} for {_short(value)}"
    elif parameter["style"] == "deepObject" and isinstance(value, (dict, list)):
        yield from _deep(what, name, value, pairs)
    elif isinstance(value, dict) and explode:
        yield from _exploded(what, value, pairs)
    elif (fault := _fault(parameter, value, _take(pairs, name))) is not None:
        yield f"{what} {fault} for {_short(value)}"


def _exploded(what: str, value: dict[str, Any], pairs: list[tuple[str, str]]) -> Iterator[str]:
    """Take the properties of an object out, each of which stands for itself; others may have the same names."""
    for key, item in value.items():
        found = [pair for pair in pairs if unquote_plus(pair[0]) == key]
        fitting = next((pair for pair in found if _fits(item, unquote_plus(pair[1]))), None)
        if fitting is not None:
            pairs.remove(fitting)
        elif item is not None:
            yield f"{what}: property {key} is {found} for {_short(item)}"


def _fault(parameter: dict[str, Any], value: Any, found: list[str]) -> str | None:
    """Return what is wrong with the texts that were found for a value."""
    kept = [item for item in value if item is not None] if isinstance(value, (list, dict)) else None
    if value is None or kept == []:
        return "was sent" if found else None
    if isinstance(value, list) and parameter["explode"]:
        texts = [unquote_plus(text) for text in found]
        return None if len(texts) == len(kept or ()) and all(map(_fits, kept or (), texts)) else f"is {found}"
    if len(found) != 1:
        return f"was sent {len(found)} times"
    if isinstance(value, (list, dict)):
        marks = _DELIMITERS.get(parameter["style"], (",",))
        fits = any(_fits_parts(value, found[0].split(mark), explode=False) for mark in marks)
    else:
        fits = _fits(value, unquote_plus(found[0]))
    return None if fits else f"is {found[0]!r}"


def _deep(what: str, name: str, value: Any, pairs: list[tuple[str, str]]) -> Iterator[str]:
    kept = [pair for pair in pairs if not unquote_plus(pair[0]).startswith(f"{name}[")]
    texts = [(unquote_plus(key), unquote_plus(text)) for key, text in pairs if (key, text) not in kept]
    pairs[:] = kept
    if sorted(_generic(texts)) != sorted(_flat(name, value)):
        yield f"{what} is {texts} for {_short(value)}"


def _generic(pairs: list[tuple[str, str]]) -> Iterator[str]:
    """Yield nested names and their values, with the places in lists left out."""
    for name, text in pairs:
        tokens = ["" if token.isdecimal() else token for token in _TOKENS.findall(name)]
        yield json.dumps([name.partition("[")[0], *tokens, text])


def _flat(name: str, value: Any, *above: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _flat(name, item, *above, "" if key.isdecimal() else key)
    elif isinstance(value, list):
        for item in value:
            yield from _flat(name, item, *above, "")
    elif value is not None:
        yield json.dumps([name, *above, value if isinstance(value, str) else _number_text(value)])


def _number_text(value: Any) -> str:
    return json.dumps(int(value) if isinstance(value, float) and value.is_integer() else value)


def _header(parameter: dict[str, Any], value: Any, text: str | None) -> Iterator[str]:
    what = f"header {parameter['name']}"
    if isinstance(value, dict):
        value = {name: item for name, item in value.items() if item is not None}
    if value is None or value in ([], {}):
        if text is not None and parameter["name"].lower() not in _EXPECTED_HEADERS:
            yield f"{what} was sent, and there was nothing to send"
    elif text is None:
        yield f"{what} was not sent ({_short(value)})"
    elif parameter["media_type"] is not None:
        if not _fits_json(value, text):
            yield f"{what} is {text!r} for {_short(value)}"
    elif isinstance(value, (list, dict)):
        pairs = "=" if isinstance(value, dict) and parameter["explode"] else ""
        mark = {"spaceDelimited": " ", "pipeDelimited": "|", "tab": "\t"}.get(parameter["style"], ",")
        parts = text.replace(pairs, ",").split(",") if pairs else text.split(mark)
        flat = [part for pair in value.items() for part in pair] if isinstance(value, dict) else value
        flat = [item for item in flat if item is not None]
        if not (len(flat) == len(parts) and all(map(_fits, flat, map(str.strip, parts)))):
            yield f"{what} is {text!r} for {_short(value)}"
    elif not _fits(value.strip() if isinstance(value, str) else value, text):
        yield f"{what} is {text!r} for {_short(value)}"


def _security(
    alternatives: list[list[list[str]]], sent: Sent, query: list[tuple[str, str]], cookies: list[tuple[str, str]]
) -> Iterator[str]:
    places = {
        "header": {name for name, _ in sent.headers},
        "query": {unquote(name) for name, _ in query},
        "cookie": {unquote(name) for name, _ in cookies},
    }
    if alternatives and not any(
        all((name.lower() if place == "header" else name) in places.get(place, ()) for place, name in alternative)
        for alternative in alternatives
    ):
        yield "credentials are missing"


def _body(operation: dict[str, Any], body: dict[str, Any] | None, sent: Sent) -> Iterator[str]:
    given = sent.header("content-type")
    if body is None:
        if sent.body:
            yield f"a body was sent: {sent.body[:80]!r}"
        return
    declared, value = body["media_type"], body["value"]
    wanted, got = _essence(declared), _essence(given or "")
    if "*" not in wanted and wanted != got:
        yield f"the content type is {given!r}, not {declared!r}"
        return
    content = next(one for one in operation["bodies"] if one["media_type"] == declared)
    if got.endswith(("/json", "+json")) or _LINES.search(got):
        try:
            arrived = _items(sent.body) if _LINES.search(got) else json.loads(sent.body)
        except ValueError:
            yield f"the body is no JSON: {sent.body[:80]!r}"
            return
        if not equal(value, arrived):
            yield f"body: {first_difference(value, arrived)}"
    elif got == "application/x-www-form-urlencoded":
        yield from _form(content["styles"], value, sent.body)
    elif got.startswith("multipart/"):
        yield from _multipart(content["styles"], value, given or "", sent.body)
    elif sent.body != (value if isinstance(value, str) else json.dumps(value)).encode():
        yield f"the body is {sent.body[:80]!r} for {_short(value)}"


def _items(body: bytes) -> list[Any]:
    return [json.loads(line) for line in body.replace(b"\x1e", b"").splitlines() if line.strip()]


def _form(styles: dict[str, Any], value: Any, body: bytes) -> Iterator[str]:
    pairs = [_pair(part) for part in body.decode("ascii").split("&") if part]
    for name, item in value.items():
        plain = {"name": name, "place": "form", "style": "form", "explode": True, "media_type": None}
        style = {**plain, **styles[name], "place": "form"} if name in styles else plain
        if name not in styles and isinstance(item, dict):
            style["media_type"] = "application/json"
        yield from _named(style, item, pairs)
    yield from (f"the form has {name!r} besides" for name, _ in pairs)


def _multipart(styles: dict[str, Any], value: Any, content_type: str, body: bytes) -> Iterator[str]:
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body)
    parts: list[tuple[str, bytes]] = [
        (str(part.get_param("name", header="content-disposition")), part.get_payload(decode=True) or b"")
        for part in (message.iter_parts() if value else ())
    ]
    pairs = [(quote(name, ""), quote(content, "")) for name, content in parts]
    for name in styles.keys() & value.keys():
        yield from _named({**styles[name], "place": "form"}, value[name], pairs)
    # What has a style is written by it; the rest is a part for each item.
    parts = [(name, content) for name, content in parts if (quote(name, ""), quote(content, "")) in pairs]
    wanted = [
        (name, item)
        for name, items in value.items()
        if name not in styles
        for item in (items if isinstance(items, list) else [items])
        if item is not None
    ]
    if [name for name, _ in wanted] != [name for name, _ in parts]:
        yield f"the parts are {[name for name, _ in parts]}, not {[name for name, _ in wanted]}"
        return
    for (name, item), (_, content) in zip(wanted, parts, strict=True):
        text = content.decode("utf-8", "replace")
        if not (_fits(item, text) or _fits_json(item, text)):
            yield f"part {name} is {content[:80]!r} for {_short(item)}"


def _essence(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 120 else text[:117] + "..."
