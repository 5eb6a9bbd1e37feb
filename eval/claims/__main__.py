"""`python -m eval.claims [--half build|held]`: the check on claims, by what was turned."""

from __future__ import annotations

import argparse
import sys

from eval.claims.measuring import Tally, pairs_of, tallies
from eval.claims.recipes import BUILD, HELD
from eval.claims.sources import starter
from eval.claims.written import written


def main() -> None:
    """Print the tables."""
    asked = argparse.ArgumentParser(prog="python -m eval.claims")
    asked.add_argument("--half", choices=(BUILD, HELD), default=BUILD)
    half = asked.parse_args().half
    pairs, kinds = pairs_of(half, starter())
    hand = written()
    _show(f"{half}: real provisions and cards", list(tallies(pairs, kinds)))
    _show("written by hand", list(tallies(hand, {pair.id: pair.turned or "true" for pair in hand})))


def _show(name: str, found: list[Tally]) -> None:
    lines = [name]
    for holds in (False, True):
        rows = [one for one in found if one.holds is holds]
        falls, pairs = sum(one.falls for one in rows), sum(one.pairs for one in rows)
        lines.append(f"  {'true claims that fall' if holds else 'false claims that fall'}: {falls} of {pairs}")
        lines += [f"    {one.kind:<18} {one.falls:>4} of {one.pairs}" for one in rows]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
