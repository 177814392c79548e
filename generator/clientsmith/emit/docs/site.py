"""Where each page of the documentation is, and how pages link to each other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from posixpath import relpath
from typing import Final

from clientsmith.emit.markdown import plain
from clientsmith.ir import AliasModel, Api, Group, Model, ModelRef, Operation

FOLDER: Final = "docs"
INDEX: Final = f"{FOLDER}/index.md"
WEBHOOKS: Final = f"{FOLDER}/webhooks.md"

_LONGEST_STEM: Final = 100
_DEEPEST_ALIAS: Final = 16
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Site:
    """The pages of an API.

    Attributes:
        api: the API.
        models: all models by name.
        model_pages: name of a model → path of its page.
        group_pages: module of a group → path of its page.
    """

    api: Api
    models: dict[str, Model]
    model_pages: dict[str, str]
    group_pages: dict[str, str]

    def resolve(self, name: str) -> Model | None:
        """Return the model that a name stands for, through names that are only another name for one model."""
        model = self.models.get(name)
        for _ in range(_DEEPEST_ALIAS):
            if not (isinstance(model, AliasModel) and isinstance(model.type, ModelRef)):
                break
            model = self.models.get(model.type.name)
        return model


@dataclass(frozen=True, slots=True)
class Page:
    """One page, as the place that links start from."""

    site: Site
    path: str

    def link(self, target: str, anchor: str = "") -> str:
        """Return the address of a page or a heading on it, relative to this page."""
        relative = "" if target == self.path else _relative(target, self.path.rpartition("/")[0])
        return f"{relative}#{anchor}" if anchor else relative or target.rpartition("/")[2]

    def model(self, name: str) -> str:
        """Return a link to a model; only its name where it has no page."""
        target = self.site.model_pages.get(name)
        return plain(name) if target is None else f"[{plain(name)}]({self.link(target)})"

    def operation(self, group: Group, operation: Operation) -> str:
        """Return a link to an operation."""
        target = self.link(self.site.group_pages[group.module], operation_anchor(group, operation))
        return f"[{plain(operation_title(group, operation))}]({target})"


@cache
def _relative(target: str, folder: str) -> str:
    return relpath(target, folder)


def site_of(api: Api) -> Site:
    """Give every model and every group of an API a page."""
    models = {model.name: model for module in api.modules for model in module.models}
    return Site(
        api=api,
        models=models,
        model_pages=_paths(f"{FOLDER}/models", models, taken=()),
        group_pages=_paths(FOLDER, [group.module for group in api.groups], taken=("index", "models", "webhooks")),
    )


def _paths(folder: str, names: Iterable[str], *, taken: Iterable[str]) -> dict[str, str]:
    """Return a path for each name; no two are the same on a file system that folds case."""
    used = set(taken)
    paths: dict[str, str] = {}
    for name in names:
        stem = page_stem(name)
        unique, number = stem, 2
        while unique.casefold() in used:
            unique, number = f"{stem}-{number}", number + 1
        used.add(unique.casefold())
        paths[name] = f"{folder}/{unique}.md"
    return paths


def page_stem(name: str) -> str:
    """Quote a name for the stem of a file name: ASCII letters, digits, `-` and `_`; never empty or a device's name."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    stem = re.sub(r"[^A-Za-z0-9_]+", "-", ascii_only).strip("-")[:_LONGEST_STEM] or "unnamed"
    return f"{stem}-page" if _DEVICES.fullmatch(stem) else stem


def operation_title(group: Group, operation: Operation) -> str:
    """Return how an operation is called, without the client: `assistants.create`."""
    return f"{group.attribute}.{operation.method_name}"


def operation_anchor(group: Group, operation: Operation) -> str:
    """Return the anchor that repository hosts give to the heading of an operation: its title without punctuation."""
    return operation_title(group, operation).replace(".", "").lower()
