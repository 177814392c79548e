"""The options of the command line that make up a configuration, written once for all commands that take them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any, Final, TypeAlias

import typer

from clientsmith.config import Config, load_config

Command: TypeAlias = Callable[..., None]

_READING: Final[dict[str, Any]] = {
    "spec": Annotated[
        str | None,
        typer.Argument(
            metavar="[SPEC]",
            help="The OpenAPI document: a path, - for standard input, or a URL with --allow-remote; "
            "else [tool.clientsmith] in pyproject.toml names it.",
        ),
    ],
    "overlays": Annotated[
        list[str] | None,
        typer.Option("--overlay", metavar="FILE", help="Apply an Overlay document; may be given again."),
    ],
    "root": Annotated[
        str | None,
        typer.Option("--root", metavar="DIR", help="References may lead to files in here; else beside the document."),
    ],
    "allow_remote": Annotated[
        bool | None,
        typer.Option("--allow-remote/--no-allow-remote", help="Fetch documents over http and https."),
    ],
    "allow_private_hosts": Annotated[
        bool | None,
        typer.Option(
            "--allow-private-hosts/--no-allow-private-hosts",
            help="Fetch them from loopback and private addresses, too.",
        ),
    ],
}
"""What is read: the attribute of the configuration, and how it is given."""

_SELECTING: Final[dict[str, Any]] = {
    "include_tags": Annotated[
        list[str] | None,
        typer.Option("--include-tag", metavar="TAG", help="Take operations with this tag; may be given again."),
    ],
    "exclude_tags": Annotated[
        list[str] | None,
        typer.Option("--exclude-tag", metavar="TAG", help="Leave operations with this tag out."),
    ],
    "include_paths": Annotated[
        list[str] | None,
        typer.Option("--include-path", metavar="GLOB", help="Take operations of these paths, such as '/users/**'."),
    ],
    "exclude_paths": Annotated[
        list[str] | None,
        typer.Option("--exclude-path", metavar="GLOB", help="Leave operations of these paths out."),
    ],
    "operation_ids": Annotated[
        list[str] | None,
        typer.Option("--operation-id", metavar="ID", help="Take the operation with this id."),
    ],
    "exclude_operation_ids": Annotated[
        list[str] | None,
        typer.Option("--exclude-operation-id", metavar="ID", help="Leave the operation with this id out."),
    ],
    "deprecated": Annotated[
        bool | None,
        typer.Option("--deprecated/--no-deprecated", help="Whether deprecated operations come out."),
    ],
}
"""Which operations come out: the attribute of the selection, and how it is given."""

_GENERATING: Final[dict[str, Any]] = {
    "output": Annotated[str | None, typer.Option("--output", "-o", metavar="DIR", help="Folder to write to.")],
    "package": Annotated[str | None, typer.Option("--package", metavar="NAME", help="Name of the package.")],
    "client_name": Annotated[
        str | None,
        typer.Option("--client-name", metavar="NAME", help="Name of the client class."),
    ],
    "http_library": Annotated[
        str | None,
        typer.Option("--http-library", metavar="NAME", help="Library for requests: httpx (default) or httpx2."),
    ],
    "names": Annotated[
        str | None, typer.Option("--names", metavar="FILE", help="File of names that are to stay as they are.")
    ],
    "lenient": Annotated[
        bool | None,
        typer.Option("--lenient/--no-lenient", help="Go on in spite of faults that spoil only their own place."),
    ],
    "strict": Annotated[
        bool | None,
        typer.Option(
            "--strict/--no-strict", help="Refuse such faults, and types looser than the document may mean them."
        ),
    ],
}
"""What comes out: the attribute of the configuration, and how it is given."""


def reads(command: Command) -> Command:
    """Give a command the argument and the options that say what is read; it gets a configuration in their place."""
    return _configured(command, _READING)


def generates(command: Command) -> Command:
    """Give a command all options of a configuration; it gets the configuration in their place."""
    return _configured(command, {**_READING, **_GENERATING, **_SELECTING})


def _configured(command: Command, options: dict[str, Any]) -> Command:
    _, *own = inspect.signature(command, eval_str=True).parameters.values()

    def run(**given: Any) -> None:
        settings = {name: given.pop(name) for name in options}
        # An option that may be given again, and is not, comes as an empty list.
        settings = {name: value for name, value in settings.items() if value not in (None, [])}
        select = {name: settings.pop(name) for name in _SELECTING if name in settings}
        config: Config = load_config(**settings, select=select or None)
        command(config, **given)

    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        for name, annotation in options.items()
    ]
    parameters = [*shared, *(one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in own)]
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {one.name: one.annotation for one in parameters}
    vars(run)["__signature__"] = inspect.Signature(parameters)
    return run
