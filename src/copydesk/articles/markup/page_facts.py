"""What a page says of itself beside its masthead: its kind, canonical address, section, tags, image and licence."""

from collections.abc import Sequence
from typing import Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from copydesk.articles.markup.blocks import Blocks
from copydesk.articles.markup.metadata import Metadata, clean, strings, types_of
from copydesk.english.page_words import KIND_OF_OPENING, KIND_OF_SECTION, RELEASE
from copydesk.records import PageKind

_MAX_TAGS: Final = 30  # tags of a page that are kept
_LONGEST_TAG: Final = 80  # characters of a tag
_KIND_OF_TYPE: Final[dict[str, PageKind]] = {
    "LiveBlogPosting": "live-blog",
    "OpinionNewsArticle": "opinion",
    "ReviewNewsArticle": "review",
    "CriticReview": "review",
    "NewsArticle": "news",
    "ReportageNewsArticle": "news",
    "AnalysisNewsArticle": "news",
    "BackgroundNewsArticle": "news",
    "ImageGallery": "gallery",
    "MediaGallery": "gallery",
    "VideoObject": "video",
}
_RELEASE_SITES: Final = ("prnewswire.", "businesswire.", "globenewswire.", "eurekalert.", "newswire.ca", "accesswire.")
_FAR: Final = 3  # paragraphs of the story among which a release says that it is one


class Facts(NamedTuple):
    """What a page says of itself; fields as in `records.PageInfo`, and the section as in `records.Record`."""

    kind: PageKind | None = None
    canonical: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    image: str | None = None
    licence: str | None = None


def facts_of(page: Blocks, metadata: Metadata, url: str | None, headline: str | None, story: Sequence[str]) -> Facts:
    """Return what a page says of itself.

    Args:
        page: its blocks.
        metadata: what its markup says of it.
        url: its address.
        headline: the story's headline.
        story: the story's paragraphs.
    """
    canonical = address_of(page, metadata, url)
    section = _section(metadata)
    return Facts(
        kind=_kind(metadata, canonical or url, section, headline, story[:_FAR]),
        canonical=canonical,
        section=section,
        tags=_tags(metadata, section),
        image=_image(metadata, canonical or url),
        licence=_licence(page, metadata, canonical or url),
    )


def address_of(page: Blocks, metadata: Metadata, url: str | None = None) -> str | None:
    """Return the address that a page gives as its own, whole where its parts tell."""
    stated = (rel.get("href") for rel in page.rels if (rel.get("rel") or "").lower() == "canonical")
    found = next((address for address in stated if address), None) or metadata.first("og:url")
    return absolute(found, url)


def absolute(address: str | None, base: str | None) -> str | None:
    """Return an address as a whole http(s) one, with the base's site where it names none; None where it is none."""
    try:
        found = urljoin(base or "", (address or "").strip())
        parts = urlsplit(found)
    except ValueError:
        return None
    return found if parts.scheme in ("http", "https") and parts.netloc and len(found) < 2000 else None


def _kind(
    metadata: Metadata, url: str | None, section: str | None, headline: str | None, opening: Sequence[str]
) -> PageKind | None:
    """Return the kind of page: by its JSON-LD where that says more than news, its address, section and words."""
    declared = {kind for node in metadata.articles[:8] for kind in types_of(node)}
    telling = [kind for name, kind in _KIND_OF_TYPE.items() if name in declared]
    if telling and telling[0] != "news":
        return telling[0]
    site, *parts = [part.lower() for part in (url or "").partition("://")[2].partition("?")[0].split("/")]
    if any(name in site for name in _RELEASE_SITES) or any(RELEASE.match(text[:200]) for text in opening):
        return "press-release"
    words = [*parts[:-1], (section or "").lower().replace(" ", "-")]
    for word in words:
        if kind := KIND_OF_SECTION.get(word):
            return kind
    for shape, kind in KIND_OF_OPENING:
        if shape.match((headline or "")[:200]):
            return kind
    if telling:
        return telling[0]
    main = {kind for node in metadata.nodes[:3] for kind in types_of(node)}
    return "video" if "VideoObject" in main and (metadata.first("og:type") or "").startswith("video") else None


def _section(metadata: Metadata) -> str | None:
    for node in metadata.articles[:8]:
        for name in strings(node.get("articleSection"))[:1]:
            if clean(name):
                return clean(name)
    return metadata.first("article:section", "parsely-section", "section")


def _tags(metadata: Metadata, section: str | None) -> tuple[str, ...]:
    """Return what the page files its story under, each once, less its section."""
    listed = [*metadata.meta.get("article:tag", ()), *metadata.meta.get("parsely-tags", ())]
    for node in metadata.articles[:4]:
        listed += strings(node.get("keywords"))
    if not listed:
        listed = [*metadata.meta.get("news_keywords", ()), *metadata.meta.get("keywords", ())]
    found: dict[str, str] = {}
    for value in listed[:100]:
        for part in clean(value).split(","):
            tag = part.strip()
            if 1 < len(tag) <= _LONGEST_TAG and tag.casefold() != (section or "").casefold():
                found.setdefault(tag.casefold(), tag)
    return tuple(found.values())[:_MAX_TAGS]


def _image(metadata: Metadata, base: str | None) -> str | None:
    """Return the address of the story's main image."""
    if stated := metadata.first("og:image:secure_url", "og:image", "og:image:url", "twitter:image"):
        return absolute(stated, base)
    for node in metadata.articles[:4]:
        image = metadata.resolve(node.get("image"))
        image = image[0] if isinstance(image, list) and image else image
        found = image.get("url") or image.get("contentUrl") if isinstance(image, dict) else image
        if isinstance(found, str) and (whole := absolute(found, base)):
            return whole
    return None


def _licence(page: Blocks, metadata: Metadata, base: str | None) -> str | None:
    """Return the licence that the page states for its story: an address where it gives one."""
    for node in metadata.articles[:4]:
        licence = metadata.resolve(node.get("license"))
        licence = (
            licence.get("url") or licence.get("@id") or licence.get("name") if isinstance(licence, dict) else licence
        )
        if isinstance(licence, str) and clean(licence):
            return absolute(licence, base) or clean(licence)
    for rel in page.rels:
        if "license" in (rel.get("rel") or "").lower().split() and rel.get("href"):
            return absolute(rel["href"], base)
    return metadata.first("license", "dcterms.license", "dc.rights.license")
