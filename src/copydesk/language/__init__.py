"""Text to Document: words, sentences, grammar, names, attribution roles, happenings, from one model that ships here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from copydesk.language.document import Argument, Document, Name, Offsets, RoleScore, Run
from copydesk.language.word_scanner import words

if TYPE_CHECKING:
    from copydesk.language.reader import Reader

__all__ = [
    "MODEL",
    "Argument",
    "Document",
    "Name",
    "Offsets",
    "RoleScore",
    "Run",
    "load",
    "parse",
    "parse_many",
    "words",
]

MODEL = Path(__file__).parent / "model.cdm"
"""The model that ships with copydesk."""


@cache
def load(path: Path = MODEL) -> Reader:
    """Return the model, loaded once.

    Raises:
        ModelError: the model's file is missing, damaged or of another version.
    """
    from copydesk.language.reader import Reader  # ONNX Runtime takes a while to import

    return Reader(path)


def parse(text: str) -> Document:
    """Return what the shipped model says about a text; any text is accepted.

    Raises:
        ModelError: the model cannot be loaded.
    """
    return load().parse(text)


def parse_many(texts: Iterable[str]) -> Iterator[Document]:
    """Yield what the shipped model says about each text, in order; the same as `parse` of each.

    Raises:
        ModelError: the model cannot be loaded.
    """
    return load().parse_many(texts)
