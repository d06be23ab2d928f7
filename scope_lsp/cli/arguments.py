"""The arguments of every command.

It imports only ``argparse``: ``--help`` and ``--version`` must not load the analyser.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TypeAlias

from scope_lsp import __version__
from scope_lsp.cli.parser import Parser, parse

NAMES_FORMATS = ("text", "tree", "json", "csv", "html")
SORTS = ("order", "name", "size")
CHECK_FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit")
DIFF_FORMATS = ("text", "json", "markdown", "map")
MAP_USES = ("init", "saver", "torch")
SHELLS = ("bash", "zsh", "fish")


_Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def make_parser() -> Parser:
    """The parser of all commands."""
    parser = Parser(
        prog="scope-lsp",
        description="Says what every TensorFlow 1 variable will be called, and runs nothing.",
    )
    parser.add_argument("--version", action="version", version=f"scope-lsp {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _names(commands)
    _check(commands)
    _diff(commands)
    _lock(commands)
    _server(commands)
    _explain(commands)
    _config(commands)
    _completion(commands)
    _command(commands, "mcp", "offer the commands as tools for agents, on stdio", "")
    return parser


def parse_arguments(arguments: Sequence[str]) -> argparse.Namespace:
    """Read ``arguments``; invalid ones end the program with exit code 2 and a message."""
    parser, options = parse(make_parser(), arguments)
    if options.command in ("names", "check") and not options.files:
        if options.stdin_filename is not None:
            options.files = ["-"]
        elif options.command == "check":
            options.files = ["."]
        else:
            parser.error("which FILE?")
    return options


def _names(commands: _Commands) -> None:
    parser = _command(
        commands,
        "names",
        "list every variable that running a program would create or fetch",
        "Exit code: 0 when the listing is complete, 2 when the command could not do its work, 3 "
        "when the listing is known to be incomplete, or names depend on something that could not "
        "be followed. Diagnostics do not change it.",
    )
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="a script, a notebook or a folder (every program in it); - for standard input",
    )
    _stdin(parser)
    parser.add_argument(
        "--call",
        action="append",
        default=[],
        metavar="FUNCTION",
        help="also run this function or Class.method, which nothing calls, with symbolic "
        "arguments; all: run all such functions (repeatable)",
    )
    parser.add_argument(
        "--slots",
        action="store_true",
        help="also list what optimizers and moving averages create, and global_step",
    )
    parser.add_argument(
        "--filter",
        action="append",
        default=[],
        metavar="GLOB",
        help="list only matching names, such as kernel, encoder or encoder/**/bias (repeatable)",
    )
    parser.add_argument(
        "--depth",
        type=_count,
        metavar="N",
        help="for text and tree: show N parts of each name, and sum up the rest",
    )
    parser.add_argument(
        "--sort",
        choices=SORTS,
        default=SORTS[0],
        help="order: in order of creation (default); name: by name; size: the largest first",
    )
    _format(parser, NAMES_FORMATS)
    _output_file(parser)
    _search(parser)
    _cache(parser)


def _check(commands: _Commands) -> None:
    parser = _command(
        commands,
        "check",
        "print the diagnostics of files and folders",
        "Exit code: 0 when there are no errors or warnings, 1 when there are, 2 when the command "
        "could not do its work.",
    )
    parser.add_argument(
        "files",
        nargs="*",
        metavar="PATH",
        help="a file or notebook, or a folder to search (default: the current one); - for "
        "standard input",
    )
    _stdin(parser)
    _format(parser, CHECK_FORMATS)
    _output_file(parser)
    _search(parser)
    parser.add_argument(
        "--force-exclude",
        action="store_true",
        help="skip excluded files even if they are named: for hooks, which name every changed file",
    )
    parser.add_argument(
        "--select",
        action="append",
        default=[],
        metavar="CODE",
        help="run only these rules (comma-separated, repeatable)",
    )
    parser.add_argument(
        "--ignore",
        action="append",
        default=[],
        metavar="CODE",
        help="do not run these rules (comma-separated, repeatable)",
    )
    parser.add_argument(
        "--jobs", type=_count, metavar="N", help="number of processes (default: one per processor)"
    )
    parser.add_argument(
        "-e", "--exit-zero", action="store_true", help="exit with 0 whatever was found"
    )
    parser.add_argument(
        "-q",
        "--quiet",
        action="store_true",
        help="for text and concise: print the findings without the last line, which counts them",
    )
    parser.add_argument(
        "--show-files", action="store_true", help="only print which files would be checked"
    )
    parser.add_argument(
        "--fix", action="store_true", help="apply the safe fixes, then print what is left"
    )
    parser.add_argument(
        "--diff", action="store_true", help="print what --fix would change, without changing it"
    )
    parser.add_argument(
        "--statistics",
        action="store_true",
        help="print the number of findings of each rule, not the findings",
    )
    parser.add_argument(
        "--baseline", metavar="FILE", help="leave out the findings listed in this file"
    )
    parser.add_argument(
        "--update-baseline",
        action="store_true",
        help="write the findings to the --baseline file, and exit with 0",
    )
    _cache(parser)
    parser.add_argument(
        "-w", "--watch", action="store_true", help="check again whenever a file changes"
    )


def _cache(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--cache-dir",
        metavar="DIR",
        help="keep the results of unchanged programs here, not in the user's cache folder",
    )
    parser.add_argument(
        "-n", "--no-cache", action="store_true", help="neither keep results nor use kept ones"
    )


def _diff(commands: _Commands) -> None:
    parser = _command(
        commands,
        "diff",
        "compare the variables of two programs, checkpoints or listings",
        "Exit code: 0 when they are the same, 1 when they differ, 2 when they could not be "
        "compared.",
    )
    side = (
        "a program, program:function, REVISION:program from git, a checkpoint (its prefix, one of "
        "its files, or its folder), a .meta, .pb, .npz or .h5 file, or the output of "
        "`names --format json`"
    )
    parser.add_argument("old", metavar="OLD", help=side)
    parser.add_argument("new", metavar="NEW", help="the same")
    _format(parser, DIFF_FORMATS)
    parser.add_argument(
        "--for",
        dest="use",
        choices=MAP_USES,
        help="with --format map, print the map for init_from_checkpoint (default), for a Saver, or "
        "for porting to PyTorch",
    )
    parser.add_argument(
        "--ignore",
        action="append",
        default=[],
        metavar="GLOB",
        help="leave out variables with matching names (repeatable)",
    )
    parser.add_argument(
        "--slots",
        action="store_true",
        help="also compare what optimizers and moving averages create, and global_step",
    )
    _path(parser)


def _lock(commands: _Commands) -> None:
    parser = _command(
        commands,
        "lock",
        "record the variables of programs in a file, or check that they are still the same",
        "Exit code: 0 when the lock was written or nothing changed, 1 when something did, 2 when "
        "the command could not do its work.",
    )
    parser.add_argument(
        "files",
        nargs="*",
        metavar="PROGRAM",
        help="a script, a notebook, script:function or a folder (every program in it); with "
        "--check, default: all programs of the lock",
    )
    parser.add_argument(
        "--check", action="store_true", help="compare with the lock file instead of writing it"
    )
    parser.add_argument(
        "--output",
        "-o",
        default="names.lock",
        metavar="FILE",
        help="the lock file (default: names.lock)",
    )
    _path(parser)


def _server(commands: _Commands) -> None:
    parser = _command(commands, "server", "start the language server on stdio", "")
    parser.add_argument("--stdio", action="store_true", help="the default; accepted and ignored")
    parser.add_argument(
        "--tcp",
        type=_address,
        metavar="HOST:PORT",
        help="listen on this address instead, for debugging",
    )


def _explain(commands: _Commands) -> None:
    parser = _command(commands, "explain", "print the documentation of a rule", "")
    parser.add_argument(
        "code",
        nargs="?",
        metavar="CODE",
        help="the code of the rule, such as variable-exists (default: list all rules)",
    )


def _config(commands: _Commands) -> None:
    parser = _command(
        commands, "config", "print the settings in force, and where each one was set", ""
    )
    parser.add_argument(
        "path",
        nargs="?",
        default=".",
        metavar="PATH",
        help="print the settings for this file or folder (default: the current folder)",
    )
    _format(parser, ("text", "json"))
    _overrides(parser)


def _completion(commands: _Commands) -> None:
    parser = _command(commands, "completion", "print a completion script for a shell", "")
    parser.add_argument("shell", choices=SHELLS)


def _command(
    commands: _Commands,
    name: str,
    summary: str,
    epilog: str,
) -> argparse.ArgumentParser:
    description = f"{summary[0].upper()}{summary[1:]}."
    return commands.add_parser(name, help=summary, description=description, epilog=epilog)


def _stdin(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--stdin-filename",
        metavar="FILE",
        help="treat standard input as the text of this file, which need not exist",
    )


def _format(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    parser.add_argument(
        "--format", "--output-format", choices=formats, default="text", help="default: text"
    )


def _output_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--output-file", metavar="FILE", help="write the report to this file, not to stdout"
    )


def _path(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--path",
        action="append",
        default=[],
        metavar="DIR",
        help="a folder to search for imports before the configured ones (repeatable)",
    )


def _search(parser: argparse.ArgumentParser) -> None:
    _path(parser)
    parser.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="GLOB",
        help="skip files and folders that match (repeatable)",
    )
    parser.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="print on stderr in which environment imports are looked up, and why",
    )
    _overrides(parser)


def _overrides(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="override a setting of the project, spelled as in pyproject.toml (repeatable)",
    )


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def _address(text: str) -> tuple[str, int]:
    host, colon, port = text.rpartition(":")
    if not colon or not port.isdecimal() or int(port) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not HOST:PORT, such as 127.0.0.1:9257")
    return host.strip("[]") or "127.0.0.1", int(port)
