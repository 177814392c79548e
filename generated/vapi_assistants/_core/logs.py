"""What a client writes to its log, and turning that on by an environment variable.

The logger is called after the package. INFO has one line for each call, DEBUG also tells each attempt with its headers.
Bodies and credentials are never written.
"""

from __future__ import annotations

import logging
import os
import warnings
from typing import TYPE_CHECKING, Final

from .issues import callers_level
from .redaction import redacted_request_headers, redacted_response_headers

if TYPE_CHECKING:
    from .exchange import Call, Outcome
    from .requests import PreparedRequest

_FORMAT: Final = "%(asctime)s %(name)s %(levelname)s %(message)s"
_LEVELS: Final = ("INFO", "DEBUG")


def package_logger(package: str, variable: str | None) -> logging.Logger:
    """Return the logger of a package.

    Args:
        package: its name.
        variable: the environment variable that turns the log on (`info` or `debug`). Then lines go to standard error,
            unless the program has handlers of its own.
    """
    logger = logging.getLogger(package)
    level = os.environ.get(variable, "").strip().upper() if variable else ""
    if not level:
        return logger
    if level not in _LEVELS:
        message = f"{variable} must be `info` or `debug`; it turns nothing on."
        warnings.warn(message, stacklevel=callers_level())
        return logger
    logger.setLevel(level)
    if not logger.hasHandlers():
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter(_FORMAT))
        logger.addHandler(handler)
    return logger


class CallLog:
    """The log of one call.

    Args:
        logger: where it is written.
        call: the call.
    """

    __slots__ = ("_call", "_debug", "_info", "_logger")

    def __init__(self, logger: logging.Logger, call: Call) -> None:
        self._logger = logger
        self._call = call
        self._info = logger.isEnabledFor(logging.INFO)
        self._debug = logger.isEnabledFor(logging.DEBUG)

    def sending(self, request: PreparedRequest, attempt: int) -> None:
        """Tell that an attempt begins."""
        if self._debug:
            headers = redacted_request_headers(request.headers)
            name = self._call.operation.id
            self._logger.debug(
                "%s: attempt %d: sending %s %s, headers %s", name, attempt, request.method, request.shown_url, headers
            )

    def came(self, outcome: Outcome, attempt: int, seconds: float) -> None:
        """Tell what came of an attempt."""
        if not self._debug:
            return
        status, headers = getattr(outcome, "status_code", None), getattr(outcome, "headers", None)
        name = self._call.operation.id
        if status is None or headers is None:
            failure = type(outcome).__name__
            self._logger.debug("%s: attempt %d: %s after %.0f ms", name, attempt, failure, seconds * 1000)
        else:
            shown = redacted_response_headers(headers.multi_items(), getattr(outcome, "secrets", ()))
            line = "%s: attempt %d: %d after %.0f ms, headers %s"
            self._logger.debug(line, name, attempt, status, seconds * 1000, shown)

    def waiting(self, seconds: float) -> None:
        """Tell that another attempt follows."""
        if self._debug:
            self._logger.debug("%s: trying again in %.2f s", self._call.operation.id, seconds)

    def ended(self, result: str, attempts: int, seconds: float) -> None:
        """Tell what the call came to."""
        if self._info:
            request = self._call.request
            tries = f" ({attempts} attempts)" if attempts > 1 else ""
            told = (self._call.operation.id, request.method, request.shown_url, result, seconds * 1000, tries)
            self._logger.info("%s: %s %s %s in %.0f ms%s", *told)
