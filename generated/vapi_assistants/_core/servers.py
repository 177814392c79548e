"""Servers that a client may choose from, and the variables in their addresses (OpenAPI 3.1 §4.8.5, §4.8.6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """The address of a server.

    Attributes:
        name: what a caller calls it.
        template: its address, with variables in braces.
        defaults: values of the variables, by name.
    """

    name: str
    template: str
    defaults: Mapping[str, str]


def at_server(
    settings: Settings, servers: tuple[ServerAddress, ...], name: str, variables: Mapping[str, str | None]
) -> Settings:
    """Return the facts of an API as they are at one of its servers.

    Args:
        settings: facts of the API.
        servers: its servers.
        name: which of them.
        variables: values of the variables in its address; None for the default.

    Raises:
        ValueError: there is no such server, it lacks a variable, or a value would lead to another host.
    """
    server = next((server for server in servers if server.name == name), None)
    if server is None:
        names = ", ".join(repr(server.name) for server in servers)
        msg = f"server must be one of {names}, not {name!r}; base_url takes any other address."
        raise ValueError(msg)
    url = server.template
    given = {variable: value for variable, value in variables.items() if value is not None}
    for variable, value in {**server.defaults, **given}.items():
        if variable not in server.defaults:
            msg = f"The server {name!r} has no {variable!r} in its address."
            raise ValueError(msg)
        if any(character in "@?#\\" or character <= " " for character in value):
            msg = f"{variable!r} must be a part of an address, not {value!r}."
            raise ValueError(msg)
        url = url.replace(f"{{{variable}}}", value)
    return replace(settings, base_url=url)
