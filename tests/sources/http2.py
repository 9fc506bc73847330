"""A web server that speaks HTTP/2 over TLS on the loopback interface, for tests of fetching."""

import socket
import ssl
import threading
from contextlib import contextmanager, suppress

import h2.config
import h2.connection
import h2.events
import trustme


class Http2Site:
    """What the server answers (path → status, body), and what it was asked, with the connection's number."""

    def __init__(self, address, authority):
        self.address, self.authority = address, authority
        self.pages, self.asked, self.connections = {}, [], 0


@contextmanager
def serving_http2():
    """A site that is being served; `authority` is what a client has to trust."""
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    context.set_alpn_protocols(["h2"])
    with socket.create_server(("127.0.0.1", 0)) as listener:
        site = Http2Site(f"https://127.0.0.1:{listener.getsockname()[1]}", authority)

        def accept():
            while True:
                try:
                    raw, _ = listener.accept()
                except OSError:
                    return
                site.connections += 1
                threading.Thread(target=_talk, args=(site, context, raw), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield site


def _talk(site, context, raw):
    """Answer the requests of one connection until it ends."""
    with suppress(OSError), raw, context.wrap_socket(raw, server_side=True) as channel:  # a client may refuse
        talk = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        talk.initiate_connection()
        channel.sendall(talk.data_to_send())
        while data := channel.recv(65_536):
            for event in talk.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    path = dict(event.headers)[b":path"].decode()
                    site.asked.append((site.connections, path))
                    status, body = site.pages.get(path, (404, b"nothing here"))
                    head = [(":status", str(status)), ("content-type", "text/html; charset=utf-8")]
                    talk.send_headers(event.stream_id, head)
                    for at in range(0, len(body), 16_000):
                        talk.send_data(event.stream_id, body[at : at + 16_000])
                    talk.end_stream(event.stream_id)
            channel.sendall(talk.data_to_send())
