"""The views of many pages: stories, one story, timeline, sources, names, search."""

from collections.abc import Callable, Iterable
from itertools import groupby, islice
from typing import Any, Final, TypeVar, cast, get_args

from starlette.requests import Request
from starlette.responses import Response

from copydesk.copies.copy_types import Story
from copydesk.desk import Desk, EntityLine, Moment, SourceLine, StoryLine
from copydesk.errors import CopydeskError, DateError
from copydesk.records import EntityType, SourceKind
from copydesk.records.code_words import STATUS_WORDS
from copydesk.web.claims_view import claims_found
from copydesk.web.event_views import happenings
from copydesk.web.plain_words import ENTITY_TYPES, count, plain_value
from copydesk.web.site import Site, fragment, link, number, relink, typed
from copydesk.web.story_view import alone, passages, story_rows
from copydesk.web.timeline import timeline_svg
from copydesk.web.tree_drawing import MAX_ROWS, tree_svg

PER_PAGE: Final = 30
MOMENTS: Final = 40
SOURCES: Final = 60
_Item = TypeVar("_Item")


def slice_of(items: Iterable[_Item], page: int, size: int) -> tuple[list[_Item], bool]:
    """Return one page of a list, and whether more follows."""
    found = list(islice(items, (page - 1) * size, page * size + 1))
    return found[:size], len(found) > size


def stories(site: Site, request: Request) -> Response:
    """The stories, the latest first, each with its count of texts written independently."""
    page = number(request, "page", most=100_000)
    with site.desk() as desk:
        found, more = slice_of(desk.stories(limit=PER_PAGE + 1, offset=(page - 1) * PER_PAGE), 1, PER_PAGE)
    return site.page(request, "stories.html", stories=found, page=page, more=more, address=relink("/", {}))


def story(site: Site, request: Request) -> Response:
    """One story: its figures, family tree, pages and what each changed, happenings, what each text alone reports."""
    with site.desk() as desk:
        found = desk.story(request.query_params.get("id", ""))
        happened = happenings(desk, found)
    rows = story_rows(found)
    present = [row for row in rows if not row.missing]
    return site.page(
        request,
        "story.html",
        line=line_of(found),
        rows=rows,
        alone=alone(found),
        passages=passages(found),
        happenings=happened,
        second=present[1].id if len(present) > 1 else "",
        cut=len(found.nodes) > MAX_ROWS,
        tree=tree_svg(found, lambda id_: link("/page", id=id_)),
    )


def tree(site: Site, request: Request) -> Response:
    """The family tree alone, as an SVG file."""
    with site.desk() as desk:
        found = desk.story(request.query_params.get("id", ""))
    return Response(str(tree_svg(found)), media_type="image/svg+xml")


def line_of(story: Story) -> StoryLine:
    """Return the figures of a story as the list of stories gives them."""
    days = sorted(node.published[:10] for node in story.nodes if node.published and node.kind != "missing")
    return StoryLine(
        id=story.id,
        title=story.title,
        pages=len(story.pages),
        texts=story.texts,
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
    )


def timeline(site: Site, request: Request) -> Response:
    """What is said to have happened when, drawn and listed day by day."""
    values = typed(request, "story", "from", "to")
    page = number(request, "page", most=50)
    moments: list[Moment] = []
    more, problem, title = False, "", None
    with site.desk() as desk:
        try:
            title = _story_title(desk, values["story"])
            days = f"{values['from']}..{values['to']}" if values["from"] or values["to"] else None
            found = desk.timeline(values["story"] or None, day=days, limit=page * MOMENTS + 1)
            moments, more = slice_of(found, page, MOMENTS)
        except CopydeskError as error:
            problem = str(error)
    return site.page(
        request,
        "timeline.html",
        groups=[(day_label(list(same)), same) for same in _by_day(moments)],
        drawing=timeline_svg(moments, moment_link) if moments else "",
        moment_link=moment_link,
        statuses=STATUS_WORDS,
        story=values["story"],
        story_title=title,
        first=values["from"],
        last=values["to"],
        problem=problem,
        page=page,
        more=more,
        address=relink("/timeline", values),
    )


def _by_day(moments: list[Moment]) -> list[list[Moment]]:
    return [list(same) for _, same in groupby(moments, key=lambda moment: (moment.first, moment.last))]


