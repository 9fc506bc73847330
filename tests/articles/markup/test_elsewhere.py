"""When a story that stands outside the visible markup is taken for the page's: at the edge of each bound."""

from types import SimpleNamespace

import pytest

from copydesk.articles.markup import html as module


@pytest.fixture
def story(monkeypatch):
    """Return where the story is taken from, given how many words stand in each place."""

    def of(shown, body=0, hidden=0, state=0):
        made = {"shown": shown, "hidden": hidden}
        pages = iter(("shown", "hidden"))

        def visible(*_):
            where = next(pages)
            return SimpleNamespace(
                words=made[where], where=where, _replace=lambda where: SimpleNamespace(where="hidden")
            )

        def found(words, where):
            return SimpleNamespace(words=words, where=where) if words else None

        monkeypatch.setattr(module, "_visible", visible)
        monkeypatch.setattr(module, "_elsewhere", lambda one: one)
        monkeypatch.setattr(module, "blocks_of", lambda markup: None)
        monkeypatch.setattr(module.embedded, "body_in", lambda metadata: found(body, "body"))
        monkeypatch.setattr(module.embedded, "unhidden", lambda markup: b"<div>" if hidden else None)
        monkeypatch.setattr(module.embedded, "state_in", lambda content: found(state, "state"))
        return module._story_of(b"", "", None, None).where

    return of


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ({"shown": 100, "body": 200}, "shown"), ({"shown": 100, "body": 201}, "body"),  # twice as many words
        ({"shown": 60, "state": 500}, "shown"), ({"shown": 59, "state": 500}, "state"),  # of a story of sixty words
        ({"shown": 20, "hidden": 60}, "shown"), ({"shown": 20, "hidden": 61}, "hidden"),
        ({"shown": 40, "hidden": 80}, "shown"), ({"shown": 40, "hidden": 81}, "hidden"),
        ({"shown": 40, "state": 80}, "shown"), ({"shown": 40, "state": 81}, "state"),
    ],
)  # fmt: skip
def test_a_story_that_stands_elsewhere_is_taken_where_the_visible_one_is_far_shorter(story, words, where):
    assert story(**words) == where
