"""What the client module says about the choice among the servers of a document."""

from __future__ import annotations

from dataclasses import dataclass

from clientsmith.emit.facts import compose
from clientsmith.ir import Server, ServerVariable
from clientsmith.text import SpecText, string_literal


@dataclass(frozen=True, slots=True)
class ServerArgumentView:
    """An argument of the constructor: its name, annotation, default as source, and what it is."""

    name: str
    annotation: str
    default: str
    text: SpecText


@dataclass(frozen=True, slots=True)
class ServersView:
    """The servers, if there is a choice: what the runtime is told, arguments, and what is passed on."""

    addresses: tuple[str, ...]
    arguments: tuple[ServerArgumentView, ...]
    name: str
    variables: tuple[str, ...]


def servers_view(servers: tuple[Server, ...]) -> ServersView | None:
    """Return what is said about servers; None where a document has one without variables, or none."""
    if len(servers) < 2 and not any(server.variables for server in servers):
        return None
    arguments = [_server_argument(servers)] if len(servers) > 1 else []
    named: dict[str, list[ServerVariable]] = {}
    for server in servers:
        for variable in server.variables:
            named.setdefault(variable.argument, []).append(variable)
    arguments += [_variable_argument(found, len(servers)) for found in named.values()]
    return ServersView(
        addresses=tuple(_address(server) for server in servers),
        arguments=tuple(arguments),
        name="server" if len(servers) > 1 else string_literal(next(iter(servers)).name),
        variables=tuple(f"{string_literal(found[0].name)}: {argument}" for argument, found in named.items()),
    )


def _address(server: Server) -> str:
    defaults = ", ".join(f"{string_literal(one.name)}: {string_literal(one.default)}" for one in server.variables)
    return f"ServerAddress({string_literal(server.name)}, {string_literal(server.template)}, {{{defaults}}})"


def _server_argument(servers: tuple[Server, ...]) -> ServerArgumentView:
    names = ", ".join(string_literal(server.name) for server in servers)
    text = SpecText("Which of the API's servers to call.")
    return ServerArgumentView("server", f"Literal[{names}]", string_literal(servers[0].name), text)


def _variable_argument(found: list[ServerVariable], servers: int) -> ServerArgumentView:
    """Return the argument for a variable; where servers differ in its default, it is None."""
    values = tuple(dict.fromkeys(value for variable in found for value in variable.values))
    open_ended = any(not variable.values for variable in found)
    annotation = "str" if open_ended else f"Literal[{', '.join(string_literal(value) for value in values)}]"
    text = compose(f"`{{{found[0].name}}}` in the address of the server. ", found[0].text)
    defaults = {variable.default for variable in found}
    if len(found) == servers and len(defaults) == 1 and (open_ended or defaults <= set(values)):
        return ServerArgumentView(found[0].argument, annotation, string_literal(found[0].default), text)
    return ServerArgumentView(found[0].argument, f"{annotation} | None", "None", text)
