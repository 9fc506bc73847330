import numpy as np

from copydesk.articles.markup.blocks import blocks_of
from training.flattening import pasted, runs, visible

PAGE = (
    b"<body><nav>Home</nav><div hidden><p>Never shown</p></div><script>x()</script>"
    b"<p>The <b>ferry</b> ran <a href=x>aground</a>.</p></body>"
)


def test_blocks_that_are_marked_as_hidden_are_no_visible_lines():
    assert visible(blocks_of(PAGE)) == ["Home", "The ferry ran aground."]


def test_runs_break_at_every_tag_and_leave_scripts_out():
    assert runs(PAGE) == ["Home", "Never shown", "The", "ferry", "ran", "aground", "."]
    assert runs(b"") == []


def test_what_is_pasted_is_the_story_with_a_few_lines_about_it():
    story = np.array([False] * 30 + [True, True, False, True] + [False] * 30)
    for seed in range(20):
        chosen = pasted(story, np.random.RandomState(seed))
        assert {30, 31, 32, 33} <= set(chosen.tolist())
        assert (np.diff(chosen) == 1).all()
        brief = pasted(story, np.random.RandomState(seed), brief=True)
        assert 30 in brief
    assert len(pasted(np.array([False, False]), np.random.RandomState(1))) == 0
