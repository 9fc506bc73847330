"""Pieces of HTML that containers hold without a page around them, made whole."""

import re
from typing import Final

from copydesk.pages.page import About

_TAGS: Final = re.compile(r"<(?:p|div|br|h[1-6]|ul|article|section|blockquote|figure|table)[\s/>]", re.IGNORECASE)
_WHOLE: Final = re.compile(r"\s*(?:<!--|<\?|<!doctype|<html|<head|<body)", re.IGNORECASE)


def is_fragment(content: str) -> bool:
    """Tell text with the tags of paragraphs from text without."""
    return len(_TAGS.findall(content[:20_000])) >= 2


def whole(content: str, about: About) -> str:
    """Return a page of HTML: as it is where it is one, a page around it with what the container tells where not."""
    if _WHOLE.match(content[:400]) or "<body" in content[:20_000].lower():
        return content
    import html  # few pages come in pieces

    title = html.escape(about.title or "")
    head = [f"<title>{title}</title>", f'<meta property="og:title" content="{title}">'] if title else []
    if about.url:
        head.append(f'<link rel="canonical" href="{html.escape(about.url)}">')
    head += [f'<meta name="author" content="{html.escape(name)}">' for name in about.authors]
    if about.stated:
        head.append(f'<meta property="article:published_time" content="{html.escape(about.stated)}">')
    if about.publisher:
        head.append(f'<meta property="og:site_name" content="{html.escape(about.publisher)}">')
    heading = f"<h1>{title}</h1>" if title else ""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{"".join(head)}</head>'
        f"<body><article>{heading}\n{content}\n</article></body></html>"
    )
