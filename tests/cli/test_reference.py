"""Every command and option is documented, and the reference is what the commands say now."""

from pathlib import Path

import click
import pytest

from copydesk.cli import COMMANDS, cli, main
from copydesk.cli.reference import reference

DOCS = Path(__file__).resolve().parents[2] / "docs" / "cli.md"


def command(name):
    return cli.get_command(click.Context(cli), name)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_is_documented(name):
    found = command(name)
    assert found is not None
    assert found.help
    assert "Example" in found.help
    assert f"copydesk {name}" in found.help.split("Example")[1]
    undocumented = [option.name for option in found.params if isinstance(option, click.Option) and not option.help]
    assert undocumented == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_answers_help(name, capsys):
    with pytest.raises(SystemExit) as done:
        main([name, "--help"])
    assert done.value.code == 0
    assert "Example" in capsys.readouterr().out


def test_the_reference_is_current():
    stale = "docs/cli.md is stale: run `python docs/make.py`"
    assert DOCS.read_text(encoding="utf-8") == reference(), stale


def test_the_reference_names_every_command_and_option():
    text = reference()
    for name in COMMANDS:
        assert f"\n## copydesk {name}\n" in text
        for option in command(name).params:
            for flag in option.opts if isinstance(option, click.Option) else ():
                assert f"`{flag}`" in text
