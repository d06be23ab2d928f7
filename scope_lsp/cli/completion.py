"""``scope-lsp completion SHELL``: a script that completes commands, options and their values.

It is generated from the argument parser.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from scope_lsp.cli.arguments import make_parser
from scope_lsp.cli.console import emit
from scope_lsp.rules.registry import RULES

_CODE = "CODE"
"""The placeholder of what is a rule."""


@dataclass(frozen=True, slots=True)
class _Option:
    names: tuple[str, ...]
    help: str
    takes: bool
    """Whether a value follows."""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Command:
    name: str
    help: str
    options: tuple[_Option, ...]
    values: tuple[str, ...]
    """The possible values of its positional arguments; empty: files."""


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    commands = list(_commands())
    emit({"bash": _bash, "zsh": _zsh, "fish": _fish}[options.shell](commands))
    return 0


def _commands() -> Iterator[_Command]:
    parser = make_parser()
    (subparsers,) = [
        action for action in parser._actions if isinstance(action, argparse._SubParsersAction)
    ]
    helps = {action.dest: action.help or "" for action in subparsers._choices_actions}
    for name, command in subparsers.choices.items():
        options: list[_Option] = []
        values: tuple[str, ...] = ()
        for action in command._actions:
            if action.option_strings:
                chosen = tuple(str(choice) for choice in action.choices or ())
                if action.metavar == _CODE:
                    chosen = tuple(RULES)
                takes = action.nargs != 0
                options.append(
                    _Option(tuple(action.option_strings), action.help or "", takes, chosen)
                )
            elif action.metavar == _CODE:
                values = tuple(RULES)
            elif action.choices:
                values = tuple(str(choice) for choice in action.choices)
        yield _Command(name, helps.get(name, ""), tuple(options), values)


def _bash(commands: list[_Command]) -> str:
    names = " ".join(command.name for command in commands)
    lines = [
        '# Completion of scope-lsp for bash: eval "$(scope-lsp completion bash)"',
        "_scope_lsp() {",
        "  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=",
        "  COMPREPLY=()",
        '  if [ "$COMP_CWORD" -eq 1 ]; then',
        f"    words='{names} --help --version'",
        "  else",
        '    case "${COMP_WORDS[1]} $before" in',
    ]
    for command in commands:
        for option in command.options:
            if option.values:
                patterns = "|".join(f"'{command.name} {name}'" for name in option.names)
                lines.append(f"      {patterns}) words='{' '.join(option.values)}' ;;")
    lines += ["      *)", '        case "${COMP_WORDS[1]} $current" in']
    for command in commands:
        spelled = " ".join(name for option in command.options for name in option.names)
        lines.append(f"          '{command.name} -'*) words='{spelled}' ;;")
        if command.values:
            lines.append(f"          '{command.name} '*) words='{' '.join(command.values)}' ;;")
    lines += [
        "        esac ;;",
        "    esac",
        "  fi",
        '  if [ -n "$words" ]; then',
        '    COMPREPLY=($(compgen -W "$words" -- "$current"))',
        "  fi",
        "}",
        "complete -o default -F _scope_lsp scope-lsp",
    ]
    return "\n".join(lines) + "\n"


def _zsh(commands: list[_Command]) -> str:
    lines = [
        "#compdef scope-lsp",
        "# Completion of scope-lsp for zsh: a file _scope-lsp in a folder of $fpath, or",
        '# eval "$(scope-lsp completion zsh)" after compinit.',
        "_scope_lsp() {",
        "  local -a commands",
        "  if (( CURRENT == 2 )); then",
        "    commands=(",
        *(f"      {_quoted(f'{command.name}:{command.help}')}" for command in commands),
        "    )",
        "    _describe command commands",
        "    return",
        "  fi",
        "  local command=$words[2]",
        "  shift words; (( CURRENT-- ))",
        "  case $command in",
    ]
    for command in commands:
        specs = [
            _quoted(f"{name}[{_plain(option.help)}]{_zsh_value(option)}")
            for option in command.options
            for name in option.names
        ]
        rest = f"*:value:({' '.join(command.values)})" if command.values else "*:file:_files"
        lines.append(f"    {command.name}) _arguments {' '.join([*specs, _quoted(rest)])} ;;")
    lines += [
        "  esac",
        "}",
        'if [ "$funcstack[1]" = _scope_lsp ]; then _scope_lsp "$@"; '
        "else compdef _scope_lsp scope-lsp; fi",
    ]
    return "\n".join(lines) + "\n"


def _zsh_value(option: _Option) -> str:
    if not option.takes:
        return ""
    return f":value:({' '.join(option.values)})" if option.values else ":value:_files"


def _fish(commands: list[_Command]) -> str:
    lines = ["# Completion of scope-lsp for fish: scope-lsp completion fish | source"]
    start = "complete -c scope-lsp"
    for command in commands:
        lines.append(
            f"{start} -n __fish_use_subcommand -f -a {command.name} -d {_quoted(command.help)}"
        )
        seen = _quoted(f"__fish_seen_subcommand_from {command.name}")
        if command.values:
            lines.append(f"{start} -n {seen} -f -a {_quoted(' '.join(command.values))}")
        for option in command.options:
            spelled = " ".join(
                f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
                for name in option.names
            )
            values = f" -x -a {_quoted(' '.join(option.values))}" if option.values else ""
            takes = " -r" if option.takes and not values else ""
            words = _quoted(_plain(option.help))
            lines.append(f"{start} -n {seen} {spelled}{values}{takes} -d {words}")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Words without the characters that zsh interprets."""
    return text.replace("[", "(").replace("]", ")").replace(":", ",").replace("%%", "%")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
