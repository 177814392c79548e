"""Fetches remote documents, with bounds on size, time, redirects and addresses."""

from __future__ import annotations

import ipaddress
import socket
import time
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import httpx

if TYPE_CHECKING:
    from clientsmith.source.options import ReadOptions

_MOST_REDIRECTS = 5
_SECONDS = 60.0


class RemoteError(Exception):
    """A remote document cannot be had; the text says why."""


def fetch(url: str, options: ReadOptions) -> bytes:
    """Fetch a document over http or https.

    The host is resolved once, and the connection goes to the address that was checked, so that a name cannot change its
    address in between.

    Args:
        url: The URL.
        options: The largest size, and whether private addresses are allowed.

    Returns:
        The body: at most one byte more than the largest size.

    Raises:
        RemoteError: The document cannot be had, or the server is not one that may be asked.
    """
    deadline = time.monotonic() + _SECONDS
    try:
        with httpx.Client(timeout=20.0, follow_redirects=False, trust_env=False) as client:
            for _ in range(_MOST_REDIRECTS + 1):
                target = httpx.URL(url)
                request = _request(client, target, options)
                response = client.send(request, stream=True)
                try:
                    if response.has_redirect_location:
                        url = urljoin(url, response.headers["location"])
                        continue
                    if response.status_code != 200:
                        raise RemoteError(f"the server answered with status {response.status_code}")
                    return _body(response, options.max_bytes, deadline)
                finally:
                    response.close()
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
        raise RemoteError(str(error) or type(error).__name__) from error
    raise RemoteError(f"it is redirected more than {_MOST_REDIRECTS} times")


def _request(client: httpx.Client, target: httpx.URL, options: ReadOptions) -> httpx.Request:
    if target.scheme not in ("http", "https"):
        raise RemoteError(f"it is redirected to '{target}', which is not http(s)")
    port = target.port or {"http": 80, "https": 443}[target.scheme]
    infos = socket.getaddrinfo(target.host, port, type=socket.SOCK_STREAM)
    addresses = [str(info[4][0]) for info in infos]
    if not options.allow_private_hosts:
        private = [address for address in addresses if not ipaddress.ip_address(address.partition("%")[0]).is_global]
        if private:
            raise RemoteError(f"the address {private[0]} of '{target.host}' is not public")
    host = target.netloc.decode("ascii")
    return client.build_request(
        "GET",
        target.copy_with(host=addresses[0]),
        headers={"Host": host, "Accept": "application/json, application/yaml, text/yaml, */*;q=0.1"},
        extensions={"sni_hostname": target.host},
    )


def _body(response: httpx.Response, max_bytes: int, deadline: float) -> bytes:
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > max_bytes:
            break
        if time.monotonic() > deadline:
            raise RemoteError(f"it takes longer than {_SECONDS:g} seconds")
    return bytes(body[: max_bytes + 1])
