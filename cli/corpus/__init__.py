"""`hoiluat corpus …`: what officers do with the corpus, one module an action."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from api.house import House, open_house
from cli.arguments import Parser
from cli.corpus import check, diff, exchange, history, listing, reindex, remove, rollback, show
from cli.progress import bar


@dataclass(frozen=True, slots=True)
class Action:
    """What a word after `hoiluat corpus` does."""

    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[House, argparse.Namespace], int]


ACTIONS = {
    "list": Action(listing.HELP, listing.add_arguments, listing.run),
    "show": Action(show.HELP, show.add_arguments, show.run),
    "check": Action(check.HELP, check.add_arguments, check.run),
    "diff": Action(diff.HELP, diff.add_arguments, diff.run),
    "history": Action(history.HELP, history.add_arguments, history.run),
    "rollback": Action(rollback.HELP, rollback.add_arguments, rollback.run),
    "remove": Action(remove.HELP, remove.add_arguments, remove.run),
    "export": Action(exchange.EXPORT_HELP, exchange.add_export_arguments, exchange.export),
    "import": Action(exchange.IMPORT_HELP, exchange.add_import_arguments, exchange.load),
    "reindex": Action(reindex.HELP, reindex.add_arguments, reindex.run),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the subcommands."""
    actions = parser.add_subparsers(dest="action", metavar="VIỆC", required=True, parser_class=Parser)
    for name, action in ACTIONS.items():
        action.add_arguments(actions.add_parser(name, help=action.help))


def run(args: argparse.Namespace) -> int:
    """Do what the subcommand says."""
    return ACTIONS[args.action].run(open_house(progress=bar), args)
