"""The command line: one module a command or group of commands, loaded only when it is asked for."""

import atexit
import contextlib
import errno
import gc
import importlib
import os
import sys
from typing import Any

import click

from copydesk.errors import CopydeskError

# Objects made beyond those freed, after which garbage is looked for; loading makes many that stay.
_COLLECTED_AFTER = 100_000
# command name → the module in copydesk.cli that holds a click command of that name
COMMANDS = {
    "add": "add_command",
    "check": "upkeep_commands",
    "claims": "claims_command",
    "compare": "compare",
    "demo": "demo",
    "entities": "names_commands",
    "events": "events_command",
    "export": "export",
    "fetch": "fetch_commands",
    "read": "read",
    "remove": "upkeep_commands",
    "search": "search_commands",
    "serve": "serve",
    "show": "search_commands",
    "sources": "names_commands",
    "story": "story_commands",
    "timeline": "story_commands",
    "trace": "trace",
    "versions": "fetch_commands",
    "watch": "fetch_commands",
}


class _ReaderLeft(Exception):
    """Whoever read standard output wants no more."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are used, so that every command starts fast."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for, and write all that it printed."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:  # click would end with code 1
            raise _ReaderLeft from error
        return result

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command, or None where there is none of that name."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(importlib.import_module(f"copydesk.cli.{module}"), cmd_name)
        command.params += [option for option in _log_options(hidden=True) if option.name not in _names(command)]
        return command


def _names(command: click.Command) -> set[str | None]:
    return {param.name for param in command.params}


def _log_options(*, hidden: bool) -> list[click.Option]:
    """Return the options that show what is logged; they may stand before the command and, unlisted, after it."""
    return [
        click.Option(
            ["--verbose"],
            is_flag=True,
            expose_value=False,
            hidden=hidden,
            callback=lambda _context, _option, wanted: _show_log("INFO") if wanted else None,
            help="Tell on standard error how long each component took on each page.",
        ),
        click.Option(
            ["--debug"],
            is_flag=True,
            expose_value=False,
            hidden=hidden,
            callback=lambda _context, _option, wanted: _show_log("DEBUG") if wanted else None,
            help="The same, with the traceback of whatever fails.",
        ),
    ]


def _show_log(level: str) -> None:
    from copydesk import logs

    logs.show(level)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="copydesk", prog_name="copydesk")
def cli() -> None:
    """Read news pages the way a copy desk does.

    Who is said to have done what, when and where, on whose word, and whose copy the page is.

    Exit codes: 0 all went well; 1 some inputs failed (each is named on standard error); 2 the command could not run.
    """


cli.params += _log_options(hidden=False)


def _drop_output() -> None:
    """Let what is still to be written to standard output go nowhere, so that leaving does not fail again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main(arguments: list[str] | None = None) -> Any:
    """Run the command line; turn errors into one line on standard error and an exit code."""
    gc.set_threshold(_COLLECTED_AFTER)
    atexit.register(gc.freeze)  # a process that ends would look for garbage among all that it holds, twice
    try:
        code = cli.main(args=arguments, prog_name="copydesk", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("copydesk: stopped", err=True)
        code = 130
    except CopydeskError as error:
        click.secho(f"copydesk: {error}", fg="red", err=True)
        code = 2
    except (_ReaderLeft, BrokenPipeError):
        _drop_output()  # the reader left: nothing more to say
        code = 0
    except OSError as error:
        _drop_output()
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        reason = "the disk is full" if full else error.strerror or str(error)
        click.secho(f"copydesk: {error.filename or 'output'}: {reason}", fg="red", err=True)
        code = 2
    sys.exit(code or 0)
