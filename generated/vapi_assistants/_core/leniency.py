"""Reading JSON that does not fit its type: what fits becomes typed, the rest is kept and listed.

Loaded only when strict validation has failed. The walk goes by the annotations, down to single values, which pydantic
judges. Its promises: nothing that came is lost, no value stands where its annotation does not allow it, and no union
member is taken for another than the one whose tag came.
"""

from __future__ import annotations

import json
from enum import Enum
from typing import Annotated, Any, Final, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from .annotations import is_union, unwrap
from .expectations import choice, escape, expectation, names_of
from .extras import extra_annotation
from .issues import ABSENT, Issue
from .models import Mismatch, Model, assemble, build, complete, wire_name, wire_names
from .narrowing import is_array, is_model, is_object, is_root_model
from .unions import Discriminated, OpenValues, Unknown

MAX_DEPTH: Final = 64
"""Deeper than this, typed values are not looked into; a document's own types seldom nest more than ten levels."""

_MAX_TRIALS: Final = 3
"""How many unions without a discriminator may lie inside of each other; each one multiplies the work."""

_RULES: Final = frozenset(
    {
        "greater_than",
        "greater_than_equal",
        "less_than",
        "less_than_equal",
        "multiple_of",
        "string_too_short",
        "string_too_long",
        "string_pattern_mismatch",
        "too_short",
        "too_long",
        "bytes_too_short",
        "bytes_too_long",
        "decimal_max_digits",
        "decimal_max_places",
        "decimal_whole_digits",
        "finite_number",
    }
)
"""Errors of pydantic about a value that has the right type."""


class Fit(Enum):
    """How well a value fits: wholly, kept although it breaks a rule, or not at all."""

    FITS = 0
    KEPT = 1
    WRONG = 2


class Read(NamedTuple):
    """A value that was read, how well it fits, and where it does not fit at all the issue that tells why."""

    value: Any
    fit: Fit
    cause: Issue | None = None


def read_leniently(annotation: Any, data: Any) -> tuple[Any, tuple[Issue, ...]]:
    """Read JSON that does not fit its type.

    Args:
        annotation: the type.
        data: the JSON.

    Returns:
        The value, and everything that did not fit, in the order of the document. A value that is wholly of another
        kind comes back as it is.
    """
    reader = _Reader()
    read = reader.read(annotation, (), data, "", 0)
    return (data if read.fit is Fit.WRONG else read.value), tuple(reader.issues)


