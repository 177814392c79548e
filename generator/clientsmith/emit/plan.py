"""The whole plan of what is written: a table of templates, paths and views, and the runtime beside it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from clientsmith.emit.client_views import client_view, has_oauth2, package_init_view, project_view
from clientsmith.emit.docs import docs_files
from clientsmith.emit.environment import render
from clientsmith.emit.field_views import fields_view
from clientsmith.emit.format import format_tree
from clientsmith.emit.http_libraries import HTTP_LIBRARIES
from clientsmith.emit.manifest import manifest_text
from clientsmith.emit.model_views import all_models, homes, module_view, package_view
from clientsmith.emit.resource_views import resource_view
from clientsmith.emit.webhook_views import webhooks_view
from clientsmith.ir import Api

MANIFEST: Final = "clientsmith-manifest.json"
"""The file that says what was generated from what."""

_RUNTIME: Final = Path(__file__).parent.parent / "runtime"


class EmitError(Exception):
    """A generated file is not Python; a fault of clientsmith, not of the spec."""


def emit(api: Api, versions: dict[str, str]) -> dict[str, str]:
    """Write an API as text.

    Args:
        api: the whole API.
        versions: versions for the manifest: `clientsmith` and each engine.

    Returns:
        Path, relative to the output folder, with forward slashes → text of the file; the manifest comes last.

    Raises:
        EmitError: a file that should be Python does not compile.
    """
    sources = dict(_sources(api))
    for path, text in sources.items():
        _compile(path, text)
    files = format_tree(sources)
    files.update(_runtime(api))
    files.update(docs_files(api))
    files[MANIFEST] = manifest_text(api, versions, files)
    return files


def _sources(api: Api) -> Iterator[tuple[str, str]]:
    package, models, home = api.package, all_models(api), homes(api)
    yield "pyproject.toml", render("pyproject.toml.jinja", project_view(api))
    yield f"{package}/__init__.py", render("package.py.jinja", package_init_view(api))
    yield f"{package}/client.py", render("client.py.jinja", client_view(api))
    yield f"{package}/errors.py", render("errors.py.jinja", package_init_view(api))
    yield f"{package}/py.typed", ""
    if api.webhooks is not None:
        yield f"{package}/webhooks.py", render("webhooks.py.jinja", webhooks_view(api.webhooks))
    yield f"{package}/models/__init__.py", render("models.py.jinja", package_view(api))
    for module in api.modules:
        yield f"{package}/models/{module.name}.py", render("models_module.py.jinja", module_view(module, home))
    yield f"{package}/resources/__init__.py", render("resources.py.jinja", api)
    fields = {group.module: view for group in api.groups if (view := fields_view(group, models)) is not None}
    if fields:
        yield f"{package}/fields/__init__.py", render("fields.py.jinja", api)
    for group in api.groups:
        yield f"{package}/resources/{group.module}.py", render("resource.py.jinja", resource_view(group, models))
        if group.module in fields:
            yield f"{package}/fields/{group.module}.py", render("fields_module.py.jinja", fields[group.module])


def _compile(path: str, text: str) -> None:
    if path.endswith(".py"):
        try:
            ast.parse(text, filename=path)
        except SyntaxError as error:
            message = f"{path}:{error.lineno} would not be Python ({error.msg}); please report this with your document"
            raise EmitError(message) from error


def _runtime(api: Api) -> dict[str, str]:
    left_out = {"webhooks.py"} if api.webhooks is None else set[str]()
    left_out |= set[str]() if has_oauth2(api) else {"oauth2.py", "oauth2_tokens.py"}
    copied = {path.name: path for path in sorted(_RUNTIME.glob("*.py")) if path.name not in left_out}
    copied["http_library.py"] = _RUNTIME / HTTP_LIBRARIES[api.http_library].module
    return {f"{api.package}/_core/{name}": path.read_text(encoding="utf-8") for name, path in copied.items()}
