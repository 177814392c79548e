"""`python -m clientsmith` is the command `clientsmith`."""

from __future__ import annotations

from clientsmith.cli import main

if __name__ == "__main__":
    main()
