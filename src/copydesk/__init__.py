"""copydesk reads news pages the way a copy desk does.

Who is said to have done what, when and where, on whose word, and whose copy the page is. This module is the public
API; everything it names is loaded when it is first used, so that `import copydesk` is quick.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from copydesk.api import read as read
    from copydesk.api import read_html as read_html
    from copydesk.api import read_many as read_many
    from copydesk.api import read_text as read_text
    from copydesk.claims import find_claims as find_claims
    from copydesk.claims import with_claims as with_claims
    from copydesk.copies import Alteration as Alteration
    from copydesk.copies import Comparison as Comparison
    from copydesk.copies import Edge as Edge
    from copydesk.copies import Family as Family
    from copydesk.copies import Match as Match
    from copydesk.copies import Node as Node
    from copydesk.copies import Story as Story
    from copydesk.copies import compare as compare
    from copydesk.desk import Desk as Desk
    from copydesk.errors import CopydeskError as CopydeskError
    from copydesk.errors import DateError as DateError
    from copydesk.errors import DeskError as DeskError
    from copydesk.errors import EngineError as EngineError
    from copydesk.errors import ExportError as ExportError
    from copydesk.errors import IndexFileError as IndexFileError
    from copydesk.errors import ModelError as ModelError
    from copydesk.errors import PageError as PageError
    from copydesk.errors import PagesLeftOut as PagesLeftOut
    from copydesk.errors import RecordError as RecordError
    from copydesk.errors import TextCutShort as TextCutShort
    from copydesk.exports import export as export
    from copydesk.exports import to_spacy as to_spacy
    from copydesk.pages import Failure as Failure
    from copydesk.pages import Page as Page
    from copydesk.reading.component import Component as Component
    from copydesk.reading.component import Reading as Reading
    from copydesk.reading.times import find_times as find_times
    from copydesk.records import Attribution as Attribution
    from copydesk.records import Author as Author
    from copydesk.records import Claim as Claim
    from copydesk.records import Defect as Defect
    from copydesk.records import Entity as Entity
    from copydesk.records import Event as Event
    from copydesk.records import Notice as Notice
    from copydesk.records import Place as Place
    from copydesk.records import Quantity as Quantity
    from copydesk.records import Record as Record
    from copydesk.records import Source as Source
    from copydesk.records import Time as Time
    from copydesk.records import from_json as from_json
    from copydesk.records import json_schema as json_schema
    from copydesk.records import to_json as to_json
    from copydesk.tracing import trace as trace

_HOMES = {
    name: home
    for home, names in {
        "api": "read read_html read_many read_text",
        "claims": "find_claims with_claims",
        "copies": "Alteration Comparison Edge Family Match Node Story compare",
        "desk": "Desk",
        "errors": "CopydeskError DateError DeskError EngineError ExportError IndexFileError ModelError PageError "
        "PagesLeftOut RecordError TextCutShort",
        "exports": "export to_spacy",
        "pages": "Failure Page",
        "reading.component": "Component Reading",
        "reading.times": "find_times",
        "records": "Attribution Author Claim Defect Entity Event Notice Place Quantity Record Source Time from_json "
        "json_schema to_json",
        "tracing": "trace",
    }.items()
    for name in names.split()
}

__version__: str
__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("copydesk")
        except PackageNotFoundError:  # a source tree that is not installed
            return "0+unknown"
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'copydesk' has no attribute {name!r}")
    return getattr(importlib.import_module(f"copydesk.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
