"""Fetches remote documents, with bounds on size, time, redirects and addresses."""

from __future__ import annotations

import ipaddress
import socket
import threading
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import httpx

if TYPE_CHECKING:
    from clientsmith.source.options import ReadOptions

_MOST_REDIRECTS = 5
_SECONDS = 60.0
_SECONDS_WITHOUT_NEWS = 20.0
_ENCODINGS = ("", "identity", "gzip", "deflate")  # one at most: encodings upon encodings are how bombs are made
_NO_DOCUMENTS = ("text/html", "application/xhtml+xml", "image/", "audio/", "video/", "application/pdf")
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address behind a translator


class RemoteError(Exception):
    """A remote document cannot be had; the text says why."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A remote document: where it was in the end, and its bytes, at most one more than the largest size."""

    url: str
    data: bytes


def fetch(url: str, options: ReadOptions) -> Fetched:
    """Fetch a document over http or https.

    The host is resolved once, and the connection goes to an address that was checked, so that a name cannot change its
    address in between. Proxies of the environment are not used: they would resolve names by themselves.

    Args:
        url: The URL.
        options: The largest size, and whether private addresses are allowed.

    Raises:
        RemoteError: The document cannot be had, or the server is not one that may be asked.
    """
    result: SimpleQueue[Fetched | RemoteError] = SimpleQueue()

    def run() -> None:
        try:
            result.put(_fetch(url, options))
        except RemoteError as error:
            result.put(error)
        except Exception as error:  # noqa: BLE001 (nobody else would hear of it)
            result.put(RemoteError(str(error) or type(error).__name__))

    # Timeouts of sockets start anew with every byte; only somebody who looks on from outside can stop a slow server.
    threading.Thread(target=run, daemon=True).start()
    try:
        found = result.get(timeout=_SECONDS)
    except Empty:
        raise RemoteError(f"it takes longer than {_SECONDS:g} seconds") from None
    if isinstance(found, RemoteError):
        raise found
    return found


def _fetch(url: str, options: ReadOptions) -> Fetched:
    try:
        with httpx.Client(timeout=_SECONDS_WITHOUT_NEWS, follow_redirects=False, trust_env=False) as client:
            for _ in range(_MOST_REDIRECTS + 1):
                response = _send(client, httpx.URL(url), options)
                try:
                    if not response.has_redirect_location:
                        return Fetched(url, _body(response, options.max_bytes))
                    url = _next(url, response.headers["location"])
                finally:
                    response.close()
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError, ValueError) as error:
        raise RemoteError(str(error) or type(error).__name__) from error
    raise RemoteError(f"it is redirected more than {_MOST_REDIRECTS} times")


def _next(url: str, location: str) -> str:
    there = urljoin(url, location)
    scheme = urlsplit(there).scheme
    if scheme not in ("http", "https"):
        raise RemoteError(f"it is redirected to '{scheme}:', which is not http(s)")
    if scheme == "http" and urlsplit(url).scheme == "https":
        raise RemoteError("it is redirected from https to http")
    return there


def _send(client: httpx.Client, target: httpx.URL, options: ReadOptions) -> httpx.Response:
    addresses = _addresses(target, options)
    for address in addresses:
        request = client.build_request(
            "GET",
            target.copy_with(host=address),
            headers={
                "Host": target.netloc.decode("ascii"),
                "Accept": "application/json, application/yaml, text/yaml, */*;q=0.1",
                "Accept-Encoding": "gzip",
            },
            extensions={"sni_hostname": target.host},
        )
        try:
            return client.send(request, stream=True)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            if address == addresses[-1]:
                raise
    raise RemoteError(f"the name '{target.host}' has no address")


def _addresses(target: httpx.URL, options: ReadOptions) -> list[str]:
    port = target.port or {"http": 80, "https": 443}[target.scheme]
    infos = socket.getaddrinfo(target.host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(info[4][0]) for info in infos))
    if not options.allow_private_hosts:
        for address in addresses:
            if not _is_public(address):
                raise RemoteError(f"the address {address} of '{target.host}' is not public")
    return addresses


def _is_public(text: str) -> bool:
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        within = address.ipv4_mapped or address.sixtofour
        if address in _TRANSLATED:
            within = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        address = within or address
    return address.is_global and not address.is_multicast


def _body(response: httpx.Response, max_bytes: int) -> bytes:
    if response.status_code != 200:
        raise RemoteError(f"the server answered with status {response.status_code}")
    kind = response.headers.get("content-type", "").lower()
    if kind.startswith(_NO_DOCUMENTS):
        raise RemoteError(f"the server answered with {kind.partition(';')[0].strip()}, which is no document")
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in _ENCODINGS:
        raise RemoteError(f"the server answered in the encoding '{encoding[:40]}', which was not asked for")
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > max_bytes:
            break
    return bytes(body[: max_bytes + 1])
