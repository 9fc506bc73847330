from copydesk.articles.markup.block_kinds import links_of, typed_blocks, with_posts, without_pull_quotes
from copydesk.articles.markup.blocks import blocks_of


def typed(body, **options):
    page = blocks_of(f"<body>{body}</body>".encode())
    story = [*range(len(page.texts))]
    found = typed_blocks(page, story, ((0, 1),) * len(story), "https://courier.example/a/", **options)
    return [(page.texts[i], block.kind) for i, block in enumerate(found)], found


def test_each_block_has_the_kind_that_its_markup_says():
    body = (
        "<h2>Pier</h2><p>It is old.</p><ul><li>One<ul><li><p>Two</p></li></ul></li></ul>"
        "<table><tr><td>3</td></tr></table>"
        "<blockquote><p>Never.</p></blockquote><figure><img src='p.jpg'><figcaption>A pier</figcaption></figure>"
        "<p>Correction: An earlier version gave a wrong day.</p>"
    )
    kinds, found = typed(body)
    assert [kind for _, kind in kinds] == [
        "heading", "paragraph", "list-item", "list-item", "table-row", "quotation", "caption", "correction",
    ]  # fmt: skip
    assert [block.level for block in found[:4]] == [2, None, 1, 2]
    assert found[6].image == "https://courier.example/a/p.jpg"


def test_the_entries_of_a_live_blog_have_their_times():
    body = "<div class='live-blog'><p>14:05 The vote was six to one.</p><p>It is over.</p></div>"
    _, found = typed(body)
    assert [(block.kind, block.time) for block in found] == [("entry", "14:05"), ("paragraph", None)]


def test_links_count_in_the_text_of_their_block():
    page = blocks_of(b"<body><p>One\n <a href='two'> two  and </a>three, <b>four <a href='#x'>five</a></b></p></body>")
    (link,) = links_of(page, 0, "https://courier.example/a/")
    assert page.texts[0][slice(*link.span)] == "two and"
    assert link.url == "https://courier.example/a/two"


def test_a_link_to_an_address_that_is_none_breaks_nothing():
    page = blocks_of(b"<body><p><a href='http://[x'>two</a> and three</p></body>")
    assert links_of(page, 0, "https://courier.example/")[0].url == "http://[x"


POST = (
    "<blockquote class='twitter-tweet'><p>Nobody called us.</p>&mdash; Per Lund (@perlund) "
    "<a href='https://twitter.com/perlund/status/1?x=2'>March 10, 2026</a></blockquote>"
)


def test_a_post_in_the_story_is_kept_with_its_author_and_address():
    page = blocks_of(f"<body><p>First.</p>{POST}<p>Last.</p><p>Related</p></body>".encode())
    kept = with_posts(page, [0, 3])
    assert [page.texts[i] for i in kept] == ["First.", "Nobody called us.", "Last."]
    post = typed_blocks(page, kept, ((0, 1),) * 3, None)[1]
    assert (post.kind, post.author, post.url) == (
        "post",
        "Per Lund (@perlund)",
        "https://twitter.com/perlund/status/1",
    )


def test_a_post_right_after_the_story_is_the_storys_and_one_apart_from_it_is_not():
    after = blocks_of(f"<body><p>First.</p>{POST}<p>Related</p></body>".encode())
    assert with_posts(after, [0]) == [0, 1]
    apart = blocks_of(f"<body><p>First.</p><p>Related</p>{POST}</body>".encode())
    assert with_posts(apart, [0]) == [0]


def test_a_pull_quote_goes_and_its_sentence_stays():
    said = "We could not let another winter go over it"
    page = blocks_of(
        f"<body><p>“{said},” she said.</p><aside>{said}</aside><aside>Something else.</aside></body>".encode()
    )
    assert without_pull_quotes(page, [0, 1, 2]) == [0, 2]


def test_the_cells_of_a_table_row_are_known():
    body = "<table><tr><th>Pier</th><td> Opened </td><td>1898<br>May</td><td></td></tr><tr><td>One</td></tr></table>"
    page = blocks_of(f"<body>{body}</body>".encode())
    first, second = typed_blocks(page, [0, 1], ((10, 10 + len(page.texts[0])), (40, 43)), None)
    assert [page.texts[0][a - 10 : b - 10] for a, b in first.cells] == ["Pier", "Opened", "1898\nMay"]
    assert second.cells == ()


def test_a_row_of_far_too_many_cells_is_one_piece():
    page = blocks_of(b"<table><tr>" + b"<td>3</td>" * 201 + b"</tr><tr>" + b"<td>3</td>" * 200 + b"</tr></table>")
    first, second = typed_blocks(page, [0, 1], ((0, 401), (403, 802)), None)
    assert (len(first.cells), len(second.cells)) == (0, 200)
