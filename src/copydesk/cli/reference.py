"""The reference of the command line, written from the commands themselves; docs/make.py keeps it in docs/cli.md."""

import inspect
from collections.abc import Iterator

import click

from copydesk.cli import cli

_HEAD = """# Command line

Written by `python docs/make.py` from the commands themselves; do not edit.

{help}
Options of `copydesk` itself; `--verbose` and `--debug` may stand after the command's name, too:

{options}
Every command answers `--help`. For completion, put one line into your shell's start-up file:

| shell | file | line |
| --- | --- | --- |
| bash | `~/.bashrc` | `eval "$(_COPYDESK_COMPLETE=bash_source copydesk)"` |
| zsh | `~/.zshrc` | `eval "$(_COPYDESK_COMPLETE=zsh_source copydesk)"` |
| fish | `~/.config/fish/completions/copydesk.fish` | `_COPYDESK_COMPLETE=fish_source copydesk \\| source` |
"""


def reference() -> str:
    """Return the reference in Markdown."""
    context = click.Context(cli, info_name="copydesk")
    parts = [_HEAD.format(help=_paragraphs(cli.help or ""), options=_table(cli))]
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        if command is not None:
            parts.append(_section(command, click.Context(command, info_name=f"copydesk {name}", parent=None)))
    return "\n".join(parts)


def _section(command: click.Command, context: click.Context) -> str:
    usage = " ".join([context.info_name or "", *command.collect_usage_pieces(context)])
    return "\n".join([f"## {context.info_name}\n", f"    {usage}\n", _paragraphs(command.help or ""), _table(command)])


def _table(command: click.Command) -> str:
    rows = list(_options(command))
    return "\n".join(["| option | meaning |", "| --- | --- |", *rows, ""]) if rows else ""


def _options(command: click.Command) -> Iterator[str]:
    for option in command.params:
        if isinstance(option, click.Option) and not option.hidden:
            names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
            default = option.show_default if isinstance(option.show_default, str) else f"`{option.default}`"
            notes = [f"default {default}"] if option.show_default and option.default is not None else []
            notes += [f"from the environment: `{option.envvar}`"] if option.envvar else []
            note = f" ({'; '.join(notes)})" if notes else ""
            yield f"| {names}{_value(option)} | {option.help}{note} |"


def _value(option: click.Option) -> str:
    if option.is_flag or option.count:
        return ""
    if isinstance(option.type, click.Choice):
        return " one of " + ", ".join(f"`{choice}`" for choice in option.type.choices)
    return f" `{option.metavar or option.type.name.split()[0].upper()}`"


def _paragraphs(text: str) -> str:
    """Return a help text as Markdown: what stands under the mark for lines kept as they are becomes a code block."""
    out = []
    for part in inspect.cleandoc(text).split("\n\n"):
        if not part.startswith("\b"):
            out.append(part)
            continue
        title, *lines = part.lstrip("\b\n").split("\n")
        out += [title, "\n".join(["```console", *(f"$ {line.strip()}" for line in lines), "```"])]
    return "\n\n".join(out) + "\n"
