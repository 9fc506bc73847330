"""A web server on the loopback interface, for tests of fetching."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Site:
    """What the server answers: path → (status, header fields, body), or a function of the request that gives this."""

    def __init__(self):
        self.pages, self.asked = {}, []
        self.address = ""

    def add(self, path, body, media_type="text/html; charset=utf-8", status=200, **fields):
        """Let a path answer with a body."""
        named = {name.replace("_", "-"): value for name, value in fields.items()}
        self.pages[path] = (
            status,
            {"Content-Type": media_type, **named},
            body if isinstance(body, bytes) else body.encode(),
        )

    def count(self, path):
        """How often a path was asked for."""
        return sum(one == path for one, _ in self.asked)


@contextmanager
def serving():
    """A site that is being served."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            site.asked.append((self.path, dict(self.headers)))
            answer = site.pages.get(self.path, (404, {}, b"nothing here"))
            if callable(answer):
                answer = answer(self)
                if answer is None:
                    self.close_connection = True
                    return
            status, fields, body = answer
            self.send_response(status)
            for name, value in fields.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
