"""What a client is made of: facts of the API, and what the caller set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from .http_library import httpx
from .options import NO_OPTIONS, RequestOptions, check_auth, check_limits, combine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .authentication import Auth

DEFAULT_TIMEOUT: Final = 60.0
_HTTPX_DEFAULT_TIMEOUT: Final = httpx.Timeout(5.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Facts of the API that hold for all clients.

    Attributes:
        title: the name of the API, for messages.
        user_agent: the `User-Agent` of the requests.
        base_url: the server; None if the document names none.
    """

    title: str
    user_agent: str
    base_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """What one client goes by.

    Attributes:
        settings: facts of the API.
        auth: its security schemes, by name.
        base_url: the server, without a slash at the end.
        own_server: whether the caller chose the server, so that servers of single operations do not count.
        timeout: the time for each phase of each attempt.
        deadline: seconds for a whole call.
        max_retries: how many times to try again.
        strict: whether a response that does not fit raises.
        options: options of every call.
        raw: whether methods return `RawResponse`.
        streaming: whether methods return `StreamingResponse`.
        http_auth: what httpx is to authenticate with, instead of the schemes that set `Authorization`.
    """

    settings: Settings
    auth: Mapping[str, Auth]
    base_url: str
    own_server: bool
    timeout: httpx.Timeout
    deadline: float | None
    max_retries: int
    strict: bool
    options: RequestOptions = NO_OPTIONS
    raw: bool = False
    streaming: bool = False
    http_auth: httpx.Auth | None = None


def configure(
    settings: Settings,
    *,
    auth: tuple[Auth, ...],
    base_url: str | None,
    timeout: float | httpx.Timeout | None,
    deadline: float | None,
    max_retries: int,
    strict: bool,
    http_client: httpx.Client | httpx.AsyncClient | None,
    http_auth: httpx.Auth | None = None,
) -> Configuration:
    """Return the configuration of a client.

    Args:
        settings: facts of the API.
        auth: the security schemes with their credentials.
        base_url: the server, instead of the document's.
        timeout: seconds for each phase, or an `httpx.Timeout`; None for no limit.
        deadline: seconds for a whole call.
        max_retries: how many times to try again.
        strict: whether a response that does not fit raises.
        http_client: the caller's httpx client. Where the caller left `base_url` or `timeout` as they are, but set
            them in the httpx client, those hold.
        http_auth: what httpx is to authenticate with, instead of the schemes that set `Authorization`.

    Raises:
        ValueError: an address, time or number that makes no sense. The message says what to pass.
    """
    check_limits(deadline, max_retries)
    check_auth(http_auth)
    if http_client is not None:
        if base_url is None and http_client.base_url.host:
            base_url = str(http_client.base_url)
        if timeout == DEFAULT_TIMEOUT and http_client.timeout != _HTTPX_DEFAULT_TIMEOUT:
            timeout = http_client.timeout
    return Configuration(
        settings=settings,
        auth={scheme.scheme: scheme for scheme in auth},
        base_url=checked_base_url(base_url or settings.base_url, settings.title),
        own_server=base_url is not None,
        timeout=as_timeout(timeout),
        deadline=deadline,
        max_retries=max_retries,
        strict=strict,
        http_auth=http_auth,
    )


def reconfigured(
    configuration: Configuration,
    *,
    base_url: str | None,
    timeout: float | httpx.Timeout | None,
    deadline: float | None,
    max_retries: int | None,
    strict: bool | None,
    headers: Mapping[str, str | None] | None,
    query: Mapping[str, Any] | None,
) -> Configuration:
    """Return a configuration with what is not None changed; see `Client.with_options`."""
    options = RequestOptions(
        headers=headers or {}, query=query or {}, timeout=timeout, deadline=deadline, max_retries=max_retries
    )
    combined = combine(configuration.options, options)
    changed = replace(
        configuration,
        timeout=configuration.timeout if timeout is None else as_timeout(timeout),
        deadline=configuration.deadline if deadline is None else deadline,
        max_retries=configuration.max_retries if max_retries is None else max_retries,
        strict=configuration.strict if strict is None else strict,
        options=RequestOptions(headers=combined.headers, query=combined.query),
    )
    if base_url is None:
        return changed
    return replace(changed, base_url=checked_base_url(base_url, configuration.settings.title), own_server=True)


def as_timeout(timeout: float | httpx.Timeout | None) -> httpx.Timeout:
    """Return a timeout as httpx has it.

    Raises:
        ValueError: it is not positive.
    """
    if isinstance(timeout, httpx.Timeout):
        return timeout
    if timeout is not None and not timeout > 0:
        msg = f"timeout must be a positive number of seconds, not {timeout!r}; None means no limit."
        raise ValueError(msg)
    return httpx.Timeout(timeout)


def checked_base_url(url: Any, title: str) -> str:
    """Return the address of a server without a slash at the end.

    Raises:
        ValueError: it is not an absolute http or https address, or has a query or fragment.
    """
    if url is None:
        msg = f'The API document of {title} names no server: pass base_url="https://…".'
        raise ValueError(msg)
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, TypeError):
        parsed = httpx.URL("")
    if parsed.scheme not in {"http", "https"} or not parsed.host or parsed.query or parsed.fragment:
        msg = "base_url must be an absolute address without query, such as 'https://api.example.com/v1'."
        raise ValueError(msg)
    return str(parsed.copy_with(userinfo=b"")).rstrip("/") if not parsed.userinfo else _with_userinfo(parsed)


def _with_userinfo(parsed: httpx.URL) -> str:
    authority = f"{parsed.userinfo.decode()}@{parsed.netloc.decode()}"
    return f"{parsed.scheme}://{authority}{parsed.raw_path.decode()}".rstrip("/")
