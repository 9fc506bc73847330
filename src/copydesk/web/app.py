"""The ASGI application that serves one desk."""

from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from copydesk.errors import CopydeskError
from copydesk.web import claims_view, event_views, list_views, page_views
from copydesk.web.security import MAX_BODY, Guard
from copydesk.web.site import STATIC, Site
from copydesk.web.uploads import Read

MESSAGES: Final = {
    404: ("There is no such page", "The address may be mistyped, or the page was taken off the desk."),
    500: ("Something went wrong", "The terminal that serves this desk shows what it was."),
}
View = Callable[[Site, Request], Response]


def create_app(
    path: str | PathLike[str],
    read: Read,
    *,
    host: str = "127.0.0.1",
    max_body: int = MAX_BODY,
    password: str | None = None,
) -> Guard:
    """Return the application for a desk.

    Args:
        path: the desk's file; made where it does not exist.
        read: reads an uploaded page to a record.
        host: the address it will listen on; beyond loopback, requests by any address are answered.
        max_body: the most bytes of one upload.
        password: what every request must bring by HTTP Basic authentication, under any name; None: nothing.

    Raises:
        DeskError: the file is no desk, damaged, or of a newer version.
    """
    site = Site(Path(path), read)
    site.desk().close()

    def get(address: str, view: View) -> Route:
        def endpoint(request: Request) -> Response:
            return view(site, request)

        return Route(address, endpoint, methods=["GET"])

    async def add(request: Request) -> Response:
        return await page_views.add(site, request)

    def failed(request: Request, error: Exception) -> Response:
        return site.page(request, "message.html", 404, heading="Not on this desk", message=site.words(error))

    def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        detail = error.detail if isinstance(error, HTTPException) else ""
        heading, message = MESSAGES.get(status, ("That did not work", detail))
        return site.page(request, "message.html", status, heading=heading, message=message)

    site_map = Starlette(
        routes=[
            get("/", list_views.stories),
            get("/story", list_views.story),
            get("/tree.svg", list_views.tree),
            get("/claims", claims_view.claims),
            get("/timeline", list_views.timeline),
            get("/events", event_views.events),
            get("/sources", list_views.sources),
            get("/names", list_views.names),
            get("/search", list_views.search),
            get("/page", page_views.page),
            get("/record.json", page_views.record_json),
            get("/compare", page_views.compare),
            get("/add", page_views.add_form),
            Route("/add", add, methods=["POST"]),
            get("/static/{name}", static),
        ],
        exception_handlers={CopydeskError: failed, HTTPException: refused, 500: refused},
    )
    return Guard(site_map, host=host, max_body=max_body, password=password)


def static(site: Site, request: Request) -> Response:
    """A static file; its address carries its hash, so it may be kept for good."""
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404)
    headers = {"cache-control": "private, max-age=31536000, immutable"}
    return Response(site.static[name], media_type=STATIC[name], headers=headers)
