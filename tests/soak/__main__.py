"""`make soak`: the long run, with its figures: `python -m soak [--calls N] [--seed N]`."""

from __future__ import annotations

import argparse
import sys

from clientsmith.runtime import retries
from soak.soaking import Figures, soak


def main() -> int:
    """Run both clients; return 1 if a call did not end as planned or something was left over."""
    parser = argparse.ArgumentParser(description="Many calls against a server that misbehaves.")
    parser.add_argument("--calls", type=int, default=10_000, help="calls of each client (default: 10000)")
    parser.add_argument("--seed", type=int, default=1, help="decides what the server does")
    arguments = parser.parse_args()
    retries._FIRST_BACKOFF = 0.01
    fine = True
    for kind, who in (("tasks", "200 tasks"), ("threads", "50 threads")):
        figures = soak(kind, arguments.calls, arguments.seed)
        show(who, figures)
        fine = fine and not figures.wrong and not figures.twice and not figures.open_connections
    return 0 if fine else 1


def show(who: str, figures: Figures) -> None:
    """Print the figures of a run."""
    print(f"\n{figures.calls} calls over {who} in {figures.seconds:.1f} s, {figures.requests} requests arrived")
    print(f"  endings                {', '.join(f'{name} {count}' for name, count in figures.endings.most_common())}")
    print(f"  not as planned         {len(figures.wrong)} endings, {len(figures.twice)} numbers of requests")
    print(f"  connections            {figures.connections} opened, {figures.open_connections} open at the end")
    print(f"  descriptors            {figures.descriptors[0]} before, {figures.descriptors[1]} after")
    for name, unit, (before, after) in (
        ("resident memory", "MB", figures.resident),
        ("allocated by Python", "blocks", figures.blocks),
    ):
        print(f"  {name:<22} {before:,.0f} {unit} after the warm-up, {after:,.0f} at the end, {after / before:.2f} x")
    for line in figures.wrong[:10]:
        print(f"  {line}")


if __name__ == "__main__":
    sys.exit(main())
