"""The page of a model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from clientsmith.emit.docs.site import WEBHOOKS, Page, Site
from clientsmith.emit.docs.tables import field_row, table, value_table
from clientsmith.emit.docs.types import enumerated, limits_of, type_words, value_code
from clientsmith.emit.docs.uses import Uses
from clientsmith.emit.docs.values import all_fields, json_of, required_fields
from clientsmith.emit.facts import allowed_values, first_sentence
from clientsmith.emit.markdown import blocks, code, fenced, fits_cell, inline, json_block, json_source, plain
from clientsmith.ir import (
    ANY,
    NONE,
    AliasModel,
    BodyVariant,
    Field,
    LiteralType,
    LiteralValue,
    Model,
    ModelRef,
    ObjectModel,
    Response,
    Type,
    UnionType,
)
from clientsmith.ir.types import without_none

_HEADINGS: Final = frozenset({"fields", "values", "variants", "example", "details", "used-by"})
_MANY_USES: Final = 60
_DEEPEST_UNION: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A field whose description is too long for the table."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelView:
    """The page of a model. Everything is quoted; what is empty is left out."""

    title: str
    index: str
    deprecated: bool
    text: str
    kind: str
    bases: str
    fields: str
    all_optional: bool
    extra: str
    values: str
    variants: str
    discriminator: str
    leaves_unknown: bool
    example: str
    details: tuple[Detail, ...]
    uses: tuple[str, ...]


def model_view(model: Model, site: Site, uses: Uses) -> ModelView:
    """Return what the page of a model says."""
    page = Page(site, site.model_pages[model.name])
    shown = site.resolve(model.name)
    fields = all_fields(shown, site) if isinstance(shown, ObjectModel) else ()
    long = {field.name for field in fields if not fits_cell(field.text)}
    union = _union(model)
    discriminator = union.discriminator if union is not None else None
    return ModelView(
        title=plain(model.name),
        index=page.link("docs/index.md"),
        deprecated=model.deprecated,
        text=blocks(model.text),
        kind=_kind(model, shown, page),
        bases=enumerated([page.model(base) for base in shown.bases], "and") if isinstance(shown, ObjectModel) else "",
        fields=value_table(
            (
                field_row(field, page, details=f"#{field_anchor(field)}" if field.name in long else "")
                for field in fields
            ),
            first="Field",
        ),
        all_optional=bool(fields) and not any(field.required for field in fields),
        extra=_extra(shown, page),
        values=_values(model),
        variants=_variants(union, page),
        discriminator=code(discriminator) if discriminator else "",
        leaves_unknown=union is not None and discriminator is not None and union.fallback is None,
        example=_printed_example(model.name, uses) or _example(fields, site),
        details=tuple(
            Detail(heading=plain(field.name), text=blocks(field.text)) for field in fields if field.name in long
        ),
        uses=tuple(_uses(uses, page)),
    )


def field_anchor(field: Field) -> str:
    """Return the anchor of the heading of a field on the page of its model, below the fixed headings."""
    slug = field.name.lower()
    return f"{slug}-1" if slug in _HEADINGS else slug


def _union(model: Model) -> UnionType | None:
    bare = without_none(model.type) if isinstance(model, AliasModel) else None
    return bare if isinstance(bare, UnionType) else None


def _kind(model: Model, shown: Model | None, page: Page) -> str:
    """Return one sentence that says what an alias is; empty for a class and for what a table shows."""
    if isinstance(model, ObjectModel):
        return ""
    if isinstance(model.type, ModelRef):
        same = f"Another name for {page.model(model.type.name)}"
        return f"{same}, with the same fields." if isinstance(shown, ObjectModel) else f"{same}."
    if isinstance(model.type, LiteralType):
        return (
            f"A {type_words(model.type, page)} with {'one value' if len(model.type.values) == 1 else 'these values'}."
        )
    union = _union(model)
    if union is not None:
        return "One of several types, or null." if union is not model.type else "One of several types."
    words = type_words(model.type, page)
    return f"{_noted(words[0].upper() + words[1:], limits_of(model.type))}."


def _noted(words: str, notes: list[str]) -> str:
    return f"{words} ({', '.join(notes)})" if notes else words


def _extra(model: Model | None, page: Page) -> str:
    """Return one sentence about further properties; empty where they may be anything."""
    if not isinstance(model, ObjectModel) or model.extra == ANY:
        return ""
    if model.extra is None:
        return "There are no further fields."
    return f"Further fields are of this type: {_noted(type_words(model.extra, page), limits_of(model.extra))}."


def _values(model: Model) -> str:
    if not isinstance(model, AliasModel) or not isinstance(model.type, LiteralType) or len(model.type.values) < 1:
        return ""
    return ", ".join(value_code(value) for value in model.type.values)


def _variants(union: UnionType | None, page: Page) -> str:
    if union is None:
        return ""
    members = [member for member in union.members if member != NONE]
    tag = union.discriminator
    return table(
        (code(tag) if tag else "", ["<br>".join(_tags(member, union, page.site)) for member in members] if tag else []),
        ("Type", [_variant(member, page) for member in members]),
        ("Description", [_sentence(member, page) for member in members]),
    )


def _variant(member: Type, page: Page) -> str:
    limits = limits_of(member)
    values = [value_code(value) for value in allowed_values(member)] if not isinstance(member, ModelRef) else []
    notes = limits + ([f"one of {', '.join(values)}"] if len(values) > 1 else values)
    return _noted(type_words(member, page), notes)


def _tags(member: Type, union: UnionType, site: Site) -> list[str]:
    """Return the values of the discriminator that stand for a member, or for the members of a nested union."""
    name = member.name if isinstance(member, ModelRef) else None
    if name is not None and name == union.fallback:
        return ["any other"]
    told: list[LiteralValue] = [tag for tag, model in union.mapping if model == name]
    told += _tag_values(member, union.discriminator or "", site, 0)
    return [value_code(value) for value in dict.fromkeys(told)]


def _tag_values(member: Type, tag: str, site: Site, depth: int) -> list[LiteralValue]:
    model = site.resolve(member.name) if isinstance(member, ModelRef) else None
    if isinstance(model, ObjectModel):
        found = [field.type for field in all_fields(model, site) if field.wire_name == tag]
        return list(found[0].values) if found and isinstance(found[0], LiteralType) else []
    if isinstance(model, AliasModel) and isinstance(model.type, UnionType) and depth < _DEEPEST_UNION:
        return [value for part in model.type.members for value in _tag_values(part, tag, site, depth + 1)]
    return []


def _sentence(member: Type, page: Page) -> str:
    model = page.site.models.get(member.name) if isinstance(member, ModelRef) else None
    sentence = first_sentence(model.text) if model is not None else None
    return f"{inline(sentence)}." if sentence else ""


def _printed_example(name: str, uses: Uses) -> str:
    """Return the first example that the document gives of a body that is this model."""
    for _, operation in (*uses.requests, *uses.responses, *uses.errors):
        bodies: list[BodyVariant | Response] = [*operation.success, *operation.failures]
        for body in [*(operation.body.variants if operation.body else ()), *bodies]:
            if body.type == ModelRef(name) and body.examples:
                return json_block(body.examples[0])
    return ""


def _example(fields: tuple[Field, ...], site: Site) -> str:
    """Return an example object; empty where it would say nothing."""
    chosen = {field.wire_name: json_of(field.example) for field in fields if field.example is not None}
    value = {**required_fields(fields, site), **chosen}
    ordered = {field.wire_name: value[field.wire_name] for field in fields if field.wire_name in value}
    return fenced(json_source(ordered), "json") if ordered else ""


def _uses(uses: Uses, page: Page) -> list[str]:
    lines = [
        _listed("Sent by", [page.operation(*entry) for entry in uses.requests]),
        _listed("Returned by", [page.operation(*entry) for entry in uses.responses]),
        _listed("Body of errors of", [page.operation(*entry) for entry in uses.errors]),
        _listed("Body of the webhook", [f"[{code(name)}]({page.link(WEBHOOKS)})" for name in uses.webhooks]),
        _listed("Part of", [page.model(name) for name in uses.models]),
        _listed("Base of", [page.model(name) for name in uses.derived]),
    ]
    return [line for line in lines if line]


def _listed(label: str, links: list[str]) -> str:
    if not links:
        return ""
    shown = links[:_MANY_USES]
    more = f" and {len(links) - len(shown)} more" if len(links) > len(shown) else ""
    return f"{label} {', '.join(shown)}{more}"
