from copydesk.records import Anchor, Author, Block, PageInfo, Record, Span
from exports.test_formats import exported


def record(*blocks: tuple[str, dict[str, object]], **fields: object) -> Record:
    """A record of blocks: each its text and what is said of it."""
    text, made, start = "", [], 0
    for words, told in blocks:
        span: Span = (start, start + len(words))
        made.append(Block(span=span, **{"kind": "paragraph", **told}))
        text += words + "\n\n"
        start = len(text)
    return Record(id="1", text=text.rstrip(), blocks=tuple(made), **fields)


def test_blocks_are_written_by_their_kinds():
    page = record(
        ("It is told.", {}),
        ("Why", {"kind": "heading", "level": 2}),
        ("One", {"kind": "list-item", "level": 1}),
        ("Two", {"kind": "list-item", "level": 2}),
        ("Never.", {"kind": "quotation"}),
        ("Nobody called.", {"kind": "post", "author": "Per Lund (@perlund)", "url": "https://posts.example/1"}),
        ("A pier", {"kind": "caption", "image": "https://courier.example/p q.jpg"}),
        headline="Pier closes",
        authors=(Author(name="Mira Solano"),),
    )
    assert page.to_markdown() == (
        "# Pier closes\n\n*By Mira Solano*\n\nIt is told.\n\n"
        "## Why\n\n- One\n  - Two\n\n> Never.\n\n> Nobody called.\n>\n"
        "> — [Per Lund (@perlund)](https://posts.example/1)\n\n![](https://courier.example/p%20q.jpg)\n\n*A pier*\n"
    )


def test_the_cells_of_a_row_are_parted():
    row = ("Pier 1898", {"kind": "table-row", "cells": ((0, 4), (5, 9))})
    assert record(row).to_markdown() == "Pier \\| 1898  \n"
    assert "<row><cell>Pier</cell><cell>1898</cell></row>" in exported("tei", [record(row)]).decode()


def test_links_are_written_and_those_that_run_something_are_not():
    links = (Anchor(span=(0, 3), url="https://a.example/(1)"), Anchor(span=(4, 7), url="javascript:alert(1)"))
    assert record(("One two.", {"links": links})).to_markdown() == "[One](https://a.example/%281%29) two.\n"


def test_what_a_text_holds_is_shown_as_it_stands():
    page = record(("# <b>*x*</b> [a](b)", {}), ("1. It", {}), ("- it", {}))
    assert page.to_markdown() == "\\# \\<b\\>\\*x\\*\\</b\\> \\[a\\](b)\n\n1\\. It\n\n\\- it\n"


def test_tei_is_well_formed_whatever_the_text_holds():
    from xml.etree import ElementTree

    page = record(
        ("A <b> & \x00 \ud7ff", {"links": (Anchor(span=(0, 1), url='https://a.example/"&<'),)}),
        ("Why", {"kind": "heading", "level": 2}),
        ("One", {"kind": "list-item"}),
        ("Row", {"kind": "table-row"}),
        ("Said", {"kind": "post", "author": "<Per>"}),
        ("14:05 It", {"kind": "entry", "time": "14:05"}),
        page=PageInfo(language="en", canonical="https://a.example/?a=1&b=2"),
    )
    root = ElementTree.fromstring(exported("tei", (page, page)))
    assert len(root.findall("{*}TEI")) == 2
    assert "A <b> & \ufffd" in "".join(root.itertext())
