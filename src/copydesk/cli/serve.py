"""`copydesk serve`: the desk in the browser."""

import socket
from pathlib import Path

import click

from copydesk.errors import DeskError


@click.command()
@click.option(
    "--desk",
    "desk_path",
    type=click.Path(dir_okay=False, path_type=Path),
    default="desk.db",
    show_default=True,
    help="The desk file to show; made where it does not exist.",
)
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 takes any free port.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on. Anything but this machine's own lets others read the desk and add to it.",
)
@click.option(
    "--password",
    envvar="COPYDESK_PASSWORD",
    show_envvar=True,
    help="What a browser must give, under any user name; best set by the environment.",
)
@click.option("--no-auth", is_flag=True, help="Let everyone in who can reach a --host that is not this machine's own.")
def serve(desk_path: Path, port: int, host: str, password: str | None, no_auth: bool) -> None:
    """Show a desk in the browser: stories, family trees, comparisons, timeline, sources, search.

    Runs until it is stopped with Ctrl-C. Nothing is fetched from elsewhere, and only this machine can reach the page
    unless --host says otherwise; then a password is asked for, or --no-auth must be given.

    \b
    Example:
      copydesk serve --desk news.db
    """
    import uvicorn  # the server loads only here, so that every other command starts fast

    from copydesk.reading.pipeline import read_page
    from copydesk.web.app import create_app
    from copydesk.web.patience import PatientProtocol
    from copydesk.web.security import is_loopback

    if not is_loopback(host) and not password and not no_auth:
        raise click.UsageError(f"others can reach {host}: give --password (or COPYDESK_PASSWORD), or --no-auth")
    app = create_app(desk_path, read_page, host=host, password=password)
    listener = _listen(host, port)
    port = listener.getsockname()[1]
    if not is_loopback(host):
        who = f"anyone who can reach {host}" if not password else f"whoever can listen on the way to {host}"
        warning = (
            f"Warning: {who} can read this desk and add to it; there is no {'encryption' if password else 'password'}."
        )
        click.secho(warning, fg="yellow", err=True)
    shown = f"[{host}]" if ":" in host else host
    click.echo(f"The desk {desk_path} is open at http://{shown}:{port}/ (Ctrl-C stops it)")
    config = uvicorn.Config(
        app, http=PatientProtocol, log_level="warning", ws="none", server_header=False, proxy_headers=False
    )
    uvicorn.Server(config).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    """Take the port before the address is printed.

    Raises:
        DeskError: the address is not this machine's, or the port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)  # who opens the address at once waits for the server instead of being refused
    except OSError as error:
        listener.close()
        reason = error.strerror or str(error)
        raise DeskError(f"http://{host}:{port}", reason, "choose another --port (0: any) or --host") from error
    return listener
