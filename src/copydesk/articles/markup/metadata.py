"""What a page's markup says of itself: JSON-LD (schema.org), Open Graph and other meta elements."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from copydesk.articles.markup.blocks import Blocks

_ARTICLE: Final = re.compile(r"Article|BlogPosting|Report|LiveBlog|Recipe|Review|HowTo|TechArticle|WebPage|FAQPage")
_TRAILING: Final = re.compile(r",(\s*[}\]])")
_CONTROL: Final = re.compile(r"[\x00-\x1f]+")
_MAX_NODES: Final = 3000  # nodes of JSON-LD that are read
_MAX_SCRIPT: Final = 2_000_000  # characters of a script that is read


@dataclass(slots=True)
class Metadata:
    """What a page's markup says of it.

    Attributes:
        meta: the contents of meta elements by their lower-cased names.
        nodes: the JSON-LD nodes with a type, in their order.
        by_id: the JSON-LD nodes with an `@id`.
        articles: the nodes that describe an article, articles proper before pages.
    """

    meta: dict[str, list[str]] = field(default_factory=dict)
    nodes: list[dict[str, Any]] = field(default_factory=list)
    by_id: dict[str, dict[str, Any]] = field(default_factory=dict)
    articles: list[dict[str, Any]] = field(default_factory=list)

    def first(self, *names: str) -> str | None:
        """Return the first non-empty meta element among those named, in their order."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value.strip():
                    return clean(value)
        return None

    def resolve(self, value: Any) -> Any:
        """Return the node that a reference (`{"@id": …}`) stands for, or the value itself."""
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
            return self.by_id.get(value["@id"], value)
        return value


def clean(value: Any) -> str:
    """Return a metadata value as plain words: entities decoded (twice where so written), tags and extra space gone."""
    if not isinstance(value, str):
        return ""
    value = value[:20_000]
    if "&" in value:
        value = html.unescape(html.unescape(value))
    if "<" in value:
        value = re.sub(r"<[^<>]{1,500}>", " ", value)
    return " ".join(value.split())


def types_of(node: dict[str, Any]) -> list[str]:
    """Return the schema.org types of a node."""
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def strings(value: Any) -> list[str]:
    """Return a value that may be a string, a list of them or an object with a name, as strings."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [item for part in value[:50] for item in strings(part)]
    if isinstance(value, dict):
        parts = (value.get("givenName"), value.get("familyName"))
        whole = " ".join(part for part in parts if isinstance(part, str))
        return strings(value.get("name") or value.get("@value") or whole or None)
    return []


def metadata_of(page: Blocks) -> Metadata:
    """Return what the page's markup says of it."""
    found = Metadata()
    for attributes in page.metas[:2000]:
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content:
            found.meta.setdefault(name.lower().strip(), []).append(content)
    for script in page.scripts[:60]:
        for node in _nodes(_decoded(script)):
            if len(found.nodes) >= _MAX_NODES:
                break
            if isinstance(identity := node.get("@id"), str) and len(node) > 1:
                found.by_id.setdefault(identity, node)
            if "@type" in node:
                found.nodes.append(node)
    articles = (node for node in found.nodes if any(map(_ARTICLE.search, types_of(node))))
    found.articles = sorted(articles, key=lambda node: all("Page" in kind for kind in types_of(node)))
    return found


def _decoded(script: str) -> Any:
    """Decode JSON-LD as sites write it: comments around it, line breaks inside strings, commas before brackets."""
    script = script.strip()
    if not script or len(script) > _MAX_SCRIPT:
        return None
    try:
        return msgspec.json.decode(script)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        start = min((i for i in (script.find("{"), script.find("[")) if i >= 0), default=-1)
        end = max(script.rfind("}"), script.rfind("]"))
        if start < 0 or end < start:
            return None
        mended = _TRAILING.sub(r"\1", _CONTROL.sub(" ", script[start : end + 1]))
        try:
            return json.loads(mended, strict=False)
        except (ValueError, RecursionError):
            return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in decoded JSON-LD, outer before inner, without recursion."""
    waiting, count = [value], 0
    while waiting and count < _MAX_NODES:
        value = waiting.pop()
        count += 1
        if isinstance(value, list):
            waiting.extend(reversed(value[:500]))
        elif isinstance(value, dict):
            yield value
            waiting.extend(
                part
                for key, part in reversed(list(value.items())[:200])
                if isinstance(part, dict | list) and key not in ("comment", "review", "potentialAction")
            )
