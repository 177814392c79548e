"""What the server does to each call, and how the call must end: both sides know it from the number of the call."""

from __future__ import annotations

import random
from dataclasses import dataclass

from clientsmith.runtime import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    NotFoundError,
    RateLimitError,
    ResponseDecodeError,
    ServerError,
)

MAX_RETRIES = 2
SHARE_OF_FAULTS = 0.2
READ, WRITE = "read", "write"
HANG, DRIP = "hang", "drip"


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to answer badly: the error if no attempt follows, and which calls are attempted again."""

    error: type[APIError]
    again: frozenset[str] = frozenset()


_READS = frozenset({READ})
_BOTH = frozenset({READ, WRITE})

FAULTS = {
    "close": Fault(APIConnectionError, _READS),
    "reset": Fault(APIConnectionError, _READS),
    "reset in headers": Fault(APIConnectionError, _READS),
    "reset in body": Fault(APIConnectionError, _READS),
    "truncated chunk": Fault(APIConnectionError, _READS),
    "not http": Fault(APIConnectionError, _READS),
    HANG: Fault(APITimeoutError, _READS),
    DRIP: Fault(APITimeoutError),
    "bad gzip": Fault(ResponseDecodeError),
    "html": Fault(ResponseDecodeError),
    "truncated json": Fault(ResponseDecodeError),
    "404": Fault(NotFoundError),
    "500": Fault(ServerError, _READS),
    "503": Fault(ServerError, _READS),
    "503 later": Fault(ServerError, _BOTH),
    "429 later": Fault(RateLimitError, _BOTH),
}


_FIRST = sorted(FAULTS)
# A call that meets a drip has a deadline, which must not pass while it is at other attempts.
_LATER = sorted(FAULTS.keys() - {DRIP})


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of one call.

    Attributes:
        kind: whether it reads or writes.
        faults: what the server plays, attempt by attempt; after that it behaves.
        ends: whether it closes the connection after a good answer.
        error: the error that the call must end with; None for a result.
        attempts: how many requests must arrive.
    """

    kind: str
    faults: tuple[str, ...]
    ends: bool
    error: type[APIError] | None
    attempts: int


def plan(seed: int, number: int) -> Plan:
    """Return the plan of a call."""
    dice = random.Random(f"{seed}:{number}")
    kind = dice.choice((READ, WRITE))
    faulty = dice.random() < SHARE_OF_FAULTS
    # Most faults pass after one attempt, some outlast all retries.
    length = dice.choice((1, 1, 2, MAX_RETRIES + 1)) if faulty else 0
    faults = tuple(dice.choice(_FIRST if attempt == 0 else _LATER) for attempt in range(length))
    ends = dice.random() < 0.05
    for attempt, name in enumerate(faults):
        fault = FAULTS[name]
        if kind not in fault.again or attempt == MAX_RETRIES:
            return Plan(kind, faults, ends, fault.error, attempt + 1)
    return Plan(kind, faults, ends, None, len(faults) + 1)