def day_label(moments: list[Moment]) -> str:
    """Return the heading of moments that share their days."""
    first, last = moments[0].first, moments[0].last
    if first == last:
        return plain_value(first)
    return next((plain_value(moment.value) for moment in moments), f"{first} to {last}").capitalize()


def moment_link(moment: Moment) -> str:
    """Return the address of the page that says so, at the sentence's first words."""
    return link("/page", id=moment.page) + fragment(moment.words)


def sources(site: Site, request: Request) -> Response:
    """Who is quoted: named or not, by how many families of pages."""
    values = typed(request, "story", "who", "kind")
    story, who, kind = values["story"] or None, values["who"] or None, _kind(values["kind"])

    def ask(desk: Desk, limit: int) -> Iterable[SourceLine]:
        return desk.sources(story=story, who=who, kind=kind, limit=limit)

    return _listed(site, request, "/sources", values, ask)


def names(site: Site, request: Request) -> Response:
    """Who and what pages name: people, organizations, places; each once, whatever names pages have for it."""
    values = typed(request, "story", "who", "type")
    kind = cast(EntityType, values["type"]) if values["type"] in ENTITY_TYPES else None
    story, who = values["story"] or None, values["who"] or None

    def ask(desk: Desk, limit: int) -> Iterable[EntityLine]:
        return desk.entities(story=story, who=who, type=kind, limit=limit)

    return _listed(site, request, "/names", values, ask, types=ENTITY_TYPES)


def _listed(
    site: Site,
    request: Request,
    path: str,
    values: dict[str, str],
    ask: Callable[[Desk, int], Iterable[SourceLine | EntityLine]],
    **more: Any,
) -> Response:
    """Return the view of a list: one page of what a desk answers, or what is wrong with the question.

    Args:
        site: the site.
        request: the request.
        path: the view's address; its template and list have the same name.
        values: what was asked for.
        ask: asks a desk for so many lines at most.
        more: what else the template needs.
    """
    page, name = number(request, "page"), path.strip("/")
    found: list[SourceLine | EntityLine] = []
    follows, problem, title = False, "", None
    with site.desk() as desk:
        try:
            title = _story_title(desk, values["story"])
            found, follows = slice_of(ask(desk, page * SOURCES + 1), page, SOURCES)
        except CopydeskError as error:
            problem = str(error)
    shown: dict[str, Any] = {name: found, "story_title": title, "more": follows, **more}
    return site.page(
        request, f"{name}.html", values=values, problem=problem, page=page, address=relink(path, values), any_of=any_of,
        **shown,
    )  # fmt: skip


def any_of(line: SourceLine | EntityLine) -> str:
    """Return a search for pages that have one of the names of a line."""
    return " OR ".join(
        f'"{name}"' for name in (one.replace('"', " ").strip() for one in (line.name, *line.also)) if name
    )


def search(site: Site, request: Request) -> Response:
    """Pages that match words and filters, best first; or claims that match words."""
    values = typed(request, "q", "who", "place", "publisher", "kind", "day", "story", "what")
    page = number(request, "page", most=10_000)
    filters: dict[str, Any] = {name: values[name] or None for name in ("who", "place", "publisher", "day", "story")}
    filters["kind"] = _kind(values["kind"])
    if values["what"] == "claims":
        return claims_found(site, request, values, filters)
    hits, total, problem = [], 0, ""
    with site.desk() as desk:
        try:
            total = desk.hits(values["q"], **filters)
            hits = list(desk.search(values["q"], **filters, limit=PER_PAGE, offset=(page - 1) * PER_PAGE))
        except DateError as error:
            problem = str(error)
    return site.page(
        request,
        "search.html",
        query=values["q"],
        values=values,
        hits=hits,
        told=(),
        nothing="No page on the desk matches.",
        total=count(total, "page"),
        problem=problem,
        start=(page - 1) * PER_PAGE + 1,
        page=page,
        more=total > page * PER_PAGE,
        address=relink("/search", values),
    )


def _story_title(desk: Desk, story: str) -> str | None:
    return desk.story(story).title if story else None


def _kind(value: str) -> SourceKind | None:
    return cast(SourceKind, value) if value in get_args(SourceKind) else None
