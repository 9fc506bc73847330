#!/usr/bin/env python3
"""Set up copydesk in a virtual environment of its own, and use it from there.

    python3 dev.py demo      install, then read the example pages
    python3 dev.py test      install with what the tests need, then run them (more arguments go to pytest)
    python3 dev.py check     the same with every extra that installs here, then lint and types
    python3 dev.py golden    rewrite the golden records (tests/golden) and print what became different

Needs Python 3.11 or newer and the Python package index, nothing else; the system's Python is left as it is.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def main() -> int:
    """Run the command that was asked for; return its exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this script meets any Python, before the package's own check
        print("copydesk needs Python 3.11 or newer; this is", sys.version.split()[0], file=sys.stderr)
        return 2
    command, *rest = sys.argv[1:] or ["help"]
    if command == "demo":
        install("")
        return run("-m", "copydesk", "demo", *rest)
    if command in ("test", "check"):
        install("[dev]")
        steps = [("-m", "pytest", *rest)]
        if command == "check":
            for extra in ("parquet", "spacy", "check", "ray"):
                install(f"[{extra}]", needed=False)
            steps += [("-m", "ruff", "check", "."), ("-m", "ruff", "format", "--check", "."), ("-m", "mypy")]
        return max(run(*step) for step in steps)
    if command == "golden":
        install("[dev]")
        return run("-m", "tests.golden", *rest)
    print(__doc__)
    return 0 if command == "help" else 2


def install(extras: str, *, needed: bool = True) -> None:
    """Make the virtual environment where there is none, and install copydesk into it with some extras."""
    if not PYTHON.exists():
        print("Making a virtual environment in .venv …", flush=True)
        venv.EnvBuilder(with_pip=has("ensurepip"), symlinks=os.name != "nt").create(ENVIRONMENT)
    print(f"Installing copydesk{extras} …", flush=True)
    pip = [str(PYTHON), "-m", "pip"]
    if subprocess.run([*pip, "--version"], capture_output=True).returncode:
        # Debian splits ensurepip off: the system's pip can install into the environment all the same
        if not has("pip"):
            sys.exit("This Python has neither ensurepip nor pip: install one (on Debian: apt install python3-venv)")
        pip = [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    target = f"{HERE}{extras}"
    done = subprocess.run([*pip, "install", "--quiet", "--disable-pip-version-check", "--editable", target])
    if done.returncode and not needed:
        print(f"{extras} does not install here: its tests will skip", flush=True)
    elif done.returncode:
        sys.exit("Installing failed: see above; is the Python package index reachable?")


def has(module: str) -> bool:
    """Return whether this Python has a module."""
    return subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True).returncode == 0


def run(*arguments: str) -> int:
    """Run the environment's Python from the project's folder; return its exit code."""
    return subprocess.run([str(PYTHON), *arguments], cwd=HERE).returncode


if __name__ == "__main__":
    sys.exit(main())