class _Reader:
    """One walk: the issues it found, and the adapters it made."""

    def __init__(self) -> None:
        self.issues: list[Issue] = []
        self._adapters: dict[Any, tuple[Any, Any, TypeAdapter[Any]]] = {}
        self._trials = 0
        self._unreadable = 0

    def read(self, annotation: Any, metadata: Any, data: Any, path: str, depth: int) -> Read:
        bare, own = unwrap(annotation)
        rules: tuple[Any, ...] = (*own, *metadata)
        if bare is Any or bare is object:
            return Read(data, Fit.FITS)
        if bare is None or bare is type(None):
            return Read(None, Fit.FITS) if data is None else self._wrong(path, "null", data)
        if depth > MAX_DEPTH:
            return self._wrong(path, f"a value at most {MAX_DEPTH} levels deep", data)
        if is_union(bare):
            discriminator = next((rule for rule in rules if isinstance(rule, Discriminated)), None)
            if discriminator is not None:
                return self._read_tagged(discriminator, bare, data, path, depth)
            return self._read_union(bare, rules, data, path, depth)
        if is_root_model(bare):
            return self._read_root(bare, data, path, depth)
        if is_model(bare):
            return Read(self._read_model(bare, data, path, depth), Fit.FITS)
        origin: Any = get_origin(bare) or bare
        if origin in {list, set, frozenset, tuple}:
            return self._read_array(bare, rules, data, path, depth)
        if origin is dict:
            return self._read_object(bare, rules, data, path, depth)
        return self._read_single(annotation, metadata, data, path)

    def _wrong(self, path: str, expected: str, data: Any) -> Read:
        issue = Issue(path, expected, data)
        self.issues.append(issue)
        return Read(None, Fit.WRONG, issue)

    def _read_model(self, model: type[BaseModel], data: Any, path: str, depth: int) -> Any:
        complete(model)
        if not is_object(data):
            self._unreadable += 1
            self.issues.append(Issue(path, f"an object ({model.__name__})", data))
            return assemble(model, {}, {}, Mismatch(whole=data))
        values: dict[str, Any] = {}
        set_fields: set[str] = set()
        mismatch = Mismatch()
        names: set[str] = set()
        for name, info in model.model_fields.items():
            wire = wire_name(model, name)
            names.add(wire)
            place = f"{path}/{escape(wire)}"
            if wire not in data:
                if info.is_required():
                    issue = Issue(place, "a required property", ABSENT)
                    self.issues.append(issue)
                    mismatch.unreadable[name] = issue
                else:
                    values[name] = info.get_default(call_default_factory=True, validated_data={})
                continue
            raw = data[wire]
            read = self.read(info.annotation, info.metadata, raw, place, depth + 1)
            if read.cause is not None:
                mismatch.unreadable[name] = read.cause
                mismatch.raw[name] = (ABSENT, raw)
                continue
            values[name] = read.value
            set_fields.add(name)
            if read.fit is Fit.KEPT:
                mismatch.raw[name] = (read.value, raw)
        extra = {key: value for key, value in data.items() if key not in names}
        self._unreadable += len(mismatch.unreadable)
        self._read_extra(model, extra, path, depth)
        troubled = bool(mismatch.unreadable or mismatch.raw)
        instance = assemble(model, values, extra, mismatch if troubled and issubclass(model, Model) else None)
        object.__setattr__(instance, "__pydantic_fields_set__", {*set_fields, *extra})
        return instance

    def _read_extra(self, model: type[BaseModel], extra: dict[str, Any], path: str, depth: int) -> None:
        """Give unknown properties the type that the model declares for them, as far as they fit."""
        annotation = extra_annotation(model)
        if annotation is None:
            return
        for key, value in extra.items():
            read = self.read(annotation, (), value, f"{path}/{escape(key)}", depth + 1)
            if read.fit is not Fit.WRONG:
                extra[key] = read.value

    def _read_root(self, model: type[BaseModel], data: Any, path: str, depth: int) -> Read:
        complete(model)
        info = model.model_fields["root"]
        read = self.read(info.annotation, info.metadata, data, path, depth)
        if read.fit is Fit.WRONG:
            return read
        return Read(assemble(model, {"root": read.value}, None), read.fit)

    def _read_tagged(self, discriminator: Discriminated, union: Any, data: Any, path: str, depth: int) -> Read:
        has_unknown = Unknown in get_args(union)
        if data is None and type(None) in get_args(union):
            return Read(None, Fit.FITS)
        if not is_object(data):
            wrong = self._wrong(path, f"an object with {discriminator.property_name!r}", data)
            return Read(Unknown(data), Fit.FITS) if has_unknown else wrong
        members, other = discriminator.members(union), discriminator.other(union)
        tag: Any = data.get(discriminator.property_name, ABSENT)
        if isinstance(tag, (str, int)) and tag in members:
            read = self.read(members[tag], (), data, path, depth)
            if isinstance(read.value, BaseModel):
                build(type(read.value))
            return read
        if other is not None:
            return self.read(other, (), data, path, depth)
        if tag is ABSENT:
            # Not every document requires what it tells variants apart by.
            shapes = self._adapter(union, discriminator, Union[tuple(dict.fromkeys(members.values()))])  # noqa: UP007
            found = self._validate(shapes, data)
            if not isinstance(found, ValidationError):
                return Read(found.value, Fit.FITS)
        wrong = self._wrong(f"{path}/{escape(discriminator.property_name)}", choice(members), tag)
        if not has_unknown:
            return wrong
        return Read(Unknown(data, tag=tag if isinstance(tag, str) else None), Fit.FITS)

    def _read_union(self, union: Any, rules: tuple[Any, ...], data: Any, path: str, depth: int) -> Read:
        members = [member for member in get_args(union) if member is not type(None)]
        if data is None and len(members) < len(get_args(union)):
            return Read(None, Fit.FITS)
        if len(members) == 1:
            return self.read(members[0], rules, data, path, depth)
        found = self._validate(self._adapter(union, (), union), data)
        if not isinstance(found, ValidationError):
            return Read(found.value, Fit.FITS)
        if self._trials >= _MAX_TRIALS:
            return self._wrong(path, "a value that fits one of the types allowed here", data)
        self._trials += 1
        best: list[tuple[tuple[int, int], Read, list[Issue]]] = []
        before = self.issues, self._unreadable
        for member in members:
            self.issues, self._unreadable = [], 0
            if _may_be(member, data):
                read = self.read(member, rules, data, path, depth)
                if read.fit is not Fit.WRONG:
                    best.append(((self._unreadable, len(self.issues)), read, self.issues))
        self.issues, self._unreadable = before
        self._trials -= 1
        best.sort(key=lambda candidate: candidate[0])
        if not best or (len(best) > 1 and best[0][0] == best[1][0]):
            return self._wrong(path, names_of(members), data)
        (unreadable, _), read, issues = best[0]
        self._unreadable += unreadable
        self.issues.extend(issues)
        return read

    def _read_array(self, bare: Any, rules: tuple[Any, ...], data: Any, path: str, depth: int) -> Read:
        origin: Any = get_origin(bare) or bare
        if not is_array(data):
            return self._wrong(path, "an array", data)
        arguments = get_args(bare)
        if origin is tuple and arguments and arguments[-1] is not Ellipsis:
            if len(arguments) != len(data):
                return self._wrong(path, f"an array of {len(arguments)} items", data)
            types = arguments
        else:
            types = (arguments[0] if arguments else Any,) * len(data)
        fit = self._check_length(rules, data, path)
        values: list[Any] = []
        for index, (item_type, item) in enumerate(zip(types, data, strict=True)):
            read = self.read(item_type, (), item, f"{path}/{index}", depth + 1)
            if read.fit is Fit.WRONG:
                return read
            fit = max(fit, read.fit, key=_rank)
            values.append(read.value)
        try:
            return Read(values if origin is list else origin(values), fit)
        except TypeError:  # items of a set that cannot be hashed
            return self._wrong(path, "an array of single values", data)

    def _read_object(self, bare: Any, rules: tuple[Any, ...], data: Any, path: str, depth: int) -> Read:
        if not is_object(data):
            return self._wrong(path, "an object", data)
        key_type, value_type = get_args(bare) or (str, Any)
        fit = self._check_length(rules, data, path)
        values: dict[Any, Any] = {}
        for key, item in data.items():
            place = f"{path}/{escape(key)}"
            read_key = self.read(key_type, (), key, place, depth + 1)
            read = self.read(value_type, (), item, place, depth + 1)
            wrong = next((part for part in (read_key, read) if part.fit is Fit.WRONG), None)
            if wrong is not None:
                return wrong
            fit = max(fit, read.fit, read_key.fit, key=_rank)
            values[read_key.value] = read.value
        return Read(values, fit)

    def _check_length(self, rules: tuple[Any, ...], data: Any, path: str) -> Fit:
        fit = Fit.FITS
        for rule in rules:
            least: int | None = getattr(rule, "min_length", None)
            most: int | None = getattr(rule, "max_length", None)
            if least is not None and len(data) < least:
                self.issues.append(Issue(path, f"at least {least} items", data))
                fit = Fit.KEPT
            if most is not None and len(data) > most:
                self.issues.append(Issue(path, f"at most {most} items", data))
                fit = Fit.KEPT
        return fit

    def _read_single(self, annotation: Any, metadata: Any, data: Any, path: str) -> Read:
        bare, own = unwrap(annotation)
        rules: tuple[Any, ...] = (*own, *metadata)
        ruled = Annotated[(bare, *rules)] if rules else bare
        found = self._validate(self._adapter(annotation, metadata, ruled), data)
        if not isinstance(found, ValidationError):
            return Read(found.value, Fit.FITS)
        if isinstance(data, float) and data.is_integer() and any(e["type"] == "int_type" for e in found.errors()):
            return self._read_single(annotation, metadata, int(data), path)
        expected = expectation(found)
        kinds = {error["type"] for error in found.errors(include_url=False, include_context=False, include_input=False)}
        if kinds <= {"literal_error", "enum"}:
            known = get_args(bare) if get_origin(bare) is Literal else [member.value for member in bare]
            expected = choice(known)
            if any(type(value) is type(data) for value in known) or any(isinstance(r, OpenValues) for r in rules):
                wide = next((rule.wide for rule in rules if isinstance(rule, OpenValues)), None)
                if wide is None or self.fits(wide, data):
                    self.issues.append(Issue(path, expected, data))
                    return Read(data, Fit.KEPT)
        elif kinds <= _RULES:
            unruled = self._validate(self._adapter(annotation, bare, bare), data)
            if not isinstance(unruled, ValidationError):
                self.issues.append(Issue(path, expected, data))
                return Read(unruled.value, Fit.KEPT)
        return self._wrong(path, expected, data)

    def fits(self, annotation: Any, data: Any) -> bool:
        """Tell whether a value fits a type wholly."""
        return not isinstance(self._validate(self._adapter(annotation, (), annotation), data), ValidationError)

    def _adapter(self, annotation: Any, metadata: Any, ruled: Any) -> TypeAdapter[Any]:
        """Return an adapter; one for each pair of annotation and metadata, which live as long as their model."""
        key = (id(annotation), id(metadata))
        entry = self._adapters.get(key)
        if entry is None:
            entry = self._adapters[key] = (annotation, metadata, TypeAdapter(ruled))
        return entry[2]

    def _validate(self, adapter: TypeAdapter[Any], data: Any) -> _Validated | ValidationError:
        try:
            return _Validated(adapter.validate_json(json.dumps(data), strict=True, by_alias=True, by_name=False))
        except ValidationError as error:
            return error


class _Validated(NamedTuple):
    value: Any


def _rank(fit: Fit) -> int:
    return fit.value


def _may_be(member: Any, data: Any) -> bool:
    """Tell whether a member of a union may be tried: it has a property in common, and its tags are not others."""
    bare, _ = unwrap(member)
    if not is_model(bare) or is_root_model(bare):
        return True
    if not is_object(data):
        return False
    if not wire_names(bare).keys() & data.keys():
        return False
    for name, info in bare.model_fields.items():
        literal, metadata = unwrap(info.annotation)
        wire = wire_name(bare, name)
        if get_origin(literal) is not Literal or not info.is_required():
            continue
        is_open = any(isinstance(rule, OpenValues) for rule in (*metadata, *info.metadata))
        if not is_open and data.get(wire, ABSENT) not in get_args(literal):
            return False
    return True
