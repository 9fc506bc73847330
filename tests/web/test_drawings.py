"""Family tree and timeline as SVG."""

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest

from copydesk.copies import Edge, Family, Node, Story
from copydesk.desk import Moment
from copydesk.web.svg import fit, text_width
from copydesk.web.timeline import LEFT, RIGHT, scale, timeline_svg
from copydesk.web.tree_drawing import MAX_ROWS, rows, tree_svg

from .sample import EVIL, family

SVG = "{http://www.w3.org/2000/svg}"


def moment(first="2026-10-08", last=None, **fields):
    values = {"words": "The ferry sailed.", "page": "p1", "span": (0, 5), "status": "happened", "value": first}
    return Moment(first=first, last=last or first, **{**values, **fields})


def test_copies_follow_what_they_were_made_from():
    assert [(row.node.id, row.depth, row.family) for row in rows(family())] == [
        ("missing:wire", 0, 1),
        ("p1", 1, 1),
        ("p2", 2, 1),
        ("p3", 0, 2),
    ]


def test_the_tree_draws_each_page_once_and_links_those_on_the_desk():
    root = ET.fromstring(tree_svg(family(), lambda id_: f"/page?id={id_}"))
    assert len(root.findall(f".//{SVG}circle")) == 4
    assert [node.get("href") for node in root.findall(f".//{SVG}a")] == ["/page?id=p1", "/page?id=p2", "/page?id=p3"]
    assert root.find(f"{SVG}title").text == "Family tree: 3 pages, 2 texts written independently"


def test_a_tree_whose_edges_run_in_a_circle_still_shows_every_page():
    nodes = tuple(Node(id=id_, kind="copy", family="a") for id_ in "ab")
    edges = (
        Edge(source="a", target="b", kind="copy", copied=1, confidence=1),
        Edge(source="b", target="a", kind="copy", copied=1, confidence=1),
    )
    story = Story(
        id="s", title="t", pages=("a", "b"), texts=1, nodes=nodes, edges=edges,
        families=(Family(id="a", source="x", members=("a", "b")),),
    )  # fmt: skip
    assert {row.node.id for row in rows(story)} == {"a", "b"}


def test_a_tree_of_thousands_is_cut():
    ids = [f"p{number}" for number in range(3000)]
    nodes = tuple(Node(id=id_, kind="copy", family="p0") for id_ in ids)
    edges = tuple(Edge(source=a, target=b, kind="copy", copied=1, confidence=1) for a, b in pairwise(ids))
    story = Story(
        id="s", title="t", pages=tuple(ids), texts=1, nodes=nodes, edges=edges,
        families=(Family(id="p0", source="x", members=tuple(ids)),),
    )  # fmt: skip
    assert len(ET.fromstring(tree_svg(story)).findall(f".//{SVG}circle")) == MAX_ROWS


def test_days_keep_their_order_on_the_axis_and_gaps_are_shortened():
    places = scale(["2026-10-08", "2026-10-09", "1999-01-01", "2026-10-09"])
    assert list(places) == ["1999-01-01", "2026-10-08", "2026-10-09"]
    assert places["1999-01-01"] == LEFT
    assert places["2026-10-09"] == pytest.approx(RIGHT)
    far, near = places["2026-10-08"] - LEFT, RIGHT - places["2026-10-08"]
    assert near < far < 30 * near


def test_the_timeline_draws_stretches_and_marks_by_status():
    moments = [moment(), moment("2026-10-09", "2026-10-12", status="denied"), moment("2026-10-20", status=None)]
    root = ET.fromstring(timeline_svg(moments, lambda found: "/page"))
    assert len(root.findall(f".//{SVG}a")) == 3
    assert [node.get("class") for node in root.iter() if "moment" in (node.get("class") or "")] == [
        "moment happened",
        "moment denied",
        "moment dated",
    ]
    assert sum(node.get("class") == "stretch" for node in root.iter()) == 1


def test_a_single_day_and_an_impossible_one_can_be_drawn():
    assert len(ET.fromstring(timeline_svg([moment(), moment("2026-02-31")])).findall(f".//{SVG}circle")) == 1


def test_hostile_words_stay_words():
    for drawn in (tree_svg(family(EVIL), lambda id_: EVIL), timeline_svg([moment(words=EVIL)], lambda found: EVIL)):
        root = ET.fromstring(drawn)
        assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
            "svg", "title", "g", "a", "rect", "line", "path", "circle", "text", "tspan"
        }  # fmt: skip
        assert not [name for node in root.iter() for name in node.attrib if name.startswith("on")]


@pytest.mark.parametrize("width", [0, 10, 55.5, 300])
def test_fitted_text_is_no_wider_than_asked(width):
    shown = fit("A harbor official who was not authorised to speak", 14, width)
    assert text_width(shown, 14) <= max(width, 14)
    assert fit("short", 14, 300) == "short"
